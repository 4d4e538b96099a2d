package io.regulus.spark.job;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.regulus.train.Ending;
import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import io.regulus.train.History;
import java.util.List;
import java.util.Optional;

/** A history as JSON, on its way from the process that trained to the driver. */
public final class HistoryText {
    // losses and metrics may be NaN
    private static final Gson JSON =
            new GsonBuilder().serializeSpecialFloatingPointValues().create();

    private HistoryText() {}

    private record Whole(List<Epoch> epochs, Ending ending) {}

    /** @param validation null where there was none: Gson knows no Optional */
    private record Epoch(
            int epoch, Evaluation training, Evaluation validation, double learningRate, int steps, double seconds) {
        static Epoch of(EpochResult result) {
            return new Epoch(
                    result.epoch(),
                    result.training(),
                    result.validation().orElse(null),
                    result.learningRate(),
                    result.steps(),
                    result.seconds());
        }

        EpochResult result() {
            return new EpochResult(epoch, training, Optional.ofNullable(validation), learningRate, steps, seconds);
        }
    }

    /** As text. */
    public static String write(History history) {
        return JSON.toJson(new Whole(history.epochs().stream().map(Epoch::of).toList(), history.ending()));
    }

    /** What {@link #write} has written. */
    public static History read(String text) {
        Whole whole = JSON.fromJson(text, Whole.class);
        return new History(whole.epochs().stream().map(Epoch::result).toList(), whole.ending());
    }
}
