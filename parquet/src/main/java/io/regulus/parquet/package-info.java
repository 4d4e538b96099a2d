/** Parquet files as data sets and streams: {@link io.regulus.parquet.ParquetFiles}. */
package io.regulus.parquet;
