/** The networks in Regulus. */
package io.regulus.benchmarks.regulus;
