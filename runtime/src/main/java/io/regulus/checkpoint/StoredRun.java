package io.regulus.checkpoint;

import io.regulus.engine.Engine;
import io.regulus.ops.Variable;
import io.regulus.save.ElementType;
import io.regulus.save.NamedTensor;
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
import java.util.regex.Pattern;

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
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    static StoredRun of(Engine engine, FitState state, List<RunSetting> settings, Optional<BestEpoch> best) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting.name(), setting.value()));
        return new StoredRun(engine.step(), state, values, best);
    }

    // Writing

    /** Writes the file into a folder. */
    void write(Path folder, Engine engine) throws IOException {
        Map<String, VariableShape> shapes = new LinkedHashMap<>();
        for (Variable<?> variable : engine.variables()) {
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
     * @throws CheckpointMismatchException if a newer Regulus has written it
     */
    static StoredRun read(Path folder) {
        Path path = folder.resolve(FILE_NAME);
        SafetensorsFile.Content content = SafetensorsFile.read(path);
        SealedFile.requireWhole(path, content);
        Texts texts = new Texts(path, content.metadata());
        int format = texts.count(FORMAT_KEY);
        if (format > FORMAT) {
            throw new CheckpointMismatchException(
                    path + ": written in format " + format + ", but this Regulus reads up to format " + FORMAT
                            + "; go on with the newer Regulus that wrote it");
        }
        Map<String, NamedTensor> tensors = new LinkedHashMap<>();
        content.tensors().forEach(tensor -> tensors.put(tensor.name(), tensor));
        List<long[]> sums = new ArrayList<>();
        while (tensors.containsKey(SUMS + sums.size())) {
            sums.add(texts.longs(tensors.get(SUMS + sums.size())));
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
        Optional<BestEpoch> best = texts.find("best.monitor")
                .map(monitor -> new BestEpoch(monitor, texts.decimal("best.score"), texts.count("best.epoch")));
        return new StoredRun(texts.number("step"), state, texts.withPrefix(SETTING), best);
    }

    private static List<EpochResult> history(Texts texts, NamedTensor table) {
        EpochTable epochs = new EpochTable(texts.list("history.metrics"));
        if (table == null || !epochs.fits(table)) {
            throw texts.damaged("the " + EpochTable.NAME + " is "
                    + (table == null ? "missing" : table.variable().describe()) + ", expected " + epochs);
        }
        return epochs.read(table);
    }

    private static Map<String, CallbackState> callbacks(Texts texts, List<NamedTensor> tensors) {
        Map<String, CallbackState> callbacks = new LinkedHashMap<>();
        for (String callback : texts.list(CALLBACKS)) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            texts.withPrefix(CALLBACK_NUMBER + callback + "/")
                    .keySet()
                    .forEach(name -> numbers.put(name, texts.decimal(CALLBACK_NUMBER + callback + "/" + name)));
            callbacks.put(
                    callback, new CallbackState(numbers, snapshots(texts, CALLBACK_TENSOR + callback + "/", tensors)));
        }
        return callbacks;
    }

    private static Map<String, Snapshot> snapshots(Texts texts, String prefix, List<NamedTensor> tensors) {
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

    /** The metadata of a whole file; what is missing in it was never there. */
    private record Texts(Path path, Map<String, String> all) {
        Optional<String> find(String name) {
            return Optional.ofNullable(all.get(name));
        }

        String text(String name) {
            return find(name)
                    .orElseThrow(() -> new SaveFormatException(path + ": no checkpoint of Regulus: its metadata has no "
                            + name + "; take it out of the folder"));
        }

        long number(String name) {
            String text = text(name);
            if (!WHOLE.matcher(text).matches()) {
                throw damaged(name + " is '" + text + "', expected a whole number, 0 or more");
            }
            return Long.parseLong(text);
        }

        int count(String name) {
            long number = number(name);
            if (number > Integer.MAX_VALUE) {
                throw damaged(name + " is '" + number + "', expected at most " + Integer.MAX_VALUE);
            }
            return (int) number;
        }

        double decimal(String name) {
            String text = text(name);
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException none) {
                throw damaged(name + " is '" + text + "', expected a number");
            }
        }

        long[] longs(NamedTensor tensor) {
            if (tensor.type() != ElementType.I64) {
                throw damaged("the tensor " + tensor.name() + " is "
                        + tensor.variable().describe() + ", expected I64");
            }
            return tensor.longs();
        }

        SaveFormatException damaged(String how) {
            return new SaveFormatException(
                    path + ": " + how + "; restore it from a copy, or take it out of the folder");
        }

        List<String> list(String name) {
            return text(name).isEmpty() ? List.of() : List.of(text(name).split(SEPARATOR));
        }

        Map<String, String> withPrefix(String prefix) {
            Map<String, String> found = new LinkedHashMap<>();
            all.forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    found.put(name.substring(prefix.length()), value);
                }
            });
            return found;
        }
    }
}
