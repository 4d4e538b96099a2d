package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares rows of data: a record whose components say what they are to a network. Per record {@code X} the processor generates
 * {@code XRows}, which reads such rows from files and encodes them; a {@link Network} with {@code rows = X.class} takes them as
 * they are.
 *
 * <pre>{@code
 * @Features
 * record House(
 *     @Numeric float income,
 *     @Numeric(missing = MissingNumber.MEAN) Float bedrooms,
 *     @Categorical String proximity,
 *     @Label float price) {}
 *
 * @Network(rows = House.class)
 * @Regressor
 * @Adam
 * abstract class Price {
 *   @Dense(units = 64, activation = RELU) Layer hidden;
 *   @Dense(units = 1) Layer price;
 * }
 * }</pre>
 *
 * Every component has one of {@link Numeric}, {@link Categorical}, {@link Label}, {@link RowWeight} and {@link Ignored}. The numeric
 * and categorical ones, in their order, make the input of the network; embedded ones are looked up and joined to it. What an
 * encoding has to know, such as means and categories, is learned from the rows of the first {@code fit}, saved with the model and
 * never learned again.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Features {}
