package io.regulus.engine;

import io.regulus.ops.Variables;
import org.tensorflow.op.Ops;

/**
 * What all runs of an engine share.
 *
 * @param plan the network
 * @param tf the graph's root scope
 * @param variables those of the graph
 * @param ports where batches enter it
 * @param runs what may run beside what
 * @param group the other processes that train it
 * @param mirrors copies of variables that change with steps
 */
record Parts(NetworkPlan plan, Ops tf, Variables variables, Ports ports, Runs runs, Group group, Mirrors mirrors) {}
