package io.regulus.engine;

import io.regulus.ops.Pass;
import io.regulus.ops.TrainingStep;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * The plan of a network with one input and one output.
 *
 * @param <I> type fed into the input
 * @param <T> type of the targets
 */
public interface Blueprint<I extends TNumber, T extends TNumber> extends NetworkPlan {
    /** Name of the output. */
    String OUTPUT = "predictions";

    /** What goes in. */
    InputPort<I> input();

    /** What it is trained towards. */
    TargetPort<T> target();

    @Override
    default List<InputPort<?>> inputs() {
        return List.of(input());
    }

    @Override
    default List<OutputPort> outputs() {
        return List.of(new OutputPort(OUTPUT, target()));
    }

    /** Adds the ops of one step of training. */
    TrainingStep training(Pass pass, Operand<I> input, Operand<T> target);

    /** Adds the ops of a prediction. */
    Inference inference(Pass pass, Operand<I> input, Operand<T> target);

    @Override
    default TrainingStep training(Pass pass, Feeds feeds) {
        InputPort<I> input = input();
        return training(pass, feeds.input(input.name(), input.type()), feeds.target(OUTPUT, target().type()));
    }

    @Override
    default Answers inference(Pass pass, Feeds feeds) {
        InputPort<I> input = input();
        Inference one = inference(pass, feeds.input(input.name(), input.type()), feeds.target(OUTPUT, target().type()));
        return new Answers(
                List.of(new Answer(one.outputs(), one.predictions(), one.loss())), one.loss(), pass.activityPenalty());
    }

    /**
     * A pass without training.
     *
     * @param outputs what the last layer gives, [rows, outputs]: logits for a classifier
     * @param predictions what the user is told: probabilities for a classifier
     * @param loss data loss, the mean over rows; needs the target
     */
    record Inference(Operand<TFloat32> outputs, Operand<TFloat32> predictions, Operand<TFloat32> loss) {}
}
