/** TFRecord files of {@code tf.train.Example}: {@link io.regulus.tfrecord.TfRecordFiles} reads, {@link io.regulus.tfrecord.TfRecordWriter} writes. */
package io.regulus.tfrecord;
