/**
 * Graph and session: runs the network that generated code describes. {@link io.regulus.engine.NetworkPlan} is that description, {@link
 * io.regulus.engine.Engine} the living network, in parts that share its runs: {@link io.regulus.engine.Training} takes steps, {@link
 * io.regulus.engine.Inference} answers, {@link io.regulus.engine.LiveState} reads and replaces variables, {@link io.regulus.engine.Upkeep} brings averages
 * and statistics up to date. Batches come in {@link io.regulus.engine.BatchBuffer}s.
 */
package io.regulus.engine;
