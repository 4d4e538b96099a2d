package io.regulus.samples;

import io.regulus.engine.Settings;
import io.regulus.model.Model;
import java.util.function.Function;

/**
 * A network that takes part in a comparison.
 *
 * @param name for the table
 * @param create makes it
 */
public record Contender(String name, Function<Settings, Model> create) {
    /** The network with weights drawn from a seed. */
    public Model create(long seed) {
        return create.apply(Settings.defaults().withSeed(seed));
    }
}
