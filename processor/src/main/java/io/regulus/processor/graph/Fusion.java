package io.regulus.processor.graph;

import io.regulus.annotations.ActivationFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The operations of a layer, ordered and joined so that they cost less; the values and gradients are the same. */
final class Fusion {
    private Fusion() {}

    /** Orders, then joins, from the first operation to the last. */
    static List<Operation> of(List<Operation> operations) {
        return joined(reluAfterMaxPool(operations));
    }

    /** max(relu(x)) = relu(max(x)), which works on one value per window instead of all of them. */
    private static List<Operation> reluAfterMaxPool(List<Operation> operations) {
        List<Operation> ordered = new ArrayList<>(operations);
        for (int i = 0; i + 1 < ordered.size(); i++) {
            if (isRelu(ordered.get(i)) && isMaxPool(ordered.get(i + 1))) {
                Collections.swap(ordered, i, i + 1);
            }
        }
        return ordered;
    }

    private static List<Operation> joined(List<Operation> operations) {
        List<Operation> joined = new ArrayList<>();
        for (Operation next : operations) {
            int last = joined.size() - 1;
            Optional<Operation> both = last < 0 ? Optional.empty() : join(joined.get(last), next);
            both.ifPresentOrElse(one -> joined.set(last, one), () -> joined.add(next));
        }
        return joined;
    }

    /** Two operations as one, where there is such a one. */
    private static Optional<Operation> join(Operation first, Operation second) {
        if (first instanceof BatchNormOp norm && norm.dropout().isEmpty()) {
            if (!norm.relu() && isRelu(second)) {
                return Optional.of(norm.withRelu());
            }
            if (norm.relu() && second instanceof DropoutOp dropout) {
                return Optional.of(norm.withDropout(dropout.p()));
            }
        }
        return isRelu(first) && second instanceof DropoutOp dropout
                ? Optional.of(new DropoutOp(dropout.p(), true))
                : Optional.empty();
    }

    private static boolean isMaxPool(Operation operation) {
        return (operation instanceof PoolOp pool && pool.max())
                || (operation instanceof GlobalPoolOp global && global.max());
    }

    private static boolean isRelu(Operation operation) {
        return operation instanceof ActivationOp activation && activation.function() == ActivationFunction.RELU;
    }
}
