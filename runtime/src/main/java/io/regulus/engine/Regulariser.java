package io.regulus.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A regulariser of a network.
 *
 * @param annotation as written, {@code @Dropout(p = 0.5)}, or the number of an annotation that does more, {@code weightDecay of @AdamW}
 * @param place the layer or input that it stands on, or {@code class}
 * @param noisy whether the loss of training is of something harder for it than what is predicted, as under dropout or with images
 *     changed at random
 * @param off the hyperparameters that switch it off, by name, each with the value at which it does nothing; none where it is removed from
 *     the source only
 */
public record Regulariser(String annotation, String place, boolean noisy, Map<String, Double> off) {
    public Regulariser {
        off = Collections.unmodifiableMap(new LinkedHashMap<>(off));
    }

    /** One that no number switches off: for generated code. */
    public static Regulariser of(String annotation, String place) {
        return new Regulariser(annotation, place, false, Map.of());
    }

    /** One that no number switches off, under which training has a harder task than prediction: for generated code. */
    public static Regulariser noisy(String annotation, String place) {
        return new Regulariser(annotation, place, true, Map.of());
    }

    /** The same, with a hyperparameter that switches it off: for generated code. */
    public Regulariser off(String hyperparameter, double value) {
        Map<String, Double> more = new LinkedHashMap<>(off);
        more.put(hyperparameter, value);
        return new Regulariser(annotation, place, noisy, more);
    }

    /** Whether hyperparameters can switch it off; otherwise the annotation has to be taken from the class. */
    public boolean removable() {
        return !off.isEmpty();
    }

    /**
     * Whether it does something under these hyperparameters.
     *
     * @param numbers every hyperparameter of the network by name
     */
    public boolean isOn(Map<String, Double> numbers) {
        return off.isEmpty()
                || off.entrySet().stream().anyMatch(number -> !number.getValue().equals(numbers.get(number.getKey())));
    }

    /** {@code @Dropout(p = 0.5) of head}, {@code @L2(1e-4) of the class}, {@code weightDecay of @AdamW}. */
    @Override
    public String toString() {
        boolean ofClass = place.equals("class");
        if (!annotation.startsWith("@")) {
            return ofClass ? annotation : annotation + ", " + place;
        }
        return annotation + " of " + (ofClass ? "the class" : place);
    }
}
