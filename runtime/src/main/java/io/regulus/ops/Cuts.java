package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;

/** The values of a pass whose gradients are said by whoever made them, because TensorFlow has none, or a wrong one, of what they are made with. */
final class Cuts {
    private final Ops tf;
    private final List<Cut> cuts = new ArrayList<>();

    private record Cut(
            Operand<TFloat32> value,
            List<Operand<TFloat32>> inputs,
            Function<Operand<TFloat32>, List<Operand<TFloat32>>> gradient) {}

    Cuts(Ops tf) {
        this.tf = tf;
    }

    /** See {@link Pass#cut}. */
    Operand<TFloat32> cut(
            Operand<TFloat32> value,
            List<Operand<TFloat32>> inputs,
            Function<Operand<TFloat32>, List<Operand<TFloat32>>> gradient) {
        // TensorFlow's own way back ends here
        Operand<TFloat32> end = tf.stopGradient(value);
        cuts.add(new Cut(end, List.copyOf(inputs), gradient));
        return end;
    }

    void forget() {
        cuts.clear();
    }

    /** See {@link Pass#gradients}. */
    List<Operand<TFloat32>> gradients(
            List<Operand<TFloat32>> outputs,
            List<Operand<TFloat32>> upstream,
            List<? extends Operand<TFloat32>> inputs) {
        List<Operand<TFloat32>> from = new ArrayList<>();
        // TensorFlow gives up on what an output that is read on gets from behind it, unless the output is a leaf
        outputs.forEach(output -> from.add(tf.identity(output)));
        List<Operand<TFloat32>> given = new ArrayList<>(upstream);
        // the last first: what was made later depends on what was made before
        for (int i = cuts.size() - 1; i >= 0; i--) {
            Cut cut = cuts.get(i);
            Operand<TFloat32> byValue = tf.gradients(from, List.of(cut.value()), Gradients.dx(given))
                    .dy(0);
            cut.inputs().forEach(input -> from.add(tf.identity(input)));
            given.addAll(cut.gradient().apply(byValue));
        }
        Gradients all = tf.gradients(from, inputs, Gradients.dx(given));
        return IntStream.range(0, inputs.size())
                .<Operand<TFloat32>>mapToObj(all::<TFloat32>dy)
                .toList();
    }
}
