package io.regulus.train;

import io.regulus.data.Dataset;
import io.regulus.data.Values;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import java.util.List;
import java.util.Optional;

/** Sees to it that the rows of a network that learns from a teacher have what it says of them, and that it fits. */
final class Lessons {
    /** How far from 1 the sum of probabilities may be that were kept in few bits. */
    private static final double ROUNDED = 0.01;

    private final NetworkPlan network;

    Lessons(NetworkPlan network) {
        this.network = network;
    }

    /**
     * The rows with what the teacher says of them; those of a network that learns from none as they are.
     *
     * @throws IllegalArgumentException if there is no teacher where one is needed, or one where none is, or it says something else
     */
    Dataset of(Dataset data, Optional<Teacher> teacher) {
        if (!network.distils()) {
            if (teacher.isPresent()) {
                throw new IllegalArgumentException("the fit has a teacher, and " + network.name()
                        + " learns from none: write @Distill on the class, or leave teacher(...) out");
            }
            return data;
        }
        Dataset taught =
                teacher.map(asked -> data.withSoftTargets(asked.outputs(data))).orElse(data);
        if (taught.softTargets().isEmpty()) {
            throw new IllegalArgumentException(
                    network.name()
                            + " learns from a teacher, @Distill, and there is none: give fit.teacher(model::outputs), or data.withSoftTargets(...)");
        }
        require(taught.softTargets());
        return taught;
    }

    private void require(List<Values> said) {
        List<OutputPort> outputs = network.outputs();
        if (said.size() != outputs.size()) {
            throw new IllegalArgumentException("the teacher has " + said.size() + " outputs, and " + network.name()
                    + " has " + outputs.size() + ": both have to have the same");
        }
        for (int i = 0; i < outputs.size(); i++) {
            Values values = said.get(i);
            TargetPort<?> target = outputs.get(i).target();
            String which = outputs.size() == 1 ? "" : " for '" + outputs.get(i).name() + "'";
            if (values.width() != target.outputs()) {
                throw new IllegalArgumentException(
                        "the teacher gives " + values.width() + " numbers per row" + which + ", and "
                                + network.name() + " gives " + target.outputs()
                                + (target instanceof TargetPort.Classes ? ": both have to know the same classes" : ""));
            }
            if (target instanceof TargetPort.Classes) {
                requireProbabilities(values.toArray(), values.width(), which);
            }
        }
    }

    private static void requireProbabilities(float[] all, int width, String which) {
        for (int i = 0; i < all.length; i++) {
            if (!(all[i] >= 0 && all[i] <= 1)) {
                throw new IllegalArgumentException("the teacher says " + all[i] + which + " in row " + i / width
                        + ", which is no probability: give probabilities, not logits");
            }
        }
        // a single one is that of yes
        for (int row = 0; width > 1 && row < all.length / width; row++) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                sum += all[row * width + i];
            }
            if (Math.abs(sum - 1) > ROUNDED) {
                throw new IllegalArgumentException("the teacher's probabilities" + which + " add up to " + sum
                        + " in row " + row + ", and should to 1: divide them by their sum, or leave the row out");
            }
        }
    }
}
