package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.LOSSES;
import static io.regulus.processor.emit.RuntimeNames.TARGET_PORT;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
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

    /** What the user is told, from {@code outputs}. */
    CodeBlock predictions();

    /** The formula of the loss, for a comment. */
    String formula();

    static TaskEmitter of(TaskSpec task) {
        if (task instanceof TaskSpec.Classifier classifier) {
            return new Classifier(classifier);
        }
        if (task instanceof TaskSpec.Regressor regressor) {
            return new Regressor(regressor);
        }
        return new BinaryClassifier();
    }

    /** Several classes. */
    record Classifier(TaskSpec.Classifier task) implements TaskEmitter {
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
                    "$T.softmaxCrossEntropy(pass, outputs, target, $L, hyper.task().labelSmoothing())",
                    LOSSES,
                    task.outputs().value());
        }

        @Override
        public CodeBlock predictions() {
            return CodeBlock.of("pass.tf().nn.softmax(outputs)");
        }

        @Override
        public String formula() {
            return "Softmax cross-entropy, the mean over the rows; labels smoothed by {@code task.labelSmoothing}.";
        }
    }

    /** Yes or no. */
    record BinaryClassifier() implements TaskEmitter {
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
            return CodeBlock.of("$T.sigmoidCrossEntropy(pass, outputs, target, hyper.task().labelSmoothing())", LOSSES);
        }

        @Override
        public CodeBlock predictions() {
            return CodeBlock.of("pass.tf().math.sigmoid(outputs)");
        }

        @Override
        public String formula() {
            return "Sigmoid cross-entropy, the mean over the rows; labels smoothed by {@code task.labelSmoothing}.";
        }
    }

    /** Real numbers. */
    record Regressor(TaskSpec.Regressor task) implements TaskEmitter {
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
                case HUBER -> CodeBlock.of("$T.huber(pass, outputs, target, hyper.task().delta())", LOSSES);
            };
        }

        @Override
        public CodeBlock predictions() {
            return CodeBlock.of("outputs");
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
