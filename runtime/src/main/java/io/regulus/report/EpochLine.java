package io.regulus.report;

import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import java.util.Locale;

/** An epoch in one line. */
final class EpochLine {
    private EpochLine() {}

    /**
     * {@code epoch  3/20  loss 0.4312  penalty 0.0123  accuracy 0.8521  |  validation loss 0.4010  accuracy 0.8610  |
     * 2.1 s}.
     *
     * @param epochs number asked for
     */
    static String of(EpochResult epoch, int epochs) {
        StringBuilder line = new StringBuilder(title(epoch.epoch(), epochs));
        Evaluation training = epoch.training();
        append(line, "loss", training.loss());
        if (!Double.isNaN(training.penalty())) {
            append(line, "penalty", training.penalty());
        }
        training.metrics().forEach((name, value) -> append(line, name, value));
        epoch.validation().ifPresent(validation -> {
            line.append("  |  validation");
            line.append(" loss ").append(number(validation.loss()));
            validation.metrics().forEach((name, value) -> append(line, name, value));
        });
        return line.append(String.format(Locale.ROOT, "  |  %.1f s", epoch.seconds()))
                .toString();
    }

    /** {@code epoch  3/20}: as wide for every epoch. */
    static String title(int epoch, int epochs) {
        int width = Integer.toString(epochs).length();
        return String.format(Locale.ROOT, "epoch %" + width + "d/%d", epoch, epochs);
    }

    private static void append(StringBuilder line, String name, double value) {
        line.append("  ").append(name).append(' ').append(number(value));
    }

    /** Four decimals; for what they would show as nothing, or as a long row of digits, a power of ten. */
    static String number(double value) {
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= 1e-3 && size < 1e5) || !Double.isFinite(value);
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
    }
}
