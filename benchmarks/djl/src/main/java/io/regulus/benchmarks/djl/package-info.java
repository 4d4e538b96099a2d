/** The networks in DJL. */
package io.regulus.benchmarks.djl;
