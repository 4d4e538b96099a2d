package io.regulus.tune;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import io.regulus.data.Dataset;
import io.regulus.data.Splitter;
import io.regulus.engine.Settings;
import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.Kind;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunerTest {
    @TempDir
    Path folder;

    static Dataset data() {
        Random random = new Random(3);
        float[][] rows = new float[200][2];
        int[] labels = new int[200];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = (float) random.nextGaussian();
            rows[i][1] = (float) random.nextGaussian();
            labels[i] = rows[i][0] * rows[i][0] + rows[i][1] + 0.3 * random.nextGaussian() > 0.5 ? 1 : 0;
        }
        return Dataset.of(rows, labels);
    }

    static Tuner tuner() {
        return Tuner.of(TunerModels_LineModel.type())
                .and(TunerModels_BentModel.type())
                .range("network.l2", Range.log(1e-5, 1e-1))
                .range("hidden.dropout", Range.linear(0, 0.7))
                .tpe(18, 1)
                .fit(Fit.epochs(3).validationSplit(0.25));
    }

    /** A process that is killed: it searches in the folder of its first argument, and waits for its end once so many trials have ended. */
    static final class Child {
        public static void main(String[] args) {
            AtomicInteger ended = new AtomicInteger();
            tuner().threads(2)
                    .folder(Path.of(args[0]))
                    .onTrial(trial -> {
                        if (ended.incrementAndGet() == Integer.parseInt(args[1])) {
                            System.out.println("enough");
                            new CompletableFuture<Void>().join();
                        }
                    })
                    .run(data());
        }
    }

    @Test
    void numbersOfThreadsChangeNothing() {
        TuningResult one = tuner().run(data());
        TuningResult two = tuner().threads(3).run(data());
        assertThat(two.csv()).isEqualTo(one.csv());
        assertThat(one.trials()).hasSize(18);
        assertThat(one.trials().stream().map(Trial::model).distinct().count()).isEqualTo(2);
    }

    @Test
    void aTrialIsAFitOfItsNumbers() {
        Trial trial = tuner().run(data()).best();
        assertThat(trial.model()).isEqualTo("TunerModels_BentModel");
        Splitter.Split<Dataset> split = data().splitAt(0.75);
        try (TunerModels_BentModel model = TunerModels_BentModel.type()
                .create(trial.hyperparameters(), Settings.defaults().withThreads(1, 1))) {
            model.fit(split.first(), Fit.epochs(3).verbose(false));
            Evaluation evaluation = model.evaluate(split.second());
            assertThat(trial.objective()).isEqualTo(evaluation.loss());
            assertThat(trial.metrics()).containsEntry("val_accuracy", evaluation.metric("accuracy"));
        }
    }

    @Test
    void killedSearchesGoOnAsIfTheyHadNot() throws IOException, InterruptedException {
        String whole = tuner().run(data()).csv();
        Path journal = folder.resolve("trials.journal");
        // among the random trials, between two batches of TPE, within one
        for (int trials : List.of(4, 10, 16)) {
            killAfter(trials);
            // the other thread's trial may have ended, too
            assertThat(Files.readAllLines(journal).size() - 1).isIn(List.of(trials, trials + 1));
        }
        List<Integer> trained = Collections.synchronizedList(new ArrayList<>());
        Set<Integer> kept = numbers(journal);
        assertThat(tuner().folder(folder)
                        .onTrial(trial -> trained.add(trial.number()))
                        .run(data())
                        .csv())
                .isEqualTo(whole);
        assertThat(trained).hasSize(18);
        assertThat(numbers(journal)).containsAtLeastElementsIn(kept);
        // nothing that had ended was trained again, or it would be there twice
        assertThat(Files.readAllLines(journal)).hasSize(19);
    }

    /** Runs the search in a process of its own, and kills it with a trial under way. */
    private void killAfter(int trials) throws IOException, InterruptedException {
        Process child =
                java(Child.class, folder.toString(), Integer.toString(trials)).start();
        try (BufferedReader said = child.inputReader()) {
            assertThat(said.readLine()).isEqualTo("enough");
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatTheDocumentationShowsIsRunAndLeavesItsFiles() throws IOException, InterruptedException {
        String source = Files.readString(Path.of("src/test/java/io/regulus/tune/DocsExample.java"));
        assertThat(Block.compact(source.replace("DocsExample_NetModel model", "FashionNetModel model")))
                .contains(Documentation.block(Kind.TUNER).compact());
        Process program = java(DocsExample.class).directory(folder.toFile()).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertWithMessage(said).that(program.waitFor()).isEqualTo(0);
        assertThat(said).contains("val_loss");
        assertThat(Files.readAllLines(folder.resolve("trials.csv"))).hasSize(41);
        assertThat(Files.exists(folder.resolve("search.html"))).isTrue();
    }

    private static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private static Set<Integer> numbers(Path journal) throws IOException {
        return Files.readAllLines(journal).stream()
                .skip(1)
                .map(line -> JsonParser.parseString(line.substring(9))
                        .getAsJsonObject()
                        .get("number")
                        .getAsInt())
                .collect(Collectors.toSet());
    }

    @Test
    void aJournalGoesOnFromEveryByteWhereItsProcessDied() throws IOException {
        Tuner small = tuner().random(3, 1).fit(Fit.epochs(1).validationSplit(0.25));
        String whole = small.folder(folder).run(data()).csv();
        Path journal = folder.resolve("trials.journal");
        byte[] bytes = Files.readAllBytes(journal);
        for (int length = 0; length < bytes.length; length += 97) {
            Files.write(journal, Arrays.copyOf(bytes, length));
            assertThat(small.folder(folder).run(data()).csv()).isEqualTo(whole);
            assertThat(Files.readAllBytes(journal)).isEqualTo(bytes);
        }
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);
        IllegalArgumentException damaged = assertThrows(
                IllegalArgumentException.class, () -> small.folder(folder).run(data()));
        assertThat(damaged).hasMessageThat().contains("is damaged");
    }

    @Test
    void aSearchThatIsInterruptedEndsAndGoesOn() throws InterruptedException {
        String whole = tuner().run(data()).csv();
        AtomicReference<Throwable> end = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        CountDownLatch some = new CountDownLatch(5);
        Thread search = new Thread(() -> {
            try {
                tuner().threads(2)
                        .folder(folder)
                        .onTrial(trial -> some.countDown())
                        .run(data());
            } catch (CancellationException interrupted) {
                end.set(interrupted);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        search.start();
        some.await();
        search.interrupt();
        search.join();
        assertThat(end.get()).hasMessageThat().contains("goes on from there");
        assertThat(flag.get()).isTrue();
        assertThat(tuner().folder(folder).run(data()).csv()).isEqualTo(whole);
    }

    @Test
    void aFolderOfAnotherSearchIsRefused() {
        Tuner small = tuner().random(1, 1).folder(folder);
        small.run(data());
        IllegalArgumentException other =
                assertThrows(IllegalArgumentException.class, () -> small.seed(2).run(data()));
        assertThat(other).hasMessageThat().contains("other seed (there 1, here 2)");
        other = assertThrows(IllegalArgumentException.class, () -> small.run(data().shuffled(1)));
        assertThat(other).hasMessageThat().contains("other training and validation data");
        List<RuntimeException> inside = new ArrayList<>();
        tuner().random(1, 1)
                .folder(folder)
                .onTrial(trial -> inside.add(assertThrows(IllegalStateException.class, () -> small.run(data()))))
                .run(data());
        assertThat(inside.get(0)).hasMessageThat().contains("in use by another search");
    }

    @Test
    void foldsAreMeans() {
        Trial trial = Tuner.of(TunerModels_LineModel.type())
                .choice("network.l2", 0.5)
                .grid(2)
                .kFold(4)
                .objective("val_accuracy")
                .fit(Fit.epochs(2))
                .run(data())
                .best();
        double sum = 0;
        List<Splitter.Fold<Dataset>> folds = Splitter.shuffled(1).kFold(data(), 4);
        for (int i = 0; i < 4; i++) {
            try (TunerModels_LineModel model = TunerModels_LineModel.type()
                    .create(Map.of("network.l2", 0.5), Settings.defaults().withThreads(1, 1))) {
                model.fit(folds.get(i).train(), Fit.epochs(2).verbose(false));
                double accuracy = model.evaluate(folds.get(i).validation()).metric("accuracy");
                assertThat(trial.folds().get(i)).isEqualTo(accuracy);
                sum += accuracy;
            }
        }
        assertThat(trial.objective()).isEqualTo(sum / 4);
    }

    @Test
    void halvingKeepsTheBestThird() {
        TuningResult result = tuner().successiveHalving(9, 1, 3, 5)
                .fit(Fit.epochs(9).validationSplit(0.25))
                .run(data());
        assertThat(result.trials().stream().map(Trial::epochs).sorted().toList())
                .containsExactly(1, 1, 1, 1, 1, 1, 3, 3, 9);
        assertThat(result.trials().stream()
                        .filter(trial -> trial.state() == Trial.State.PRUNED)
                        .count())
                .isEqualTo(8);
        assertThat(result.best().epochs()).isEqualTo(9);
        TuningResult first =
                tuner().random(9, 5).fit(Fit.epochs(1).validationSplit(0.25)).run(data());
        List<Integer> kept =
                first.ranked().stream().limit(3).map(Trial::number).sorted().toList();
        assertThat(result.trials().stream()
                        .filter(trial -> trial.epochs() > 1)
                        .map(Trial::number)
                        .toList())
                .isEqualTo(kept);
    }

    @Test
    void failedTrialsAreToldAndDoNotEndTheSearch() {
        Tuner rates =
                Tuner.of(TunerModels_LineModel.type()).grid(2).fit(Fit.epochs(3).validationSplit(0.25));
        TuningResult result = rates.choice("optimizer.learningRate", 0.1, 1e38).run(data());
        assertThat(result.trials().get(1).state()).isEqualTo(Trial.State.FAILED);
        assertThat(result.best().number()).isEqualTo(1);
        assertThat(result.table().toString()).contains("failed: ");
        IllegalStateException all = assertThrows(
                IllegalStateException.class,
                () -> rates.choice("optimizer.learningRate", 1e38).run(data()));
        assertThat(all).hasMessageThat().contains("no trial of 1 came to an end");
    }

    @Test
    void whatCannotWorkIsRefusedBeforeAnythingTrains() {
        Tuner good = tuner().onTrial(trial -> {
            throw new AssertionError("trained");
        });
        assertThat(refusal(good.range("nowhere.l2", Range.linear(0, 1)))).contains("no model of the search has it");
        assertThat(refusal(good.range("hidden.dropout", Range.linear(0, 1)))).contains("refuses 1.0");
        assertThat(refusal(good.objective("val_f1"))).contains("there are");
        assertThat(refusal(good.fit(Fit.epochs(2)))).contains("nothing to compare by");
        assertThat(refusal(
                        Tuner.of(TunerModels_LineModel.type()).fit(Fit.epochs(1).validationSplit(0.5))))
                .contains("the search is empty");
        assertThrows(IllegalArgumentException.class, () -> Range.log(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Range.linear(1, 1));
        assertThrows(IllegalArgumentException.class, () -> Range.choice());
        assertThrows(IllegalArgumentException.class, () -> good.objective("loss"));
    }

    private static String refusal(Tuner tuner) {
        return assertThrows(IllegalArgumentException.class, () -> tuner.run(data()))
                .getMessage();
    }

    @Test
    void gridsAreEveryCombination() {
        TuningResult result = Tuner.of(TunerModels_LineModel.type())
                .range("network.l2", Range.log(1e-4, 1e-2))
                .choice("optimizer.learningRate", 0.1, 0.2)
                .grid(3)
                .fit(Fit.epochs(1).validationSplit(0.25))
                .run(data());
        List<Double> l2 = result.trials().stream()
                .map(trial -> trial.hyperparameters().get("network.l2"))
                .toList();
        assertThat(l2)
                .containsExactly(1e-4, 1e-4, l2.get(2), l2.get(3), 1e-2, 1e-2)
                .inOrder();
        assertThat(l2.get(2)).isWithin(1e-15).of(1e-3);
        result.toHtml(folder.resolve("search.html"));
        assertThat(folder.resolve("search.html").toFile().length()).isGreaterThan(1000L);
    }
}
