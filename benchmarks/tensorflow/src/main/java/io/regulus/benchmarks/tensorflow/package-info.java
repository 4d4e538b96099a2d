/** The networks in TensorFlow Java, by hand, and what limits them all. */
package io.regulus.benchmarks.tensorflow;
