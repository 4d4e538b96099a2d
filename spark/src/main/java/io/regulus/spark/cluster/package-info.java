/** A job on a cluster: the loop of the driver, the tasks of a barrier stage, and the process that each of them starts. */
package io.regulus.spark.cluster;
