package io.regulus.serve;

import java.util.concurrent.RejectedExecutionException;

/** So many rows are waiting that one more is refused: the server has more to do than it can. An HTTP server answers 503. */
public final class QueueFullException extends RejectedExecutionException {
    private static final long serialVersionUID = 1;

    QueueFullException(int waiting) {
        super(waiting
                + " rows are waiting already: ask again later, spread the work over more machines, or let more wait with"
                + " Batching.queue(" + 2L * waiting + ")");
    }
}
