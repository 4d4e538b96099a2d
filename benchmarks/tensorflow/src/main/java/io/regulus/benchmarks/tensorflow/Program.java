package io.regulus.benchmarks.tensorflow;

import io.regulus.benchmarks.Network;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.framework.optimizers.Adam;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** A network with its training step and its predictions, as one graph. */
final class Program {
    /** Of the LSTM. */
    private static final int UNITS = 128;

    // [user code
    private final Network network;
    private final Ops tf;
    private final Layers layers;
    private final List<BatchNorm> norms = new ArrayList<>();
    private final List<Op> step = new ArrayList<>();
    private final Placeholder<TFloat32> inputs;
    private Placeholder<? extends TType> targets;
    private Operand<TFloat32> loss;
    private Operand<TFloat32> predictions;
    // user code]

    Program(Graph graph, Network network) {
        this.network = network;
        tf = Ops.create(graph);
        layers = new Layers(tf);
        inputs = tf.placeholder(
                TFloat32.class, Placeholder.shape(rowShape(network).prepend(-1)));
        switch (network) {
            case MLP -> mlp(graph, 512, 256);
            case WIDE_MLP -> mlp(graph, 2048, 2048);
            case CNN -> cnn(graph);
            case REGRESSION -> regression(graph);
            case EMBEDDING -> embedding(graph);
            case LSTM -> lstm(graph);
        }
    }

    static Shape rowShape(Network network) {
        return switch (network) {
            case CNN -> Shape.of(28, 28, 1);
            case LSTM -> Shape.of(Network.STEPS, Network.FEATURES);
            case MLP, WIDE_MLP, REGRESSION, EMBEDDING -> Shape.of(network.inputs());
        };
    }

    Placeholder<TFloat32> inputs() {
        return inputs;
    }

    Placeholder<? extends TType> targets() {
        return targets;
    }

    Operand<TFloat32> loss() {
        return loss;
    }

    Operand<TFloat32> predictions() {
        return predictions;
    }

    List<Op> step() {
        return step;
    }

    // [user code
    private void mlp(Graph graph, int units1, int units2) {
        Layers.Dense hidden1 = layers.dense(network.inputs(), units1);
        Layers.Dense hidden2 = layers.dense(units1, units2);
        Layers.Dense output = layers.dense(units2, network.outputs());
        BatchNorm norm1 = norm(units1);
        BatchNorm norm2 = norm(units2);

        Operand<TFloat32> values = tf.nn.relu(norm1.train(layers.apply(hidden1, inputs)));
        values = layers.dropout(values, Network.DROPOUT, network.batch(), units1);
        values = tf.nn.relu(norm2.train(layers.apply(hidden2, values)));
        values = layers.dropout(values, Network.DROPOUT, network.batch(), units2);
        minimize(graph, penalized(crossEntropy(layers.apply(output, values))));

        values = tf.nn.relu(norm1.infer(layers.apply(hidden1, inputs)));
        values = tf.nn.relu(norm2.infer(layers.apply(hidden2, values)));
        predictions = tf.nn.softmax(layers.apply(output, values));
    }

    private BatchNorm norm(int size) {
        BatchNorm norm = new BatchNorm(tf, layers, size);
        norms.add(norm);
        return norm;
    }

    /** With one-hot labels, for the sparse cross entropy has no gradient in TensorFlow Java. */
    private Operand<TFloat32> crossEntropy(Operand<TFloat32> logits) {
        Placeholder<TInt32> labels = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
        targets = labels;
        Operand<TFloat32> oneHot = tf.oneHot(labels, tf.constant(network.outputs()), tf.constant(1f), tf.constant(0f));
        return tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(logits, oneHot).loss(), tf.array(0));
    }

    private Operand<TFloat32> penalized(Operand<TFloat32> dataLoss) {
        Operand<TFloat32> sum = dataLoss;
        for (Operand<TFloat32> kernel : layers.kernels()) {
            sum = tf.math.add(sum, tf.math.mul(tf.nn.l2Loss(kernel), tf.constant(Network.L2_GRADIENT)));
        }
        return sum;
    }

    private void minimize(Graph graph, Operand<TFloat32> minimized) {
        loss = minimized;
        step.add(new Adam(graph, network.learningRate()).minimize(minimized));
        norms.forEach(norm -> step.addAll(norm.follow()));
    }
    // user code]

    private void cnn(Graph graph) {
        Layers.Convolution block1 = layers.convolution(3, 1, 32);
        Layers.Convolution block2 = layers.convolution(3, 32, 64);
        Layers.Dense head = layers.dense(7 * 7 * 64, 128);
        Layers.Dense output = layers.dense(128, network.outputs());
        BatchNorm norm1 = norm(32);
        BatchNorm norm2 = norm(64);

        Operand<TFloat32> values = pooled(norm1.trainImages(layers.apply(block1, inputs)));
        values = flat(pooled(norm2.trainImages(layers.apply(block2, values))));
        values = tf.nn.relu(layers.apply(head, values));
        values = layers.dropout(values, Network.DROPOUT, network.batch(), 128);
        minimize(graph, penalized(crossEntropy(layers.apply(output, values))));

        values = pooled(norm1.infer(layers.apply(block1, inputs)));
        values = flat(pooled(norm2.infer(layers.apply(block2, values))));
        values = tf.nn.relu(layers.apply(head, values));
        predictions = tf.nn.softmax(layers.apply(output, values));
    }

    private Operand<TFloat32> pooled(Operand<TFloat32> values) {
        return layers.maxPool(tf.nn.relu(values));
    }

    private Operand<TFloat32> flat(Operand<TFloat32> values) {
        return tf.reshape(values, tf.array(-1, 7 * 7 * 64));
    }

    private void regression(Graph graph) {
        Placeholder<TFloat32> numbers = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
        targets = numbers;
        Operand<TFloat32> values = tf.nn.relu(layers.apply(layers.dense(network.inputs(), 64), inputs));
        values = tf.nn.relu(layers.apply(layers.dense(64, 32), values));
        predictions = layers.apply(layers.dense(32, network.outputs()), values);
        minimize(graph, tf.math.mean(tf.math.squaredDifference(predictions, numbers), tf.array(0, 1)));

        // Adam of tensorflow-framework knows no decoupled decay, so it follows the update.
        Ops after = tf.withControlDependencies(step);
        float share = network.learningRate() * Network.DECAY;
        for (Operand<TFloat32> kernel : layers.kernels()) {
            step.add(after.assignSub(kernel, after.math.mul(kernel, after.constant(share))));
        }
    }

    private void embedding(Graph graph) {
        Variable<TFloat32> table = layers.table(Network.VOCABULARY, Network.EMBEDDED);
        Layers.Dense output = layers.dense(Network.EMBEDDED, network.outputs());
        Operand<TInt32> ids = tf.dtypes.cast(inputs, TInt32.class);
        Operand<TFloat32> mean = tf.math.mean(tf.gather(table, ids, tf.constant(0)), tf.constant(1));
        Operand<TFloat32> logits = layers.apply(output, mean);
        predictions = tf.nn.softmax(logits);
        minimize(graph, crossEntropy(logits));
    }

    /** Unrolled: a cell of ops per step, which is what there is without a loop that has gradients. */
    private void lstm(Graph graph) {
        Layers.Dense gates = layers.dense(Network.FEATURES + UNITS, 4 * UNITS);
        Layers.Dense output = layers.dense(UNITS, network.outputs());
        Operand<TInt32> rows = tf.shape.size(inputs, tf.constant(0));
        Operand<TFloat32> zeros = tf.fill(tf.concat(List.of(rows, tf.array(UNITS)), tf.constant(0)), tf.constant(0f));
        Operand<TFloat32> hidden = zeros;
        Operand<TFloat32> cell = zeros;
        for (int step = 0; step < Network.STEPS; step++) {
            Operand<TFloat32> here = tf.reshape(
                    tf.slice(inputs, tf.array(0, step, 0), tf.array(-1, 1, Network.FEATURES)),
                    tf.array(-1, Network.FEATURES));
            Operand<TFloat32> all = layers.apply(gates, tf.concat(List.of(here, hidden), tf.constant(1)));
            Operand<TFloat32> in = tf.math.sigmoid(part(all, 0));
            Operand<TFloat32> forget = tf.math.sigmoid(tf.math.add(part(all, 1), tf.constant(1f)));
            Operand<TFloat32> candidate = tf.math.tanh(part(all, 2));
            Operand<TFloat32> out = tf.math.sigmoid(part(all, 3));
            cell = tf.math.add(tf.math.mul(forget, cell), tf.math.mul(in, candidate));
            hidden = tf.math.mul(out, tf.math.tanh(cell));
        }
        Operand<TFloat32> logits = layers.apply(output, hidden);
        predictions = tf.nn.softmax(logits);
        minimize(graph, crossEntropy(logits));
    }

    private Operand<TFloat32> part(Operand<TFloat32> gates, int part) {
        return tf.slice(gates, tf.array(0, part * UNITS), tf.array(-1, UNITS));
    }
}
