package io.regulus.train;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The values of a sequence, each made by another thread while the one before is in use. For one user. */
final class Ahead<T> implements AutoCloseable {
    private final Executor maker;
    private final Supplier<T> make;
    private CompletableFuture<T> next;

    /**
     * Begins with the first value.
     *
     * @param maker the thread
     * @param make the next value; null behind the last
     */
    Ahead(Executor maker, Supplier<T> make) {
        this.maker = maker;
        this.make = make;
        this.next = CompletableFuture.supplyAsync(make, maker);
    }

    /** The next value, null behind the last; what its making threw is thrown here. */
    T next() {
        T value = made();
        if (value != null) {
            next = CompletableFuture.supplyAsync(make, maker);
        }
        return value;
    }

    private T made() {
        try {
            return next.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** Waits for what is being made: nothing is made after this. */
    @Override
    public void close() {
        next.handle((value, failure) -> value).join();
    }
}
