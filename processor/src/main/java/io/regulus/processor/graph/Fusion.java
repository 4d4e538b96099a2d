package io.regulus.processor.graph;

import io.regulus.annotations.ActivationFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operations of a layer, joined and ordered so that they cost less; the values and gradients are the same. */
final class Fusion {
    private final List<Operation> operations = new ArrayList<>();

    private Fusion() {}

    /** Joins what can be joined, from the first operation to the last. */
    static List<Operation> of(List<Operation> operations) {
        Fusion fusion = new Fusion();
        operations.forEach(fusion::add);
        return fusion.operations;
    }

    private void add(Operation next) {
        if (next instanceof Operation.Pool2D pool && pool.max() && isRelu(last())) {
            // max(relu(x)) = relu(max(x)), which works on one value per window instead of all of them
            Operation relu = removeLast();
            operations.add(pool);
            operations.add(relu);
        } else if (isRelu(next) && last() instanceof Operation.BatchNorm norm && !norm.relu()) {
            replaceLast(norm.withRelu());
        } else if (next instanceof Operation.Dropout dropout && isRelu(last())) {
            replaceLast(new Operation.Dropout(dropout.p(), true));
        } else if (next instanceof Operation.Dropout dropout
                && last() instanceof Operation.BatchNorm norm
                && endsWithRelu(norm)) {
            replaceLast(norm.withDropout(dropout.p()));
        } else if (next instanceof Operation.Pool2D pool
                && pool.max()
                && last() instanceof Operation.BatchNorm norm
                && endsWithRelu(norm)) {
            replaceLast(norm.withoutRelu());
            operations.add(pool);
            operations.add(new Operation.Activation(ActivationFunction.RELU, Optional.empty()));
        } else {
            operations.add(next);
        }
    }

    private static boolean endsWithRelu(Operation.BatchNorm norm) {
        return norm.relu() && norm.dropout().isEmpty();
    }

    private Operation last() {
        return operations.isEmpty() ? null : operations.get(operations.size() - 1);
    }

    private Operation removeLast() {
        return operations.remove(operations.size() - 1);
    }

    private void replaceLast(Operation by) {
        operations.set(operations.size() - 1, by);
    }

    private static boolean isRelu(Operation operation) {
        return operation instanceof Operation.Activation activation && activation.function() == ActivationFunction.RELU;
    }
}
