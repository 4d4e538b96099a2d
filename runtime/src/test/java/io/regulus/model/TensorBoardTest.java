package io.regulus.model;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.annotations.ActivationFunction.RELU;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.testing.Samples;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.io.FifoQueue;
import org.tensorflow.op.io.ReaderReadUpTo;
import org.tensorflow.op.io.TfRecordReader;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.Summary;
import org.tensorflow.types.TString;

/** Event files, as TensorFlow's own reader of records finds them, checksums included. */
class TensorBoardTest {
    private static final Dataset DATA = Samples.labelled(48, 6, 3, 1);
    private static final Dataset VALIDATION = Samples.labelled(20, 6, 3, 2);

    @TempDir
    Path folder;

    @Network(input = {6})
    @Classifier(classes = 3)
    @Adam(learningRate = 0.02)
    @L2(1e-3)
    abstract static class Small {
        @Dense(units = 8, activation = RELU)
        @Dropout(p = 0.2)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    private static Fit fit(int epochs) {
        return Fit.epochs(epochs).batchSize(16).validateOn(VALIDATION).verbose(false);
    }

    @Test
    void theNumbersOfEveryEpochAreThere() throws IOException {
        try (TensorBoardTest_SmallModel model = TensorBoardTest_SmallModel.create()) {
            History history = model.fit(DATA, fit(3).callback(TensorBoard.of(model, folder)));
            Map<String, Float> training = scalars(folder.resolve("train"));
            Map<String, Float> validation = scalars(folder.resolve("validation"));
            assertThat(training).hasSize(3 * 4);
            assertThat(validation).hasSize(3 * 3);
            for (EpochResult epoch : history.epochs()) {
                String at = "@" + epoch.epoch();
                assertThat(training.get("epoch_loss" + at))
                        .isEqualTo((float) epoch.training().loss());
                assertThat(training.get("epoch_penalty" + at))
                        .isEqualTo((float) epoch.training().penalty());
                assertThat(training.get("epoch_learning_rate" + at)).isEqualTo((float) epoch.learningRate());
                assertThat(validation.get("epoch_accuracy" + at))
                        .isEqualTo((float) epoch.validation().orElseThrow().metric("accuracy"));
            }
        }
    }

    @Test
    void histogramsCountTheWeightsAndTheGradients() throws IOException {
        try (TensorBoardTest_SmallModel model = TensorBoardTest_SmallModel.create()) {
            Dataset probe = DATA.take(16);
            model.fit(
                    DATA,
                    fit(4).callback(TensorBoard.of(model, folder)
                            .histogramsEvery(2)
                            .gradientsOn(probe)));
            Map<String, HistogramProto> found = new HashMap<>();
            for (Event event : events(folder.resolve("train"))) {
                for (Summary.Value value : event.getSummary().getValueList()) {
                    if (value.hasHisto()) {
                        found.put(value.getTag() + "@" + event.getStep(), value.getHisto());
                    }
                }
            }
            assertThat(found).hasSize(2 * 2 * 4);
            for (String name : model.weights().names()) {
                assertCounts(found.get(name + "@4"), model.weights().get(name));
                assertCounts(
                        found.get(name + "/gradient@4"), model.gradients(probe).get(name));
            }
        }
    }

    private static void assertCounts(HistogramProto histogram, float[] values) {
        assertThat(histogram.getNum()).isEqualTo((double) values.length);
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        assertThat(histogram.getSum()).isWithin(1e-9).of(sum);
        assertThat(histogram.getSumSquares()).isWithin(1e-9).of(squares);
        double below = histogram.getMin();
        long counted = 0;
        for (int i = 0; i < histogram.getBucketCount(); i++) {
            double limit = histogram.getBucketLimit(i);
            long within = 0;
            for (float value : values) {
                boolean last = i == histogram.getBucketCount() - 1;
                within += value >= below && (last || value < limit) ? 1 : 0;
            }
            // a value on a limit may fall to either side by the last digit
            assertThat(histogram.getBucket(i)).isWithin(1.0).of((double) within);
            counted += (long) histogram.getBucket(i);
            below = limit;
        }
        assertThat(counted).isEqualTo(values.length);
    }

    @Test
    void gradientsAreThoseOfTheStepThatIsThenTaken() {
        try (TensorBoardTest_SmallModel model =
                TensorBoardTest_SmallModel.create(Settings.defaults().withKernels(false))) {
            model.setLearningRate(1e-3);
            Weights first = model.gradients(DATA);
            assertThat(model.gradients(DATA).get("hidden/kernel")).isEqualTo(first.get("hidden/kernel"));
            assertThat(model.steps()).isEqualTo(0);
            float[] before = model.weights().get("hidden/kernel");
            model.trainOnBatch(DATA);
            float[] after = model.weights().get("hidden/kernel");
            float[] gradient = first.get("hidden/kernel");
            for (int i = 0; i < before.length; i++) {
                // the first step of Adam: rate * g / (|g| + epsilon), epsilon 1e-7 / sqrt(1 - beta2) as Keras places it
                double epsilon = 1e-7 / Math.sqrt(1 - 0.999);
                double step = 1e-3 * gradient[i] / (Math.abs(gradient[i]) + epsilon);
                assertThat((double) after[i]).isWithin(2e-6).of(before[i] - step);
            }
        }
    }

    @Test
    void theGraphIsThere() throws IOException {
        try (TensorBoardTest_SmallModel model = TensorBoardTest_SmallModel.create()) {
            model.fit(DATA, fit(1).callback(TensorBoard.of(model, folder)));
            List<Event> graphs = events(folder.resolve("train")).stream()
                    .filter(Event::hasGraphDef)
                    .toList();
            assertThat(graphs).hasSize(1);
            assertThat(GraphDef.parseFrom(graphs.get(0).getGraphDef()).getNodeList().stream()
                            .anyMatch(node -> node.getName().startsWith("training/")))
                    .isTrue();
        }
    }

    @Test
    void aRunThatGoesOnWritesOnInAFileOfItsOwn() throws IOException {
        Checkpoints run = Checkpoints.in(folder.resolve("run"));
        for (int epochs : new int[] {1, 3}) {
            try (TensorBoardTest_SmallModel model = TensorBoardTest_SmallModel.create()) {
                model.fit(DATA, fit(epochs).checkpoints(run).callback(TensorBoard.of(model, folder.resolve("logs"))));
            }
        }
        assertThat(files(folder.resolve("logs/train"))).hasSize(2);
        assertThat(scalars(folder.resolve("logs/train")).keySet().stream()
                        .filter(name -> name.startsWith("epoch_loss"))
                        .toList())
                .containsExactly("epoch_loss@1", "epoch_loss@2", "epoch_loss@3");
    }

    @Test
    void whatCannotBeWrittenIsToldBeforeTheFirstStep() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (TensorBoardTest_SmallModel model = TensorBoardTest_SmallModel.create()) {
            UncheckedIOException refused = assertThrows(
                    UncheckedIOException.class, () -> model.fit(DATA, fit(1).callback(TensorBoard.of(model, file))));
            assertThat(refused).hasMessageThat().startsWith("cannot write events to " + file);
            assertThat(model.steps()).isEqualTo(0);
        }
    }

    private static Map<String, Float> scalars(Path logs) throws IOException {
        Map<String, Float> found = new HashMap<>();
        for (Event event : events(logs)) {
            for (Summary.Value value : event.getSummary().getValueList()) {
                if (value.hasSimpleValue()) {
                    assertThat(found.put(value.getTag() + "@" + event.getStep(), value.getSimpleValue()))
                            .isNull();
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.sorted().collect(Collectors.toList());
        }
    }

    private static List<Event> events(Path logs) throws IOException {
        List<Event> events = new ArrayList<>();
        for (Path file : files(logs)) {
            List<Event> ofFile = read(file);
            assertThat(ofFile.get(0).getFileVersion()).isEqualTo("brain.Event:2");
            events.addAll(ofFile);
        }
        return events;
    }

    private static List<Event> read(Path file) throws IOException {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            TfRecordReader reader = tf.io.tfRecordReader();
            FifoQueue queue = tf.io.fifoQueue(List.of(TString.class));
            session.runner()
                    .addTarget(tf.io.queueEnqueue(queue, List.of(tf.constant(file.toString()))))
                    .run()
                    .close();
            session.runner().addTarget(tf.io.queueClose(queue)).run().close();
            ReaderReadUpTo read = tf.io.readerReadUpTo(reader, queue, tf.constant(10_000L));
            List<Event> events = new ArrayList<>();
            try (Result result = session.runner().fetch(read.values()).run()) {
                for (byte[] record : records((TString) result.get(0))) {
                    events.add(Event.parseFrom(record));
                }
            }
            return events;
        }
    }

    private static List<byte[]> records(TString values) {
        List<byte[]> records = new ArrayList<>();
        values.asBytes().scalars().forEach(record -> records.add(record.getObject()));
        return records;
    }
}
