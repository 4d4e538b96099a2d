package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Smaller learning rates for layers farther from the output, for fine-tuning (Howard and Ruder, Universal Language Model
 * Fine-tuning for Text Classification, 2018; Clark et al., ELECTRA, 2020): the rate of a layer is multiplied by value^depth, with
 * depth the number of layers with trained parameters between it and the output, on the longest way. The output layer has depth 0
 * and so the full rate. With {@link LearningRateFactor} on a layer both factors count.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LayerwiseRateDecay {
    /** Rate of a layer divided by that of the layer after it; 0.65 to 0.95 is usual, 1 changes nothing. */
    @Range("(0, 1]")
    double value();
}
