package io.regulus.engine;

import io.regulus.ops.Variable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Map;

/** What of a living network is stored and given back: what it is, its variables and its step. Nothing of it runs. */
public interface NetworkState {
    /** Qualified name of the annotated class. */
    String name();

    /** The seed of initial values and dropout masks. */
    long seed();

    /** Its numbers, by name. */
    Map<String, Double> hyperparameters();

    /** Number of steps taken over the life of the model. */
    long step();

    /** Every variable, the training state included. */
    Collection<Variable<?>> variables();

    /** Values of the named variables, all of one moment, as little-endian bytes. */
    Map<String, byte[]> readVariables(Collection<String> names);

    /**
     * Replaces variables, all or none; waits for runs in flight. Where a weight or statistic is replaced and its moving average is not
     * named, the average starts anew from the same value.
     *
     * @throws IllegalArgumentException if a name is unknown or a value has another size
     */
    void writeVariables(Map<String, byte[]> named);

    /** A view of a variable's value in the order of bytes that variables are read and written in. */
    static ByteBuffer bytes(byte[] value) {
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    }
}
