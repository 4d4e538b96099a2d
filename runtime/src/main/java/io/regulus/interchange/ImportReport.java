package io.regulus.interchange;

import io.regulus.save.VariableShape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of an import, weight by weight and tensor by tensor; {@link #toString} is a page to print.
 *
 * @param loaded weights that have the values of the file now
 * @param missing weights that the file has no tensor for; they are as they were
 * @param mismatched weights whose tensor is of another shape, or holds no floating point numbers; they are as they were
 * @param unused tensors of the file that no weight asked for
 */
public record ImportReport(
        List<Entry> loaded, List<Entry> missing, List<Entry> mismatched, List<VariableShape> unused) {
    public ImportReport {
        loaded = List.copyOf(loaded);
        missing = List.copyOf(missing);
        mismatched = List.copyOf(mismatched);
        unused = List.copyOf(unused);
    }

    /**
     * Weights that go together, mostly one.
     *
     * @param weights of the model
     * @param expected the tensors that hold their numbers, by name and shape
     * @param found those of them that are in the file
     */
    public record Entry(List<VariableShape> weights, List<VariableShape> expected, List<VariableShape> found) {}

    /** Whether every weight was loaded and every tensor used. */
    public boolean complete() {
        return missing.isEmpty() && mismatched.isEmpty() && unused.isEmpty();
    }

    /** Whatever did not match, a line each; empty where all did. */
    public String unmatched() {
        StringBuilder text = new StringBuilder();
        section(
                text,
                "missing in the file",
                missing,
                entry -> described(entry.weights) + " <- " + described(entry.expected));
        section(
                text,
                "of another shape or type",
                mismatched,
                entry -> described(entry.weights) + " <- " + described(entry.expected) + ", found "
                        + described(entry.found));
        section(text, "in the file, but not asked for", unused, tensor -> described(List.of(tensor)));
        return text.toString();
    }

    private static <E> void section(StringBuilder text, String title, List<E> entries, Function<E, String> line) {
        if (!entries.isEmpty()) {
            text.append(title).append(": ").append(entries.size()).append('\n');
            entries.forEach(entry -> text.append("  ").append(line.apply(entry)).append('\n'));
        }
    }

    private static String described(List<VariableShape> tensors) {
        return tensors.stream()
                .map(tensor -> tensor.name() + " " + tensor.describe())
                .collect(Collectors.joining(" + "));
    }

    /** Everything, a line each: what was loaded too. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        section(text, "loaded", loaded, entry -> described(entry.weights) + " <- " + described(entry.found));
        return text + unmatched();
    }
}
