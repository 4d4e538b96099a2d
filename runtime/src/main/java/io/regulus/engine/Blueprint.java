package io.regulus.engine;

import io.regulus.ops.Pass;
import io.regulus.ops.TrainingStep;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TNumber;

/**
 * What the generated code tells the engine about a network: what goes in, and which ops a step of training and a
 * prediction are.
 *
 * @param <I> type fed into the input
 * @param <T> type of the targets
 */
public interface Blueprint<I extends TNumber, T extends TNumber> {
    /** Qualified name of the annotated class. */
    String name();

    /** What goes in. */
    InputPort<I> input();

    /** What it is trained towards. */
    TargetPort<T> target();

    /** The hyperparameters by name, as they are saved. */
    Map<String, Double> hyperparameters();

    /** How many values are trained, over all weights. */
    long trainedValues();

    /**
     * Names of the annotations of the class that change how it is trained, besides task and optimizer, such as
     * {@code clipByGlobalNorm}; their numbers are among the hyperparameters, as {@code clipByGlobalNorm.value}.
     */
    default List<String> policies() {
        return List.of();
    }

    /** In which numbers it computes: float32 unless the class says otherwise. */
    default Precision precision() {
        return Precision.FLOAT32;
    }

    /** Adds the ops of one step of training. */
    TrainingStep training(Pass pass, Operand<I> input, Operand<T> target);

    /** Adds the ops of a prediction. */
    Inference inference(Pass pass, Operand<I> input, Operand<T> target);

    /**
     * A pass without training.
     *
     * @param outputs what the last layer gives, [rows, outputs]: logits for a classifier
     * @param predictions what the user is told: probabilities for a classifier
     * @param loss data loss, the mean over rows; needs the target
     */
    record Inference(Operand<TFloat32> outputs, Operand<TFloat32> predictions, Operand<TFloat32> loss) {}
}
