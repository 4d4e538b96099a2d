package io.regulus.processor.check.shape;

import io.regulus.processor.spec.MultiHeadAttentionSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.ScoredAttentionSpec;
import io.regulus.processor.spec.TensorShape;
import io.regulus.processor.spec.TransformerBlockSpec;
import java.util.List;
import java.util.Optional;

/** Shapes of attention and of what tells steps apart: they work on sequences. */
final class AttentionShapes {
    private AttentionShapes() {}

    /**
     * The shape of the query with the features of the output.
     *
     * @param inputs the sequence, or query and value
     */
    static Optional<TensorShape> attention(MultiHeadAttentionSpec spec, List<TensorShape> inputs, Report report) {
        for (TensorShape input : inputs) {
            if (!report.fits(spec, true, input)) {
                return Optional.empty();
            }
        }
        TensorShape query = inputs.get(0);
        TensorShape value = inputs.get(inputs.size() - 1);
        int heads = spec.heads().value();
        int outputs = spec.outputs(query.channels());
        boolean kernelsFit = report.kernel(
                        spec, List.of(query.channels(), heads, spec.keyDim().value()))
                && report.kernel(
                        spec, List.of(value.channels(), heads, spec.keyDim().value()))
                && report.kernel(spec, List.of(value.channels(), heads, spec.headValues()))
                && report.kernel(spec, List.of(heads, spec.headValues(), outputs));
        long scores = Sizes.product(List.of(heads, steps(query), steps(value)));
        return kernelsFit && report.rowOf(spec, scores)
                ? report.row(spec, List.of(steps(query), outputs))
                : Optional.empty();
    }

    /**
     * The steps of the query with the features of the value.
     *
     * @param inputs the sequence, or query and value, or query, value and key
     */
    static Optional<TensorShape> scored(
            ScoredAttentionSpec spec, List<String> names, List<TensorShape> inputs, Report report) {
        for (TensorShape input : inputs) {
            if (!report.fits(spec, true, input)) {
                return Optional.empty();
            }
        }
        TensorShape query = inputs.get(0);
        TensorShape value = inputs.get(Math.min(1, inputs.size() - 1));
        TensorShape key = inputs.get(inputs.size() - 1);
        if (query.channels() != key.channels()) {
            return report.doNotMerge(
                    spec,
                    "a score is of the features of the query and of the key, which must be as many",
                    names.get(0),
                    names.get(names.size() - 1),
                    "Bring both to one number of features, with @Dense in a field before.");
        }
        if (steps(value) != steps(key)) {
            return report.doNotMerge(
                    spec,
                    "each step of the value has its key, so both have as many steps",
                    names.get(1),
                    names.get(2),
                    "Make the key of the layer that the value is made of.");
        }
        long scores = Sizes.product(List.of(steps(query), steps(value), spec.additive() ? query.channels() : 1));
        return report.rowOf(spec, scores)
                ? report.row(spec, List.of(steps(query), value.channels()))
                : Optional.empty();
    }

    /** The sequence itself, looked at and fed on. */
    static Optional<TensorShape> block(TransformerBlockSpec spec, TensorShape input, Report report) {
        if (!report.fits(spec, true, input)) {
            return Optional.empty();
        }
        int heads = spec.heads().value();
        int units = spec.feedForward().value();
        boolean kernelsFit = report.kernel(
                        spec, List.of(input.channels(), heads, spec.keyDim().value()))
                && report.kernel(spec, List.of(input.channels(), units));
        boolean rowsFit = report.rowOf(spec, Sizes.product(List.of(heads, steps(input), steps(input))))
                && report.rowOf(spec, Sizes.product(List.of(steps(input), units)));
        return kernelsFit && rowsFit ? Optional.of(input) : Optional.empty();
    }

    /** The sequence itself, with its steps told apart. */
    static Optional<TensorShape> position(OpSpec spec, TensorShape input, Report report) {
        return report.fits(spec, true, input) ? Optional.of(input) : Optional.empty();
    }

    private static int steps(TensorShape sequence) {
        return sequence.dims().get(0);
    }
}
