package io.regulus.ensemble;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.regulus.json.CheckedJson;
import io.regulus.model.Model;
import io.regulus.save.AtomicFolder;
import io.regulus.save.SaveFormatException;
import io.regulus.save.TextFile;
import io.regulus.train.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An ensemble on the disk. The members lie in a folder that is new with every save, and the list, which is replaced in one move, says which: so
 * that there is always a whole ensemble, the old one or the new one.
 */
final class EnsembleFolder {
    static final String LIST = "ensemble.json";

    private static final int FORMAT = 1;
    private static final String GENERATION = "members-";

    private EnsembleFolder() {}

    /** What was saved; members as the folders they are in. */
    record Saved(Combination combination, Optional<Evaluation> outOfBag, List<Path> members) {}

    static void write(
            Path folder,
            String network,
            Combination combination,
            Optional<Evaluation> outOfBag,
            List<? extends Model> members) {
        try {
            int generation = 1;
            if (Files.exists(folder.resolve(LIST))) {
                generation = list(folder).whole("generation") + 1;
            } else {
                requireEmpty(folder);
                Files.createDirectories(folder);
            }
            Path into = folder.resolve(GENERATION + generation);
            // what a process left that died before it wrote the list
            AtomicFolder.deleteTree(into);
            for (int i = 0; i < members.size(); i++) {
                members.get(i).save(into.resolve(Integer.toString(i + 1)));
            }
            JsonObject list = CheckedJson.object(FORMAT);
            list.addProperty("network", network);
            list.addProperty("generation", generation);
            list.addProperty("members", members.size());
            list.add("combination", written(combination));
            outOfBag.ifPresent(evaluation -> list.add("outOfBag", written(evaluation)));
            TextFile.write(folder.resolve(LIST), list.toString());
            deleteOthers(folder, into);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot save the ensemble in " + folder + ": " + failure + ". One saved there before is untouched",
                    failure);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("cannot save an ensemble in " + folder
                    + ": it is a file; give a folder, or a path where nothing is");
        }
        try (Stream<Path> files = Files.list(folder)) {
            // members without a list are of a process that died at its first save
            Optional<Path> other = files.filter(file -> !isGeneration(file)).findFirst();
            if (other.isPresent()) {
                throw new IllegalArgumentException("cannot save an ensemble in " + folder + ": there is "
                        + other.get().getFileName() + ", and no ensemble; give a folder of its own");
            }
        }
    }

    private static boolean isGeneration(Path file) {
        return file.getFileName().toString().matches(GENERATION + "[0-9]{1,9}");
    }

    private static void deleteOthers(Path folder, Path kept) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(folder)) {
            old = files.filter(file -> isGeneration(file) && !file.equals(kept)).toList();
        }
        for (Path generation : old) {
            AtomicFolder.deleteTree(generation);
        }
    }

    static Saved read(Path folder) {
        CheckedJson list = list(folder);
        try {
            Path from = folder.resolve(GENERATION + list.whole("generation"));
            int members = list.whole("members");
            List<Path> folders = Stream.iterate(1, number -> number <= members, number -> number + 1)
                    .map(number -> from.resolve(number.toString()))
                    .toList();
            Optional<Evaluation> outOfBag = list.keys().contains("outOfBag")
                    ? Optional.of(evaluation(list.object("outOfBag")))
                    : Optional.empty();
            Combination combination = combination(list.object("combination"));
            if (members == 0
                    || (combination instanceof Combination.Votes votes
                            && votes.weights().size() != members)) {
                throw list.damaged("members", "one for each weight, at least one");
            }
            return new Saved(combination, outOfBag, folders);
        } catch (IllegalArgumentException damaged) {
            throw new SaveFormatException(folder.resolve(LIST) + ": " + damaged.getMessage(), damaged);
        }
    }

    private static CheckedJson list(Path folder) {
        Path file = folder.resolve(LIST);
        if (!Files.exists(file)) {
            throw new SaveFormatException("no ensemble in " + folder + ": there is no " + LIST
                    + " in it; give the folder that was passed to save, and load a single model by its own class");
        }
        try {
            return CheckedJson.parse("the list of the ensemble", FORMAT, Files.readString(file));
        } catch (IllegalArgumentException damaged) {
            throw new SaveFormatException(file + ": " + damaged.getMessage(), damaged);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file + ": " + failure, failure);
        }
    }

    private static JsonObject written(Combination combination) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", combination.kind());
        if (combination instanceof Combination.Votes votes) {
            json.add("weights", numbers(votes.weights()));
        } else if (combination instanceof Combination.Sum sum) {
            json.add("start", numbers(sum.start()));
            json.addProperty("share", sum.share());
        }
        return json;
    }

    /** As texts: a number that was no double comes back as the one it was. */
    private static JsonArray numbers(List<Double> numbers) {
        return CheckedJson.array(numbers.stream().map(String::valueOf).toList());
    }

    private static List<Double> numbers(CheckedJson json, String key) {
        return json.texts(key).stream()
                .map(text -> {
                    try {
                        return Double.valueOf(text);
                    } catch (NumberFormatException no) {
                        throw json.damaged(key, "numbers");
                    }
                })
                .toList();
    }

    private static Combination combination(CheckedJson json) {
        return switch (json.text("kind")) {
            case "mean" -> new Combination.Mean();
            case "votes" -> new Combination.Votes(numbers(json, "weights"));
            case "sum" -> new Combination.Sum(numbers(json, "start"), json.number("share"));
            default -> throw json.damaged("kind", "mean, votes or sum");
        };
    }

    private static JsonObject written(Evaluation evaluation) {
        JsonObject metrics = new JsonObject();
        // NaN, such as an area without rows of a class, is no JSON
        evaluation.metrics().forEach((name, value) -> metrics.addProperty(name, String.valueOf(value)));
        JsonObject json = new JsonObject();
        json.addProperty("loss", String.valueOf(evaluation.loss()));
        json.addProperty("penalty", String.valueOf(evaluation.penalty()));
        json.addProperty("rows", evaluation.rows());
        json.add("metrics", metrics);
        return json;
    }

    private static Evaluation evaluation(CheckedJson json) {
        CheckedJson metrics = json.object("metrics");
        Map<String, Double> values = new LinkedHashMap<>();
        metrics.keys().forEach(name -> values.put(name, number(metrics, name)));
        return new Evaluation(number(json, "loss"), number(json, "penalty"), values, json.count("rows"));
    }

    private static double number(CheckedJson json, String key) {
        try {
            return Double.parseDouble(json.text(key));
        } catch (NumberFormatException no) {
            throw json.damaged(key, "a number");
        }
    }
}
