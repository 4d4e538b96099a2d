package io.regulus.model;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.save.IncompatibleModelException;
import io.regulus.save.ModelFile;
import io.regulus.save.SaveFormatException;
import io.regulus.testing.Nets_CenteredModel;
import io.regulus.testing.Nets_DecayedModel;
import io.regulus.testing.Nets_FullHyperparameters;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Nets_MomentumModel;
import io.regulus.testing.Nets_PlainModel;
import io.regulus.testing.Nets_RmsModel;
import io.regulus.testing.Nets_WiderModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Fit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is saved is all there is: training goes on in the same bits. */
class SaveTest {
    private static final Dataset DATA = Samples.labelled(70, 6, 3, 9);

    @TempDir
    Path folder;

    private static Fit until(int epochs) {
        return Fit.epochs(epochs).verbose(false);
    }

    private static Arguments kind(
            String name, Supplier<Model> create, Function<Path, Model> load, String... slotsOfAKernel) {
        return Arguments.of(Named.of(name, create), load, slotsOfAKernel);
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                kind("adam, batch norm", Nets_FullModel::create, Nets_FullModel::load, "m", "v"),
                kind("adamw", Nets_DecayedModel::create, Nets_DecayedModel::load, "m", "v"),
                kind("sgd", Nets_PlainModel::create, Nets_PlainModel::load),
                kind("momentum", Nets_MomentumModel::create, Nets_MomentumModel::load, "velocity"),
                kind("rmsprop", Nets_RmsModel::create, Nets_RmsModel::load, "square", "velocity"),
                kind("centered", Nets_CenteredModel::create, Nets_CenteredModel::load, "mean", "square", "velocity"));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aSavedRunGoesOnInTheSameBits(Supplier<Model> create, Function<Path, Model> load, String... slots) {
        try (Model straight = create.get();
                Model stopped = create.get()) {
            straight.fit(DATA, until(3));
            stopped.fit(DATA, until(2));
            stopped.save(folder);
            try (Model loaded = load.apply(folder)) {
                SavedState.of(stopped).assertStateOf(loaded);
                assertThat(loaded.steps()).isEqualTo(6);
                loaded.fit(DATA, until(3).initialEpoch(2));
                SavedState.of(straight).assertStateOf(loaded);
                assertThat(SavedState.of(loaded).bits().keySet().stream()
                                .filter(name -> name.startsWith("logits/kernel/"))
                                .map(name -> name.substring("logits/kernel/".length()))
                                .toList())
                        .containsExactlyElementsIn(slots);
            }
        }
    }

    @Test
    void numbersSeedAndLearningRateComeBack() {
        Nets_FullHyperparameters hyper = Nets_FullHyperparameters.defaults()
                .withHidden(hidden -> hidden.withDropout(0.5).withBatchNormMomentum(0.8))
                .withOptimizer(optimizer -> optimizer.withBeta1(0.5))
                .withNetwork(network -> network.withL2(0.1));
        Settings settings = Settings.defaults().withSeed(-77);
        try (Nets_FullModel straight = Nets_FullModel.create(hyper, settings);
                Nets_FullModel usual = Nets_FullModel.create()) {
            straight.fit(DATA, until(1));
            straight.setLearningRate(0.003);
            straight.save(folder);
            straight.fit(DATA, until(2).initialEpoch(1));
            try (Nets_FullModel loaded = Nets_FullModel.load(folder)) {
                assertThat(loaded.learningRate()).isWithin(1e-9).of(0.003);
                loaded.fit(DATA, until(2).initialEpoch(1));
                SavedState.of(straight).assertStateOf(loaded);
                assertThat(loaded.evaluate(DATA)).isEqualTo(straight.evaluate(DATA));
            }
            // restore takes the variables alone
            usual.restore(folder);
            usual.fit(DATA, until(2).initialEpoch(1));
            SavedState.of(straight).assertNotStateOf(usual);
        }
    }

    @Test
    void restoringPutsBackEveryVariable() {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.fit(DATA, until(1));
            model.save(folder);
            SavedState saved = SavedState.of(model);
            model.fit(DATA, until(1));
            saved.assertNotStateOf(model);
            model.restore(folder);
            saved.assertStateOf(model);
            assertThat(model.steps()).isEqualTo(3);
        }
    }

    @Test
    void whatIsAttachedIsSavedWithTheModel() {
        try (Nets_PlainModel model = Nets_PlainModel.create()) {
            model.attach("words", "{\"a\": 2}");
            model.attach("words", "{\"b\": 2}");
            assertFails(IllegalArgumentException.class, () -> model.attach("", "text"), "name");
            model.save(folder);
            model.attach("words", "later");
            model.attach("more", "later");
            try (Nets_PlainModel loaded = Nets_PlainModel.load(folder)) {
                assertThat(loaded.attachment("words")).hasValue("{\"b\": 2}");
                assertThat(loaded.attachment("more")).isEmpty();
            }
            model.restore(folder);
            assertThat(model.attachment("words")).hasValue("{\"b\": 2}");
            assertThat(model.attachment("more")).isEmpty();
        }
    }

    @Test
    void savingReplacesTheModelSavedBefore() throws IOException {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            Path deep = folder.resolve("a/b");
            model.save(deep);
            model.fit(DATA, until(1));
            model.save(deep);
            try (Nets_FullModel loaded = Nets_FullModel.load(deep);
                    Stream<Path> files = Files.list(deep)) {
                SavedState.of(model).assertStateOf(loaded);
                assertThat(files.toList()).containsExactly(deep.resolve(ModelFile.FILE_NAME));
            }
            Path file = Files.createFile(folder.resolve("file"));
            assertFails(UncheckedIOException.class, () -> model.save(file), "Nets.Full", "file");
        }
    }

    // What is refused

    private static void assertRefused(
            Model model, Path folder, Class<? extends RuntimeException> type, String... parts) {
        SavedState before = SavedState.of(model);
        assertFails(type, () -> model.restore(folder), parts);
        assertFails(type, () -> Nets_FullModel.load(folder), parts);
        before.assertStateOf(model);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, 0.5, 0.9, 0.999})
    void aTruncatedFileIsRefused(double share) throws IOException {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.save(folder);
            Path file = folder.resolve(ModelFile.FILE_NAME);
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, (int) (share * whole.length)));
            model.trainOnBatch(DATA);
            assertRefused(model, folder, SaveFormatException.class, ModelFile.FILE_NAME);
        }
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            model.save(folder);
            Path file = folder.resolve(ModelFile.FILE_NAME);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 3] ^= 1;
            Files.write(file, bytes);
            assertRefused(model, folder, SaveFormatException.class, "changed or damaged");
        }
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        try (Nets_FullModel model = Nets_FullModel.create()) {
            assertRefused(model, folder.resolve("none"), SaveFormatException.class, "none");
            assertRefused(model, folder, SaveFormatException.class, "no Regulus model", ModelFile.FILE_NAME);
            Files.writeString(folder.resolve(ModelFile.FILE_NAME), "weights, honestly");
            assertRefused(model, folder, SaveFormatException.class, ModelFile.FILE_NAME);
        }
    }

    @Test
    void anotherNetworkIsRefused() {
        try (Nets_FullModel model = Nets_FullModel.create();
                Nets_WiderModel wider = Nets_WiderModel.create()) {
            wider.save(folder);
            assertRefused(model, folder, IncompatibleModelException.class, "Nets.Wider", "Nets.Full");
            // the class of that name, as it was before a unit was added
            ModelFile.write(folder, ModelFile.read(folder).withModelName("io.regulus.testing.Nets.Full"));
            assertRefused(
                    model,
                    folder,
                    IncompatibleModelException.class,
                    "hidden/kernel: saved as F32 [6, 9], expected F32 [6, 8]",
                    "hidden/kernel/m");
        }
        try (Nets_PlainModel plain = Nets_PlainModel.create();
                Nets_MomentumModel momentum = Nets_MomentumModel.create()) {
            momentum.save(folder);
            ModelFile.write(folder, ModelFile.read(folder).withModelName("io.regulus.testing.Nets.Plain"));
            SavedState before = SavedState.of(plain);
            assertFails(IncompatibleModelException.class, () -> plain.restore(folder), "hidden/kernel/velocity");
            before.assertStateOf(plain);
        }
    }
}
