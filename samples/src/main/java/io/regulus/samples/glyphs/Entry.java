package io.regulus.samples.glyphs;

import io.regulus.engine.Settings;
import io.regulus.model.Model;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A network that takes part.
 *
 * @param name for the table
 * @param model the annotated class
 * @param means what it does against overfitting
 * @param create makes it, with weights drawn from a seed
 */
record Contender(String name, String model, String means, LongFunction<Model> create) {
    /** The two networks of the demo. */
    static List<Contender> all() {
        return List.of(
                new Contender(
                        "plain",
                        PlainGlyphNet.class.getSimpleName(),
                        "no regularisation",
                        seed -> PlainGlyphNetModel.create(Settings.defaults().withSeed(seed))),
                new Contender(
                        "regularised",
                        GlyphNet.class.getSimpleName(),
                        "L2, batch norm, dropout, label smoothing",
                        seed -> GlyphNetModel.create(Settings.defaults().withSeed(seed))));
    }
}
