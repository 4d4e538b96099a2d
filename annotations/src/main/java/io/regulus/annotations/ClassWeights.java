package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the rows of a class count more or less in the loss of a {@link Classifier} or {@link BinaryClassifier}: the data loss of a
 * step is the mean over rows of w * l, with the weight w of the row's class and l the loss of the row, label smoothing and focus
 * included. It is divided by the number of rows and not by the sum of their weights, as with Keras's {@code class_weight} and unlike
 * {@code CrossEntropyLoss(weight = w)} of PyTorch. Of rows that are mixed each part has the weight of its own class; weights of
 * rows multiply those of classes.
 *
 * <p>They count in training alone: the loss of an evaluation is that of the data as it is. On the class they are those of the one
 * output, on a field with a task those of that output.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface ClassWeights {
    /**
     * The weight of class 0, of class 1 and so on, one for each class; of a binary classifier those of 0 and 1. At most 100; for more
     * classes, or for weights that are counted from the data, there is {@code Dataset.withClassWeights}.
     */
    @Range("[0, inf)")
    double[] value();
}
