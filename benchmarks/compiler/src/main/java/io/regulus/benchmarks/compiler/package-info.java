/**
 * What the annotation processor costs a build, beside that of AutoValue: start
 * {@link io.regulus.benchmarks.compiler.CompilerBenchmark}.
 */
package io.regulus.benchmarks.compiler;
