/**
 * Rows to train, evaluate and predict on: {@link io.regulus.data.Dataset}, held in memory, and the files it is read
 * from ({@link io.regulus.data.IdxFiles}, {@link io.regulus.data.CsvFiles}).
 */
package io.regulus.data;
