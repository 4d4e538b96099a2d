package io.regulus.processor.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A regulariser of the network.
 *
 * @param source the annotation as written, or the number of one, as {@code weightDecay of @AdamW}
 * @param place the layer or input that it stands on, or {@code class}
 * @param noisy whether the loss of training is of something harder for it than what is predicted
 * @param off the hyperparameters that switch it off, by name; none where it can be removed from the source only
 */
public record Regulariser(String source, String place, boolean noisy, Map<String, Double> off) {
    /** The place of what stands on the class. */
    static final String CLASS = "class";

    public Regulariser {
        off = Collections.unmodifiableMap(new LinkedHashMap<>(off));
    }
}
