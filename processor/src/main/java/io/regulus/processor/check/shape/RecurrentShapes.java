package io.regulus.processor.check.shape;

import io.regulus.annotations.Merge;
import io.regulus.processor.spec.BidirectionalSpec;
import io.regulus.processor.spec.RecurrentSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shapes of recurrent layers. */
final class RecurrentShapes {
    private RecurrentShapes() {}

    static Optional<TensorShape> recurrent(RecurrentSpec spec, TensorShape input, Report report) {
        if (!report.fits(spec, true, input)) {
            return Optional.empty();
        }
        int units = spec.units().value();
        int gates = spec.kind().gates();
        boolean fits = report.kernel(spec, List.of(Math.max(input.channels(), units), gates, units));
        if (!fits) {
            return Optional.empty();
        }
        return report.row(spec, spec.returnSequences() ? List.of(input.dims().get(0), units) : List.of(units));
    }

    static Optional<TensorShape> bidirectional(BidirectionalSpec spec, TensorShape one, Report report) {
        if (spec.merge() != Merge.CONCAT) {
            return Optional.of(one);
        }
        long width = 2L * one.channels();
        if (!report.rowOf(spec, width * (one.size() / one.channels()))) {
            return Optional.empty();
        }
        List<Integer> dims = new ArrayList<>(one.dims());
        dims.set(dims.size() - 1, (int) width);
        return report.row(spec, dims);
    }
}
