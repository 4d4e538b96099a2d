package io.regulus.engine;

/**
 * Training met a NaN or infinite number and stopped. The weights are those after the step before; training can go on from
 * them, with a lower learning rate for example.
 */
public final class NonFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long step;
    private final String layer;

    NonFiniteException(long step, String layer, String message, Throwable cause) {
        super(message, cause);
        this.step = step;
        this.layer = layer;
    }

    /** The step that failed, counted from 1 over the life of the model. */
    public long step() {
        return step;
    }

    /** The layer whose weights were not finite before the step, else the first whose output or gradient is not; {@code "input"} or, of several, the name of the input, {@code "target"} or {@code "loss"} where it is none. */
    public String layer() {
        return layer;
    }
}
