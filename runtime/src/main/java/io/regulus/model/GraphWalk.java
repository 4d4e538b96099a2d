package io.regulus.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;

/** Goes through the graph against the direction in which it computes. */
final class GraphWalk {
    private GraphWalk() {}

    /**
     * The ops that an output is made of, the nearest first.
     *
     * @param isEnd behind which ops not to look
     */
    static List<GraphOperation> behind(Operand<?> output, Predicate<GraphOperation> isEnd) {
        List<GraphOperation> reached = new ArrayList<>();
        Set<GraphOperation> seen = new HashSet<>();
        Deque<Operand<?>> open = new ArrayDeque<>(List.of(output));
        while (!open.isEmpty()) {
            GraphOperation op = (GraphOperation) open.remove().op();
            if (seen.add(op)) {
                reached.add(op);
                if (!isEnd.test(op)) {
                    open.addAll(op.inputs());
                }
            }
        }
        return reached;
    }
}
