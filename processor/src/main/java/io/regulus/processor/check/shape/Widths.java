package io.regulus.processor.check.shape;

import io.regulus.processor.check.Reused;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.BlockWidth;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.TensorShape;

/**
 * Puts sizes in the place of shares of a block's width.
 *
 * @param layer a layer of a block
 * @param input the shape that comes into the block
 * @param problems where a share that is no whole number is reported
 */
record Widths(FieldSpec layer, TensorShape input, Problems problems) {
    /** The layer with sizes; a share that is no whole number stays, and is out of range. */
    FieldSpec sized() {
        return layer.with(layer.ops().stream().map(this::sized).toList());
    }

    private OpSpec sized(OpSpec op) {
        OpSpec sized = op.sized(size -> BlockWidth.isShare(size)
                ? BlockWidth.size(size, input.channels()).orElse(size)
                : size);
        for (int i = 0; i < sized.usage().numbers().size(); i++) {
            NumberUse number = sized.usage().numbers().get(i);
            if (BlockWidth.isShare(number.value()) && canBeSized(op, i)) {
                report(op, number);
            }
        }
        return sized;
    }

    private static boolean canBeSized(OpSpec op, int number) {
        return op.sized(any -> 1).usage().numbers().get(number).inRange();
    }

    private void report(OpSpec op, NumberUse number) {
        Reused.problems(layer, problems)
                .add(
                        Code.OUT_OF_RANGE,
                        op.usage().place(),
                        op.usage().text(),
                        number.element(),
                        number.range(),
                        "The width is " + input.channels() + " here, and the share of it no whole number.");
    }
}
