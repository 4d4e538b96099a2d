/** The metrics of a task, computed on the CPU in double precision over all rows seen, however they are batched. */
package io.regulus.metrics;
