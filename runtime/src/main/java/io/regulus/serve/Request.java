package io.regulus.serve;

import java.util.concurrent.CompletableFuture;

/**
 * A row that waits for its answer.
 *
 * @param since when it came, by {@link System#nanoTime}
 */
record Request<R, A>(R row, CompletableFuture<A> answer, long since) {
    /** Whether nobody waits for it any more: it was cancelled or timed out. */
    boolean isGivenUp() {
        return answer.isDone();
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }
}
