package io.regulus.processor.check;

import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Inlining;
import io.regulus.processor.spec.SharesSpec;
import java.util.Optional;

/** Where it is told what a layer makes of operations that are written elsewhere: what does not fit is not the operation, but its use. */
public final class Reused {
    private Reused() {}

    /** The problems of the operations of a layer: of one that takes them from elsewhere at the field that does so. */
    public static Problems problems(FieldSpec layer, Problems problems) {
        Optional<Inlining> block = layer.reuse().inlining();
        if (block.isPresent()) {
            return problems.at(
                    block.get().place(),
                    layer.name() + " of the block " + block.get().block());
        }
        Optional<SharesSpec> shares = layer.reuse().shares();
        return shares.isPresent()
                ? problems.at(
                        shares.get().usage().place(),
                        layer.name() + ", which is '" + shares.get().name().value() + "' once more")
                : problems;
    }
}
