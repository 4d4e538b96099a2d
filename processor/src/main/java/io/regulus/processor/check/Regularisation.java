package io.regulus.processor.check;

import io.regulus.processor.spec.ConstraintSpec;
import io.regulus.processor.spec.DecayGroupSpec;
import io.regulus.processor.spec.DecaySpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Inlining;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.PenaltySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which penalties and which decay fall on which parameter.
 *
 * @param spec what the user wrote
 */
public record Regularisation(NetworkSpec spec) {
    /** The penalties that count for a field: its own, else its block's, else the class's, unless it is excluded. */
    public List<PenaltySpec> penalties(FieldSpec field) {
        if (!field.penalties().isEmpty()) {
            return field.penalties();
        }
        if (isExcluded(field)) {
            return List.of();
        }
        List<PenaltySpec> ofBlock = ofBlock(field);
        return ofBlock.isEmpty() ? spec.penalties() : ofBlock;
    }

    /** Penalties on the field that uses the block of a layer. */
    private static List<PenaltySpec> ofBlock(FieldSpec field) {
        return field.reuse().inlining().map(Inlining::penalties).orElse(List.of());
    }

    /** The constraints that count for a field: its own, else the class's. */
    public List<ConstraintSpec> constraints(FieldSpec field) {
        List<ConstraintSpec> own = field.policies(ConstraintSpec.class);
        return own.isEmpty() ? spec.policies(ConstraintSpec.class) : own;
    }

    /** Whether decoupled decay falls on a parameter of the field: that of the optimizer, or of a group. */
    public boolean decays(DecaySpec decay, FieldSpec field, Parameter parameter) {
        return parameter.isTrained()
                && (parameter.isIn(decay.on()) || decayGroup(parameter).isPresent())
                && !isExcluded(field)
                && decay.exclude().stream().noneMatch(pattern -> matches(pattern.value(), parameter.name()));
    }

    /** The first group of decay that a parameter's name fits; where there is none the optimizer's coefficient counts. */
    public Optional<DecayGroupSpec> decayGroup(Parameter parameter) {
        return spec.policies(DecayGroupSpec.class).stream()
                .filter(group -> matches(group.pattern().value(), parameter.name()))
                .findFirst();
    }

    /** The coefficient of the decoupled decay of a parameter that decays. */
    public double weightDecay(DecaySpec decay, Parameter parameter) {
        return decayGroup(parameter)
                .map(DecayGroupSpec::weightDecay)
                .orElse(decay.weightDecay())
                .value();
    }

    /** Whether a name is one that the pattern stands for; {@code *} stands for any characters. */
    public static boolean matches(String pattern, String name) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return name.matches(regex);
    }

    /** On the field itself, or on its block or the class for every field that has no penalty of its own. */
    private boolean isExcluded(FieldSpec field) {
        if (!field.penalties().isEmpty()) {
            return field.exclude().isPresent();
        }
        return field.exclude().isPresent()
                || field.reuse().inlining().flatMap(Inlining::exclude).isPresent()
                || (spec.exclude().isPresent() && ofBlock(field).isEmpty());
    }
}
