/** The runner of the comparison, and its table. */
package io.regulus.benchmarks.compare;
