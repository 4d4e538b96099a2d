package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a neural network: the fields of the class are its layers, in declaration order a chain from the input to the
 * output. Per class {@code X} the processor generates {@code XModel} (what you use), {@code XGraph} and
 * {@code XTraining} (what you read) and {@code XHyperparameters} (the numbers).
 *
 * <pre>{@code
 * @Network(input = {28, 28, 1})
 * @Classifier(classes = 10)
 * @Adam
 * @L2(1e-4)
 * abstract class FashionNet {
 *   @Conv2D(filters = 32, kernel = 3, activation = RELU) @BatchNorm @MaxPool2D Layer block1;
 *   @Dense(units = 10) Layer logits;
 * }
 * }</pre>
 *
 * The class is never instantiated and never extended; it needs a task ({@link Classifier}, {@link BinaryClassifier} or
 * {@link Regressor}), on the class or on each field that is an output, and an optimizer ({@link Sgd}, {@link Adam}, {@link AdamW} or {@link RmsProp}).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Network {
    /**
     * Shape of one input row without the batch dimension: {@code {features}}, {@code {steps, features}} or
     * {@code {height, width, channels}}. Short for
     * one {@link Input} field named {@code input} of type float32; leave it out where such a field is declared.
     */
    @Range("[1, inf)")
    int[] input() default {};

    /**
     * The record with {@link Features} whose components are the input, in place of {@link #input}: the model then takes lists of such
     * records. {@code void.class} for none.
     */
    Class<?> rows() default void.class;
}
