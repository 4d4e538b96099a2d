package io.regulus.serve;

import java.time.Duration;

/**
 * One batch that was run.
 *
 * @param rows in the batch, at least 1
 * @param failed rows among them that got an exception instead of an answer
 * @param waited how long the first row had waited when the run began: the longest wait of the batch
 * @param took how long the run took; where a row failed, that of the runs after it too
 */
public record BatchRun(int rows, int failed, Duration waited, Duration took) {}
