package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.Conv2DTransposeSpec;
import io.regulus.processor.spec.ConvolutionSpec;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NormSpec;
import io.regulus.processor.spec.Place;
import io.regulus.processor.spec.SharesSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What shares weights shares some, and gets what they were made for. */
public final class SharedWeightsRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        Set<Place> told = new HashSet<>(); // a block tells of its first layer that does not fit
        for (FieldSpec layer : draft.layers()) {
            Optional<FieldSpec> owner = layer.reuse().owner().flatMap(draft::layer);
            Optional<SharesSpec> shares = layer.reuse().shares();
            if (owner.isPresent() && shares.isPresent() && Parameters.of(layer).isEmpty()) {
                problems.add(
                        Code.SHARED_WEIGHTS,
                        shares.get().name().place(),
                        shares.get().usage().text(),
                        "'" + owner.get().name() + "' has no weights",
                        "Write its annotations here too.");
            }
            owner.flatMap(draft::shaped)
                    .ifPresent(first -> draft.shaped(layer).ifPresent(second -> check(first, second, told, problems)));
        }
    }

    private static void check(ValidField first, ValidField second, Set<Place> told, Problems problems) {
        for (int i = 0; i < Math.min(first.steps().size(), second.steps().size()); i++) {
            ValidField.Step made = first.steps().get(i);
            ValidField.Step used = second.steps().get(i);
            FieldSpec layer = second.spec();
            Place place =
                    layer.reuse().shares().map(shares -> shares.name().place()).orElse(layer.declaredPlace());
            if (Parameters.has(first.spec(), made.op()) && !fits(made, used) && told.add(place)) {
                problems.add(
                        Code.SHARED_SHAPES,
                        place,
                        layer.reuse()
                                .shares()
                                .map(shares -> shares.usage().text())
                                .orElse("Layer " + layer.name()),
                        made.op().usage().text(),
                        first.spec().name(),
                        made.input(),
                        used.input(),
                        layer.name(),
                        "its weights would have other shapes");
                return;
            }
        }
    }

    /**
     * Whether an operation has weights of the same shapes on both inputs. A convolution, a norm and a dense layer on steps look at
     * the last axis alone; of whatever else may look at more, the whole shape counts.
     */
    private static boolean fits(ValidField.Step made, ValidField.Step used) {
        TensorShape first = made.input();
        TensorShape second = used.input();
        boolean lastAxisCounts = made.op() instanceof ConvolutionSpec
                || made.op() instanceof Conv2DTransposeSpec
                || made.op() instanceof NormSpec
                || (made.op() instanceof DenseSpec && first.isSequence() && second.isSequence());
        if (made.op() instanceof EmbeddingSpec) {
            return true; // its table does not depend on what comes in
        }
        return lastAxisCounts
                ? first.rank() == second.rank() && first.channels() == second.channels()
                : List.copyOf(first.dims()).equals(second.dims());
    }
}
