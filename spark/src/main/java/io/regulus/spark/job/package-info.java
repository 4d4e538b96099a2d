/** What is to be trained on a cluster, and how: known to the driver and to the processes that train. */
package io.regulus.spark.job;
