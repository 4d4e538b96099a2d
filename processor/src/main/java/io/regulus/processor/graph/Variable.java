package io.regulus.processor.graph;

import io.regulus.annotations.Initializer;
import io.regulus.processor.check.Parameter.Role;
import io.regulus.processor.spec.FieldSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A variable of a layer.
 *
 * @param layer name of the layer
 * @param suffix its name within the layer, such as {@code kernel}
 * @param role what it is
 * @param dims its dimensions
 * @param initializer how it is drawn; empty where its start is fixed or its holder knows it
 * @param holder the object that declares it; empty where it is declared on its own
 * @param penalties terms that fall on it
 * @param decayGroup the hyperparameter group whose {@code weightDecay} falls on it; empty where it does not decay
 * @param trained whether the optimizer changes it
 * @param dropped with what probability layers do without each of its values in a step; empty where they never do
 */
public record Variable(
        String layer,
        String suffix,
        Role role,
        List<Integer> dims,
        Optional<Initializer> initializer,
        Optional<Holder> holder,
        List<PenaltyTerm> penalties,
        Optional<String> decayGroup,
        boolean trained,
        Optional<Hyperparameter> dropped) {
    public Variable {
        dims = List.copyOf(dims);
        penalties = List.copyOf(penalties);
    }

    /** Its name at run time and in saved models, such as {@code head/kernel}. */
    public String name() {
        return layer + "/" + suffix;
    }

    /** Its name within the layer as a name of Java: {@code queryKernel} for {@code query_kernel}. */
    public String javaName() {
        return javaName(suffix);
    }

    static String javaName(String suffix) {
        String[] words = suffix.split("_", -1);
        return words[0]
                + Arrays.stream(words, 1, words.length).map(FieldSpec::typeName).collect(Collectors.joining());
    }

    /** Number of values. */
    public long size() {
        return dims.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
