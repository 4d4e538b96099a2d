package io.regulus.micrometer;

import io.micrometer.core.instrument.Tag;
import java.util.List;

/** How meters are told apart. */
final class Names {
    private Names() {}

    /** The tag of all meters of a model. */
    static List<Tag> tags(String model) {
        if (model == null || model.isBlank()) {
            throw new IllegalArgumentException("name = " + model
                    + ": give the model a name, such as \"fashion\", for the tag model of its meters");
        }
        return List.of(Tag.of("model", model));
    }
}
