package io.regulus.processor.graph;

import io.regulus.annotations.ActivationFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Operations in an order that costs less and gives the same bits. */
final class Cheaper {
    private Cheaper() {}

    /**
     * Moves a ReLU behind the max pooling that follows it: max(relu(x)) = relu(max(x)), with equal gradients, and the ReLU
     * then works on one value per window instead of all of them.
     */
    static List<Operation> order(List<Operation> operations) {
        List<Operation> order = new ArrayList<>(operations);
        for (int i = 0; i + 1 < order.size(); i++) {
            if (isRelu(order.get(i)) && order.get(i + 1) instanceof Operation.Pool2D pool && pool.max()) {
                Collections.swap(order, i, i + 1);
            }
        }
        return order;
    }

    private static boolean isRelu(Operation operation) {
        return operation instanceof Operation.Activation activation && activation.function() == ActivationFunction.RELU;
    }
}
