package io.regulus.processor.spec;

/**
 * A value as the user wrote it.
 *
 * @param value the value, the annotation's default where nothing was written
 * @param explicit whether the user wrote it
 * @param place where it was written; the annotation itself where it was not
 */
public record Written<T>(T value, boolean explicit, Place place) {
    /** Another value in the same place. */
    public <R> Written<R> with(R other) {
        return new Written<>(other, explicit, place);
    }
}
