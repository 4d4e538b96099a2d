/**
 * Training and prediction on a Spark cluster, as stages of Spark ML: {@link io.regulus.spark.NetworkEstimator} and what it makes, {@link
 * io.regulus.spark.NetworkTransformer}.
 */
package io.regulus.spark;
