package io.regulus.checkpoint;

import io.regulus.annotations.MonitorMode;
import io.regulus.engine.NetworkState;
import io.regulus.ops.Variable;
import io.regulus.save.ElementType;
import io.regulus.save.Metadata;
import io.regulus.save.NamedTensor;
import io.regulus.save.NewerFormatException;
import io.regulus.save.SafetensorsFile;
import io.regulus.save.SaveFormatException;
import io.regulus.save.SealedFile;
import io.regulus.save.VariableShape;
import io.regulus.train.CallbackState;
import io.regulus.train.EpochResult;
import io.regulus.train.FitState;
import io.regulus.train.RunSetting;
import io.regulus.train.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a checkpoint holds beside the model: a file of numbers and text, {@value #FILE_NAME}.
 *
 * @param step of the model, over its life, to which this belongs
 * @param state how far the run has come
 * @param settings values of what the run depends on, by name
 * @param best the best epoch so far, where one is kept
 */
record StoredRun(long step, FitState state, Map<String, String> settings, Optional<BestEpoch> best) {
    static final String FILE_NAME = "run.safetensors";

    /** Raised when an older Regulus could no longer read what is written. */
    private static final int FORMAT = 1;

    private static final String FORMAT_KEY = "regulus.checkpoint";
    private static final String SETTING = "setting.";
    private static final String CALLBACKS = "callbacks";
    private static final String CALLBACK_NUMBER = "callback.";
    private static final String CALLBACK_TENSOR = "callback/";
    private static final String SUMS = "sums/";
    private static final String SEPARATOR = "\n";

    static StoredRun of(NetworkState network, FitState state, List<RunSetting> settings, Optional<BestEpoch> best) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting.name(), setting.value()));
        return new StoredRun(network.step(), state, values, best);
    }

    // Writing

    /** Writes the file into a folder. */
    void write(Path folder, NetworkState network) throws IOException {
        Map<String, VariableShape> shapes = new LinkedHashMap<>();
        for (Variable<?> variable : network.variables()) {
            shapes.put(variable.name(), SavedVariables.shape(variable));
        }
        List<NamedTensor> tensors = new ArrayList<>();
        tensors.add(new EpochTable(EpochTable.metrics(state.history())).write(state.history()));
        for (int i = 0; i < state.sums().size(); i++) {
            long[] sums = state.sums().get(i);
            tensors.add(NamedTensor.of(SUMS + i, sums, sums.length));
        }
        state.callbacks()
                .forEach((callback, remembered) -> remembered.snapshots().forEach((name, snapshot) -> {
                    String prefix = CALLBACK_TENSOR + callback + "/" + name + "/";
                    snapshot.values().forEach((variable, bytes) -> {
                        VariableShape shape = shapes.get(variable);
                        tensors.add(NamedTensor.ofBytes(
                                new VariableShape(prefix + variable, shape.type(), shape.shape()), bytes));
                    });
                }));
        SealedFile.write(folder.resolve(FILE_NAME), metadata(), tensors);
    }

    private Map<String, String> metadata() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(FORMAT_KEY, Integer.toString(FORMAT));
        texts.put("step", Long.toString(step));
        texts.put("run.epochs", Integer.toString(state.epochs()));
        texts.put("run.steps", Integer.toString(state.steps()));
        texts.put("run.seconds", Double.toString(state.seconds()));
        state.stepRate().ifPresent(rate -> texts.put("run.step_rate", Double.toString(rate)));
        state.stopped().ifPresent(reason -> texts.put("run.stopped", reason));
        best.ifPresent(found -> {
            texts.put("best.monitor", found.monitor());
            texts.put("best.mode", found.mode().name());
            texts.put("best.score", Double.toString(found.score()));
            texts.put("best.epoch", Integer.toString(found.epoch()));
        });
        settings.forEach((name, value) -> texts.put(SETTING + name, value));
        texts.put("history.metrics", String.join(SEPARATOR, EpochTable.metrics(state.history())));
        texts.put(CALLBACKS, String.join(SEPARATOR, state.callbacks().keySet()));
        state.callbacks()
                .forEach((callback, remembered) -> remembered
                        .numbers()
                        .forEach((name, number) ->
                                texts.put(CALLBACK_NUMBER + callback + "/" + name, Double.toString(number))));
        return texts;
    }

    // Reading

    /**
     * Reads the file of a folder.
     *
     * @throws SaveFormatException if it is not there or not whole
     * @throws NewerFormatException if a newer Regulus has written it
     */
    static StoredRun read(Path folder) {
        Path path = folder.resolve(FILE_NAME);
        SafetensorsFile.Content content = SafetensorsFile.read(path);
        SealedFile.requireWhole(path, content);
        Metadata texts = new Metadata(path, content.metadata());
        if (texts.find(FORMAT_KEY).isEmpty()) {
            throw new SaveFormatException(path + ": no checkpoint of Regulus: its metadata has no " + FORMAT_KEY
                    + "; take it out of the folder");
        }
        int format = texts.count(FORMAT_KEY);
        if (format > FORMAT) {
            throw new NewerFormatException(
                    path + ": written in format " + format + ", but this Regulus reads up to format " + FORMAT
                            + "; go on with the newer Regulus that wrote it");
        }
        Map<String, NamedTensor> tensors = new LinkedHashMap<>();
        content.tensors().forEach(tensor -> tensors.put(tensor.name(), tensor));
        List<long[]> sums = new ArrayList<>();
        while (tensors.containsKey(SUMS + sums.size())) {
            sums.add(longs(texts, tensors.get(SUMS + sums.size())));
        }
        FitState state = new FitState(
                texts.count("run.epochs"),
                texts.count("run.steps"),
                texts.decimal("run.seconds"),
                sums,
                texts.find("run.step_rate").map(rate -> texts.decimal("run.step_rate")),
                history(texts, tensors.get(EpochTable.NAME)),
                callbacks(texts, content.tensors()),
                texts.find("run.stopped"));
        Optional<BestEpoch> best = texts.find("best.monitor").map(monitor -> best(monitor, texts));
        return new StoredRun(texts.number("step"), state, texts.withPrefix(SETTING), best);
    }

    private static BestEpoch best(String monitor, Metadata texts) {
        String mode = texts.text("best.mode");
        boolean larger = mode.equals(MonitorMode.MAX.name());
        if (!larger && !mode.equals(MonitorMode.MIN.name())) {
            throw texts.damaged("best.mode is '" + mode + "', expected MIN or MAX");
        }
        return new BestEpoch(
                monitor,
                larger ? MonitorMode.MAX : MonitorMode.MIN,
                texts.decimal("best.score"),
                texts.count("best.epoch"));
    }

    private static List<EpochResult> history(Metadata texts, NamedTensor table) {
        EpochTable epochs = new EpochTable(list(texts.text("history.metrics")));
        if (table == null || !epochs.fits(table)) {
            throw texts.damaged("the " + EpochTable.NAME + " is "
                    + (table == null ? "missing" : table.variable().describe()) + ", expected " + epochs);
        }
        return epochs.read(table);
    }

    private static Map<String, CallbackState> callbacks(Metadata texts, List<NamedTensor> tensors) {
        Map<String, CallbackState> callbacks = new LinkedHashMap<>();
        for (String callback : list(texts.text(CALLBACKS))) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            texts.withPrefix(CALLBACK_NUMBER + callback + "/")
                    .keySet()
                    .forEach(name -> numbers.put(name, texts.decimal(CALLBACK_NUMBER + callback + "/" + name)));
            callbacks.put(
                    callback, new CallbackState(numbers, snapshots(texts, CALLBACK_TENSOR + callback + "/", tensors)));
        }
        return callbacks;
    }

    private static Map<String, Snapshot> snapshots(Metadata texts, String prefix, List<NamedTensor> tensors) {
        Map<String, Map<String, byte[]>> values = new LinkedHashMap<>();
        for (NamedTensor tensor : tensors) {
            if (tensor.name().startsWith(prefix)) {
                String rest = tensor.name().substring(prefix.length());
                int slash = rest.indexOf('/');
                if (slash < 0) {
                    throw texts.damaged("the tensor " + tensor.name() + " says no variable");
                }
                values.computeIfAbsent(rest.substring(0, slash), any -> new LinkedHashMap<>())
                        .put(rest.substring(slash + 1), tensor.bytes());
            }
        }
        Map<String, Snapshot> snapshots = new LinkedHashMap<>();
        values.forEach((name, variables) -> snapshots.put(name, new Snapshot(variables)));
        return snapshots;
    }

    private static long[] longs(Metadata texts, NamedTensor tensor) {
        if (tensor.type() != ElementType.I64) {
            throw texts.damaged(
                    "the tensor " + tensor.name() + " is " + tensor.variable().describe() + ", expected I64");
        }
        return tensor.longs();
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR));
    }
}
