package io.regulus.samples.glyphs;

import io.regulus.samples.Contender;
import java.util.List;

/**
 * A network of the demo.
 *
 * @param network that takes part
 * @param model the annotated class
 * @param means what it does against overfitting
 */
record Entry(Contender network, String model, String means) {
    /** The two networks of the demo. */
    static List<Entry> all() {
        return List.of(
                new Entry(
                        new Contender("plain", PlainGlyphNetModel::create),
                        PlainGlyphNet.class.getSimpleName(),
                        "no regularisation"),
                new Entry(
                        new Contender("regularised", GlyphNetModel::create),
                        GlyphNet.class.getSimpleName(),
                        "L2, batch norm, dropout, label smoothing"));
    }
}
