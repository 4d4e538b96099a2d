package io.regulus.processor;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.annotations.DataType;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameter.Role;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Regularisation;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.problem.Problem;
import io.regulus.processor.spec.DecaySpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Sourced;
import io.regulus.processor.spec.TensorShape;
import io.regulus.processor.spec.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCheckerTest {
    private static final Checked FASHION_NET = Checked.of("""
            @Network(input = {28, 28, 1})
            @Classifier(classes = 10, labelSmoothing = 0.1)
            @Adam(learningRate = 1e-3)
            @L2(1e-4)
            abstract class Net {
              @Conv2D(filters = 32, kernel = 3, activation = RELU) @BatchNorm @MaxPool2D Layer block1;
              @MaxPool2D @BatchNorm @Conv2D(filters = 64, kernel = 3, activation = RELU) Layer block2;
              @Dense(units = 128, activation = RELU) @Dropout(p = 0.5) Layer head;
              @Dense(units = 10) @ExcludeFromDecay Layer logits;
            }
            """);

    private static final Checked BRANCHES = Checked.of("""
            @Network
            @Regressor(outputs = 3)
            @AdamW(decayOn = On.ALL, excludeFromDecay = {"first/bi*", "*/shift"})
            abstract class Net {
              @Dense(units = 3) @From("both") Layer out;
              @Input(shape = {9, 7, 2}, type = DataType.UINT8, scale = 0.5) Layer image;
              @Conv2D(filters = 4, kernel = {3, 2}, strides = {2, 3}, padding = Padding.SAME, activation = TANH)
              Layer first;
              @AvgPool2D(pool = {2, 1}, strides = 1) @BatchNorm @L1(value = 1e-4, proximal = true, on = On.ALL) Layer second;
              @GlobalAvgPool2D @From("first") Layer mean;
              @Flatten @From("second") @AcceptAdvice("RG101") Layer flat;
              @Concat @From({"flat", "mean"}) Layer both;
            }
            """);

    @Test
    void fieldsReadTheOneAbove() {
        assertThat(FASHION_NET.model().fields().stream().map(ValidField::inputs))
                .containsExactly(List.of("input"), List.of("block1"), List.of("block2"), List.of("head"))
                .inOrder();
        assertThat(output(FASHION_NET)).isEqualTo("logits");
        assertThat(FASHION_NET.result().problems()).isEmpty();
    }

    private static String output(Checked checked) {
        return checked.model().outputs().get(0).field().name();
    }

    @Test
    void operationsRunInTheOrderOfTheirSlots() {
        List<String> block2 = FASHION_NET.field("block2").steps().stream()
                .map(ValidField.Step::op)
                .map(Sourced::usage)
                .map(Usage::annotation)
                .toList();
        assertThat(block2).containsExactly("Conv2D", "BatchNorm", "MaxPool2D").inOrder();
    }

    @Test
    void shapesAreThoseOfKeras() {
        assertThat(FASHION_NET.model().fields().stream().map(ValidField::output))
                .containsExactly(
                        TensorShape.of(13, 13, 32), TensorShape.of(5, 5, 64), TensorShape.of(128), TensorShape.of(10))
                .inOrder();
        assertThat(FASHION_NET.field("block1").steps().get(0).output()).isEqualTo(TensorShape.of(26, 26, 32));
        assertThat(FASHION_NET.field("head").steps().get(0).input()).isEqualTo(TensorShape.of(5, 5, 64));
    }

    @Test
    void layersComeAfterTheOnesTheyRead() {
        assertThat(BRANCHES.model().fields().stream().map(field -> field.spec().name()))
                .containsExactly("first", "second", "mean", "flat", "both", "out")
                .inOrder();
        assertThat(output(BRANCHES)).isEqualTo("out");
        assertThat(BRANCHES.field("both").inputs())
                .containsExactly("flat", "mean")
                .inOrder();
    }

    @Test
    void shapesOfBranches() {
        assertThat(BRANCHES.model().inputs().get(0).shape().value())
                .containsExactly(9, 7, 2)
                .inOrder();
        assertThat(BRANCHES.field("first").output()).isEqualTo(TensorShape.of(5, 3, 4));
        assertThat(BRANCHES.field("second").output()).isEqualTo(TensorShape.of(4, 3, 4));
        assertThat(BRANCHES.field("mean").output()).isEqualTo(TensorShape.of(4));
        assertThat(BRANCHES.field("flat").output()).isEqualTo(TensorShape.of(48));
        assertThat(BRANCHES.field("both").output()).isEqualTo(TensorShape.of(52));
    }

    @Test
    void theInputKeepsItsTypeAndScale() {
        assertThat(BRANCHES.model().inputs().get(0).type()).isEqualTo(DataType.UINT8);
        assertThat(BRANCHES.model().inputs().get(0).scale()).isEqualTo(0.5);
        assertThat(FASHION_NET.model().inputs().get(0).type()).isEqualTo(DataType.FLOAT32);
    }

    @Test
    void parametersHaveNamesAndRoles() {
        assertThat(Parameters.of(FASHION_NET.field("block1").spec()))
                .containsExactly(
                        new Parameter("block1/kernel", Role.KERNEL, false),
                        new Parameter("block1/scale", Role.SCALE, false),
                        new Parameter("block1/shift", Role.SHIFT, false),
                        new Parameter("block1/mean", Role.STATISTIC, false),
                        new Parameter("block1/variance", Role.STATISTIC, false))
                .inOrder();
        assertThat(Parameters.of(FASHION_NET.field("head").spec()))
                .containsExactly(
                        new Parameter("head/kernel", Role.KERNEL, false), new Parameter("head/bias", Role.BIAS, false))
                .inOrder();
    }

    @Test
    void penaltiesOfAFieldReplaceThoseOfTheClass() {
        Regularisation regularisation = new Regularisation(FASHION_NET.spec());
        assertThat(regularisation.penalties(FASHION_NET.field("head").spec()))
                .isEqualTo(FASHION_NET.spec().penalties());
        assertThat(regularisation.penalties(FASHION_NET.field("logits").spec())).isEmpty();
        FieldSpec second = BRANCHES.field("second").spec();
        assertThat(new Regularisation(BRANCHES.spec()).penalties(second)).isEqualTo(second.penalties());
        assertThat(second.penalties().get(0).proximal()).isTrue();
    }

    @Test
    void decayFallsOnWhatNoPatternTakesOut() {
        DecaySpec decay = BRANCHES.model().optimizer().decay().orElseThrow();
        Regularisation regularisation = new Regularisation(BRANCHES.spec());
        List<String> decayed = BRANCHES.model().fields().stream()
                .map(ValidField::spec)
                .flatMap(field -> Parameters.of(field).stream()
                        .filter(parameter -> regularisation.decays(decay, field, parameter)))
                .map(Parameter::name)
                .toList();
        assertThat(decayed).containsExactly("first/kernel", "second/scale", "out/kernel", "out/bias");
    }

    @Test
    void patternsAreNoRegularExpressions() {
        assertThat(Regularisation.matches("a.c", "a.c")).isTrue();
        assertThat(Regularisation.matches("a.c", "abc")).isFalse();
        assertThat(Regularisation.matches("*", "")).isTrue();
        assertThat(Regularisation.matches("a*c*", "abcd")).isTrue();
        assertThat(Regularisation.matches("a*", "ba")).isFalse();
    }

    @Test
    void theSourcesOfAFieldAreWhatWasWritten() {
        assertThat(FASHION_NET.field("head").spec().sources())
                .containsExactly("@Dense(units = 128, activation = RELU)", "@Dropout(p = 0.5)")
                .inOrder();
        assertThat(BRANCHES.field("second").spec().sources())
                .containsExactly(
                        "@BatchNorm",
                        "@AvgPool2D(pool = {2, 1}, strides = 1)",
                        "@L1(value = 1e-4, proximal = true, on = ALL)")
                .inOrder();
        assertThat(BRANCHES.field("both").spec().sources())
                .containsExactly("@From({\"flat\", \"mean\"})", "@Concat")
                .inOrder();
    }

    @Test
    void everyProblemOfAClassIsReportedAtOnce() {
        Checked wrong = Checked.of("""
                @Network(input = {28, 28, 1})
                @Classifier(classes = 10, labelSmoothing = 1)
                @AdamW(learningRate = 0, excludeFromDecay = "head/kernal")
                abstract class Net<T> {
                  @Conv2D(filters = 32, kernel = {3, 0}, activation = RELU) Layer block1;
                  @Conv2D(filters = 64, kernel = 3, activation = RELU) @From("blok1") Layer block2;
                  @Dense(units = 128, activation = RELU) @Dropout(p = 1.5) @L2(0.5) Layer head;
                  Object other;
                  @Dense(units = 10) @MaxPool2D @GlobalAvgPool2D Layer wait;
                }
                """);
        assertThat(wrong.codes())
                .containsExactly("RG002", "RG012", "RG012", "RG012", "RG012", "RG032", "RG036", "RG044", "RG050");
        assertThat(wrong.result().model()).isEmpty();
    }

    @Test
    void adviceComesWithAValidModel() {
        Checked advised = Checked.of("""
                @Network(input = 4)
                @Regressor
                @Adam
                abstract class Net {
                  @Dense(units = 1) @Dropout(p = 0.8) Layer value;
                }
                """);
        assertThat(advised.codes()).containsExactly("RG101", "RG106");
        assertThat(advised.result().model()).isPresent();
    }

    @Test
    void messagesStartWithTheirCode() {
        Problem problem = Checked.of("@Network(input = 4) @Regressor class Net { @Dense(units = 1) Layer value; }")
                .result()
                .problems()
                .get(0);
        assertThat(problem.message()).startsWith("[RG022] Net: ");
    }
}
