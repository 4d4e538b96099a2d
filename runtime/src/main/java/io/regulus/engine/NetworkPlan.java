package io.regulus.engine;

import io.regulus.ops.Head;
import io.regulus.ops.Pass;
import io.regulus.ops.TrainingStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What the generated code tells the engine about a network: what goes in, what comes out, and which ops a step of training and a
 * prediction are.
 */
public interface NetworkPlan {
    /** Qualified name of the annotated class. */
    String name();

    /** What goes in, at least one, in the order declared. */
    List<InputPort<?>> inputs();

    /** What comes out, at least one, in the order declared. */
    List<OutputPort> outputs();

    /** The hyperparameters by name, as they are saved. */
    Map<String, Double> hyperparameters();

    /** How many values are trained, over all weights. */
    long trainedValues();

    /** How many trained values a row of a batch works with: of an embedding's table no more than the rows it reads. */
    default long valuesPerRow() {
        return trainedValues();
    }

    /**
     * Names of the annotations of the class that change how it is trained, besides task and optimizer, such as
     * {@code clipByGlobalNorm}; their numbers are among the hyperparameters, as {@code clipByGlobalNorm.value}.
     */
    default List<String> policies() {
        return List.of();
    }

    /** What regularises it, as written in the class: also what the hyperparameters as they are have switched off. */
    default List<Regulariser> regularisers() {
        return List.of();
    }

    /** How many batches a step takes: their gradients are added up, and there is one update. */
    default int batchesPerStep() {
        return 1;
    }

    /** Whether weights and moving statistics have averages, which inference reads in their place. */
    default boolean averaged() {
        return epochAverages().isPresent();
    }

    /** When the averages of weights and moving statistics are taken, where that is at the ends of epochs and not in every step. */
    default Optional<EpochAverages> epochAverages() {
        return Optional.empty();
    }

    /** Whether moving statistics are computed anew over the training data when a fit ends. */
    default boolean refreshesStatistics() {
        return false;
    }

    /**
     * Whether a layer relates the steps of sequences to each other, as recurrent ones, attention and convolutions over steps
     * do: a step of training then is long, however few weights there are.
     */
    default boolean relatesSteps() {
        return false;
    }

    /** Whether a step needs what a teacher says of the rows. */
    default boolean distils() {
        return false;
    }

    /** In which numbers it computes: float32 unless the class says otherwise. */
    default Precision precision() {
        return Precision.FLOAT32;
    }

    /** Adds the ops of one step of training. */
    TrainingStep training(Pass pass, Feeds feeds);

    /** Adds the ops of a prediction. */
    Answers inference(Pass pass, Feeds feeds);

    /**
     * A pass without training.
     *
     * @param outputs one by one
     * @param loss data loss over all of them; needs the targets
     * @param activityPenalty the penalty on what layers give, where there is one
     */
    record Answers(List<Answer> outputs, Operand<TFloat32> loss, Optional<Operand<TFloat32>> activityPenalty) {
        public Answers {
            outputs = List.copyOf(outputs);
        }

        /**
         * Of the outputs with their losses, and what the user is told of each.
         *
         * @param predictions in the order of the outputs
         */
        public static Answers of(Pass pass, List<Head> heads, List<Operand<TFloat32>> predictions) {
            List<Answer> outputs = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                Head head = heads.get(i);
                outputs.add(new Answer(
                        head.outputs(), predictions.get(i), head.loss().value()));
            }
            return new Answers(outputs, Head.total(pass, heads), pass.activityPenalty());
        }
    }

    /**
     * One output of a pass without training.
     *
     * @param outputs what its layer gives, [rows, outputs]: logits for a classifier
     * @param predictions what the user is told: probabilities for a classifier
     * @param loss its data loss; needs its target
     */
    record Answer(Operand<TFloat32> outputs, Operand<TFloat32> predictions, Operand<TFloat32> loss) {}
}
