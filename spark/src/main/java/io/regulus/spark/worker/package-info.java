/** The process that trains, one for each worker. It needs no class of Spark. */
package io.regulus.spark.worker;
