/** The networks in Deeplearning4j. */
package io.regulus.benchmarks.dl4j;
