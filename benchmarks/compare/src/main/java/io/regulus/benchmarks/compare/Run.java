package io.regulus.benchmarks.compare;

import io.regulus.benchmarks.Outcome;
import io.regulus.benchmarks.Workload;

/** One process that gave a result. */
record Run(int round, Workload workload, Program program, int threads, Outcome outcome) {}
