package io.regulus.processor.graph;

import io.regulus.processor.spec.EmphasisSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.PolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes some rows count more than others in the loss of a classifier.
 *
 * @param classWeights the weight of each class; none where they all count the same
 * @param gamma the exponent of the focal loss; empty for cross-entropy
 */
public record Emphasis(List<Hyperparameter> classWeights, Optional<Hyperparameter> gamma) {
    public Emphasis {
        classWeights = List.copyOf(classWeights);
    }

    /** That of an output: what stands on its field where its task does, else what stands on the class. */
    static Emphasis of(NetworkSpec network, FieldSpec output, Hyperparameters numbers) {
        boolean onField = !output.tasks().isEmpty();
        Optional<String> group = onField ? Optional.of(output.name()) : Optional.empty();
        List<Hyperparameter> weights = new ArrayList<>();
        Optional<Hyperparameter> gamma = Optional.empty();
        for (EmphasisSpec spec : PolicySpec.of(EmphasisSpec.class, onField ? output.policies() : network.policies())) {
            List<Hyperparameter> read =
                    List.copyOf(numbers.ofPolicy(spec, group).values());
            if (spec instanceof EmphasisSpec.ClassWeights) {
                weights.addAll(read);
            } else {
                gamma = Optional.of(read.get(0));
            }
        }
        return new Emphasis(weights, gamma);
    }

    /** Whether every row counts the same. */
    public boolean isNone() {
        return classWeights.isEmpty() && gamma.isEmpty();
    }
}
