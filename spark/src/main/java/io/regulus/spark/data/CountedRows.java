package io.regulus.spark.data;

import org.apache.spark.api.java.JavaPairRDD;

/**
 * Rows as the bytes that a network learns from.
 *
 * @param rows number of each row, from 0 without gaps, and its bytes
 * @param count how many there are
 */
public record CountedRows(JavaPairRDD<Long, byte[]> rows, long count) {}
