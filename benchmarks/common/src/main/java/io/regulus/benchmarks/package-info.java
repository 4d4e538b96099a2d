/** What the contenders of the comparison share: workloads, data, and the process that measures one of them. */
package io.regulus.benchmarks;
