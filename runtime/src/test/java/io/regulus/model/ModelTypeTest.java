package io.regulus.model;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.engine.NetworkPlan;
import io.regulus.engine.Settings;
import io.regulus.names.AwkwardOutputsHyperparameters;
import io.regulus.names.AwkwardOutputsModel;
import io.regulus.rows.RowNets_RentHyperparameters;
import io.regulus.rows.RowNets_RentModel;
import io.regulus.rows.Target;
import io.regulus.testing.ForkedJvm;
import io.regulus.testing.Nets_FullHyperparameters;
import io.regulus.testing.Nets_FullModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models made without naming their class. */
class ModelTypeTest {
    @TempDir
    Path folder;

    /** A class with changed numbers, and how it is made by its name. */
    private record Named(
            Class<? extends Model> modelClass, Map<String, Double> numbers, Function<Settings, Model> create) {
        static Stream<Named> all() {
            return Stream.of(
                    new Named(
                            Nets_FullModel.class,
                            Map.of("optimizer.learningRate", 0.125),
                            settings -> Nets_FullModel.create(
                                    Nets_FullHyperparameters.defaults()
                                            .withOptimizer(numbers -> numbers.withLearningRate(0.125)),
                                    settings)),
                    new Named(
                            AwkwardOutputsModel.class,
                            Map.of("optimizer.beta1", 0.25, "optimizer.learningRate", 0.5),
                            settings -> AwkwardOutputsModel.create(
                                    AwkwardOutputsHyperparameters.defaults()
                                            .withOptimizer(numbers ->
                                                    numbers.withBeta1(0.25).withLearningRate(0.5)),
                                    settings)),
                    new Named(
                            RowNets_RentModel.class,
                            Map.of("optimizer.learningRate", 0.25),
                            settings -> RowNets_RentModel.create(
                                    RowNets_RentHyperparameters.defaults()
                                            .withOptimizer(numbers -> numbers.withLearningRate(0.25)),
                                    settings)));
        }
    }

    static Stream<Named> classes() {
        return Named.all();
    }

    /** What is saved of a model is all there is of it: weights, state of the optimizer, numbers and seed. */
    @ParameterizedTest
    @MethodSource("classes")
    void aTypeMakesAndLoadsTheModelThatItsClassMakes(Named named) throws IOException {
        ModelType<?> type = ModelType.of(named.modelClass());
        Settings settings = Settings.defaults().withSeed(7);
        try (Model one = type.create(named.numbers(), settings);
                Model other = named.create().apply(settings);
                Model plain = type.create(Map.of(), settings)) {
            assertThat(one).isInstanceOf(named.modelClass());
            assertThat(saved(one, "one")).isEqualTo(saved(other, "other"));
            assertThat(saved(plain, "plain")).isNotEqualTo(saved(other, "other"));
        }
        try (Model loaded = type.load(folder.resolve("one"), Settings.defaults().withSeed(8))) {
            assertThat(loaded).isInstanceOf(named.modelClass());
            assertThat(saved(loaded, "loaded")).isEqualTo(saved(loaded, "one"));
        }
    }

    private byte[] saved(Model model, String name) throws IOException {
        model.save(folder.resolve(name));
        return Files.readAllBytes(folder.resolve(name).resolve("model.safetensors"));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void aPlanSaysWhatANetworkIs(Named named) {
        ModelType<?> type = ModelType.of(named.modelClass());
        assertThat(type.modelClass()).isEqualTo(named.modelClass());
        assertThat(type.plan(Map.of()).hyperparameters()).isEqualTo(type.defaults());
        NetworkPlan plan = type.plan(named.numbers());
        assertThat(plan.hyperparameters()).isNotEqualTo(type.defaults());
        assertThat(plan.hyperparameters()).containsAtLeastEntriesIn(named.numbers());
        assertThat(plan.hyperparameters().keySet()).isEqualTo(type.defaults().keySet());
    }

    @Test
    void plansAreOfTheirClass() {
        NetworkPlan plan = AwkwardOutputsModel.type().plan(Map.of());
        assertThat(plan.name()).isEqualTo("io.regulus.names.AwkwardOutputs");
        assertThat(plan.inputs().stream().map(input -> input.name()))
                .containsExactly("_wide", "feeds", "_wideFed", "training")
                .inOrder();
        assertThat(plan.outputs()).hasSize(4);
    }

    /** Run without the native jar. */
    static final class Plans {
        private Plans() {}

        public static void main(String... args) {
            for (Named named : Named.all().toList()) {
                NetworkPlan plan = ModelType.of(named.modelClass()).plan(named.numbers());
                System.out.println(plan.name() + " trains " + plan.trainedValues() + ", reads " + plan.inputs()
                        + ", gives " + plan.outputs());
            }
            Nets_FullModel.create().close();
        }
    }

    /** A driver of a cluster asks what a network is and runs none. */
    @Test
    void aPlanLoadsNoNativeLibrary() {
        ForkedJvm without = ForkedJvm.run(Plans.class, jar -> !jar.matches("tensorflow-core-native-[0-9.]+-.*[.]jar"));
        assertThat(without.output()).contains("io.regulus.testing.Nets.Full trains ");
        assertThat(without.output()).contains("io.regulus.names.AwkwardOutputs trains ");
        assertThat(without.output()).contains("io.regulus.rows.RowNets.Rent trains ");
        // the jar really was not there
        assertThat(without.output()).contains("io.regulus.engine.MissingNativesException");
    }

    @ParameterizedTest
    @MethodSource("classes")
    void aNumberThatTheClassDoesNotHaveIsRefused(Named named) {
        ModelType<?> type = ModelType.of(named.modelClass());
        Map<String, Double> misspelt = Map.of("optimizer.lerningRate", 0.5);
        for (Function<Map<String, Double>, ?> use : List.<Function<Map<String, Double>, ?>>of(
                type::plan, numbers -> type.create(numbers, Settings.defaults()))) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> use.apply(misspelt),
                    "optimizer.lerningRate",
                    "optimizer.learningRate");
            assertFails(
                    IllegalArgumentException.class,
                    () -> use.apply(Map.of("optimizer.learningRate", -1.0)),
                    "optimizer.learningRate = -1");
        }
    }

    @Test
    void whatLearnsFromARecordHasItsRows() {
        ModelType.Rows<?> rows = RowNets_RentModel.type().rows().orElseThrow();
        assertThat(rows.schema().name()).isEqualTo("Flat");
        assertThat(rows.target()).isEqualTo(new Target.Amounts());
        assertThat(Nets_FullModel.type().rows()).isEmpty();
    }

    /** Has a method of that name that means something else. */
    public abstract static class Typed extends Model {
        protected Typed() {
            super(Nets_FullModel.type().plan(Map.of()), Settings.defaults());
        }

        public static String type() {
            return "mine";
        }
    }

    /** Has no type of its own. */
    public abstract static class Borrowed extends Model {
        protected Borrowed() {
            super(Nets_FullModel.type().plan(Map.of()), Settings.defaults());
        }

        public static ModelType<?> type() {
            return Nets_FullModel.type();
        }
    }

    @Test
    void aClassThatIsNoGeneratedModelIsRefused() {
        for (Class<? extends Model> other : List.of(Model.class, Typed.class, Borrowed.class)) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> ModelType.of(other),
                    other.getName() + " is no model that Regulus generated: give the XModel of an annotated class X");
        }
    }
}
