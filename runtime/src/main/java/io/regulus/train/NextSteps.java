package io.regulus.train;

import io.regulus.engine.Regulariser;
import java.util.ArrayList;
import java.util.List;

/** What to try next, in the words of the annotations. */
final class NextSteps {
    private final History history;
    private final List<Regulariser> regularisers;

    /** Those of a network with these regularisers. */
    NextSteps(History history, List<Regulariser> regularisers) {
        this.history = history;
        this.regularisers = regularisers;
    }

    /** Against overfitting. */
    List<String> stronger() {
        List<String> steps = new ArrayList<>();
        if (stopsEarly()) {
            if (history.ending().kind() != Ending.Kind.STOPPED) {
                steps.add("a smaller patience of the class's @EarlyStopping, to stop nearer to the best epoch");
            }
        } else if (history.ending().kind() != Ending.Kind.STOPPED) {
            steps.add("stop at the best epoch: @EarlyStopping(patience = 3) on the class, or"
                    + " Fit.callback(EarlyStopping.patience(3))");
        }
        named("raise", steps);
        if (regularisers.stream().noneMatch(Regulariser::noisy)) {
            steps.add("@Dropout(p = 0.3) behind the widest dense layer; of images @RandomFlip, @RandomCrop or @MixUp");
        }
        if (regularisers.stream().allMatch(Regulariser::noisy)) {
            steps.add("@L2(1e-4) on the class, or @AdamW(weightDecay = 0.05)");
        }
        steps.add("more training rows, or fewer units");
        return steps;
    }

    private boolean stopsEarly() {
        return regularisers.stream()
                .anyMatch(regulariser -> regulariser.annotation().startsWith("@EarlyStopping"));
    }

    /** Against underfitting. */
    List<String> weaker() {
        List<String> steps = new ArrayList<>();
        named("lower", steps);
        steps.add("more units or another layer");
        steps.add("another learning rate, three times " + rate(1)
                + " first; inputs of mean 0 and deviation 1: @Standardize");
        return steps;
    }

    private void named(String verb, List<String> steps) {
        regularisers.stream()
                .filter(regulariser -> regulariser.off().values().stream().anyMatch(value -> value == 0))
                .forEach(regulariser -> steps.add(verb + " " + regulariser + " (hyperparameter "
                        + String.join(", ", regulariser.off().keySet()) + ")"));
    }

    /** Against a loss that grows. */
    List<String> slower() {
        return List.of(
                history.epochs().isEmpty()
                        ? "a tenth of the learning rate"
                        : "a learning rate of " + rate(0.1) + " in the place of " + rate(1),
                "@ClipByGlobalNorm(1) on the class, or @CosineDecay(warmupEpochs = 1)",
                "inputs of mean 0 and deviation 1: @Standardize on the input; look for wrong numbers among inputs and targets");
    }

    /** Against a loss that jumps. */
    List<String> calmer() {
        return List.of(
                "a learning rate of " + rate(0.3) + " in the place of " + rate(1),
                "larger batches: Fit.batchSize(...) doubled, or @GradientAccumulation(batches = 2)",
                "a rate that falls: @CosineDecay or @ReduceOnPlateau on the class");
    }

    /** Where validation is not what it should be. */
    List<String> otherValidation(boolean compared) {
        List<String> steps = new ArrayList<>();
        if (!compared) {
            steps.add("compare fairly: model.diagnose(history, train) evaluates the training rows, too");
        }
        steps.add(
                "look for rows that validation and training have in common, and for inputs that are made from the target");
        steps.add(
                "draw the validation rows at random from all rows, by Splitter; of groups, such as patients, whole ones");
        return steps;
    }

    /** Where validation rows are training rows. */
    static List<String> otherRows() {
        return List.of(
                "take them from the validation rows: validation.subset(SharedRows.of(validation, train).fresh())",
                "remove repeated rows before the split; rows that belong together, as pictures of one thing, go to one side whole"
                        + " (Splitter.grouped)");
    }

    /** Where more epochs would do. */
    List<String> longer() {
        int epochs = Math.max(5, history.epochs().size());
        return List.of("more epochs: Fit.epochs(" + 2 * epochs + ")"
                + (stopsEarly() ? "" : " with @EarlyStopping(patience = 3)"));
    }

    /** Where nothing is wrong. */
    List<String> nothing(boolean unfair) {
        return unfair
                ? List.of(
                        "compare fairly: model.diagnose(history, train) evaluates the training rows, too",
                        "other strengths of the regularisers, one at a time; Ablation says what each is worth")
                : List.of("other strengths of the regularisers, one at a time; Ablation says what each is worth");
    }

    private String rate(double factor) {
        return DiagnosisRules.number(factor * history.last().learningRate())
                .replaceFirst("(\\.\\d*?)0+(?=$|e)", "$1")
                .replaceFirst("\\.(?=$|e)", "");
    }
}
