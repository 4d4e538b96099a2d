/** Columns of a data frame as rows that a network learns from. */
package io.regulus.spark.data;
