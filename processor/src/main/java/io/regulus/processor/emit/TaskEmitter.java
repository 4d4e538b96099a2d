package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.LOSSES;
import static io.regulus.processor.emit.RuntimeNames.TARGET_PORT;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.graph.Emphasis;
import io.regulus.processor.graph.OutputNode;
import io.regulus.processor.spec.TaskSpec;

/** What generated code says of a task. */
interface TaskEmitter {
    /** Type of the targets that are fed. */
    ClassName targetType();

    /** Class of the target port. */
    ClassName port();

    /** Creates the target port. */
    CodeBlock newPort();

    /** Data loss of {@code outputs} against {@code target}. */
    CodeBlock loss();

    /** What the user is told, from an expression for the outputs. */
    CodeBlock predictions(CodeBlock outputs);

    /** How what it gives is compared with what another run or network gives: a constant of the runtime's {@code Agreement}. */
    String agreement();

    /** What the user is told, in words. */
    String meaning();

    /** The formula of the loss, for a comment. */
    String formula();

    static TaskEmitter of(OutputNode output) {
        if (output.task() instanceof TaskSpec.Classifier classifier) {
            return new Classifier(classifier, output.group(), output.emphasis());
        }
        if (output.task() instanceof TaskSpec.Regressor regressor) {
            return new Regressor(regressor, output.group());
        }
        return new BinaryClassifier(output.group(), output.emphasis());
    }

    /** Several classes. */
    record Classifier(TaskSpec.Classifier task, String group, Emphasis emphasis) implements TaskEmitter {
        @Override
        public ClassName targetType() {
            return RuntimeNames.INT32;
        }

        @Override
        public ClassName port() {
            return TARGET_PORT.nestedClass("Classes");
        }

        @Override
        public CodeBlock newPort() {
            int classes = task.outputs().value();
            return CodeBlock.of("new $T($L, $L)", port(), classes, classes);
        }

        @Override
        public CodeBlock loss() {
            return CodeBlock.of(
                    "$T.softmaxCrossEntropy(pass, outputs, target, $L, hyper.$N().labelSmoothing()$L)",
                    LOSSES,
                    task.outputs().value(),
                    group,
                    EmphasisCode.argument(emphasis));
        }

        @Override
        public CodeBlock predictions(CodeBlock outputs) {
            return CodeBlock.of("pass.tf().nn.softmax($L)", outputs);
        }

        @Override
        public String agreement() {
            return "CLASSES";
        }

        @Override
        public String meaning() {
            return "Probabilities of the " + task.outputs().value() + " classes, a row per row";
        }

        @Override
        public String formula() {
            return EmphasisCode.formula(emphasis, "Softmax cross-entropy") + "; labels smoothed by {@code " + group
                    + ".labelSmoothing}.";
        }
    }

    /** Yes or no. */
    record BinaryClassifier(String group, Emphasis emphasis) implements TaskEmitter {
        @Override
        public ClassName targetType() {
            return RuntimeNames.INT32;
        }

        @Override
        public ClassName port() {
            return TARGET_PORT.nestedClass("Classes");
        }

        @Override
        public CodeBlock newPort() {
            return CodeBlock.of("new $T(2, 1)", port());
        }

        @Override
        public CodeBlock loss() {
            return CodeBlock.of(
                    "$T.sigmoidCrossEntropy(pass, outputs, target, hyper.$N().labelSmoothing()$L)",
                    LOSSES,
                    group,
                    EmphasisCode.argument(emphasis));
        }

        @Override
        public CodeBlock predictions(CodeBlock outputs) {
            return CodeBlock.of("pass.tf().math.sigmoid($L)", outputs);
        }

        @Override
        public String agreement() {
            return "YES_OR_NO";
        }

        @Override
        public String meaning() {
            return "Probability of class 1, row by row";
        }

        @Override
        public String formula() {
            return EmphasisCode.formula(emphasis, "Sigmoid cross-entropy") + "; labels smoothed by {@code " + group
                    + ".labelSmoothing}.";
        }
    }

    /** Real numbers. */
    record Regressor(TaskSpec.Regressor task, String group) implements TaskEmitter {
        @Override
        public ClassName targetType() {
            return RuntimeNames.FLOAT32;
        }

        @Override
        public ClassName port() {
            return TARGET_PORT.nestedClass("Values");
        }

        @Override
        public CodeBlock newPort() {
            return CodeBlock.of("new $T($L)", port(), task.outputs().value());
        }

        @Override
        public CodeBlock loss() {
            return switch (task.loss()) {
                case MSE -> CodeBlock.of("$T.squaredError(pass, outputs, target)", LOSSES);
                case MAE -> CodeBlock.of("$T.absoluteError(pass, outputs, target)", LOSSES);
                case HUBER -> CodeBlock.of("$T.huber(pass, outputs, target, hyper.$N().delta())", LOSSES, group);
            };
        }

        @Override
        public CodeBlock predictions(CodeBlock outputs) {
            return outputs;
        }

        @Override
        public String agreement() {
            return "VALUES";
        }

        @Override
        public String meaning() {
            int values = task.outputs().value();
            return values == 1
                    ? "The predicted value, row by row"
                    : "The " + values + " predicted values, a row per row";
        }

        @Override
        public String formula() {
            return switch (task.loss()) {
                case MSE -> "Mean squared error over rows and outputs.";
                case MAE -> "Mean absolute error over rows and outputs.";
                case HUBER -> "Mean Huber loss over rows and outputs.";
            };
        }
    }
}
