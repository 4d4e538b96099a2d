/**
 * JMH benchmarks of single pieces of the runtime: {@code mvn -q -Pbenchmarks verify -pl benchmarks/pieces -am
 * -Dpieces.skip=false}, and with {@code -Dpieces.args="-f 1 -wi 1 -i 1 -w 100ms -r 100ms"} only to see that they run.
 */
package io.regulus.benchmarks.pieces;
