package io.regulus.interchange;

import io.regulus.save.IncompatibleModelException;
import io.regulus.save.NamedTensor;
import io.regulus.save.VariableShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The weights of a model by a mapping: what they are in another library's tensors, and the way back. Knows no model and no file. */
public final class WeightTransfer {
    private final List<Exchange> exchanges;
    private final WeightMapping mapping;

    /**
     * Of the layers of a model.
     *
     * @throws IllegalArgumentException if the mapping names a layer that there is not, or does not say what a layer flattens
     */
    public WeightTransfer(List<LayerWeights> layers, WeightMapping mapping) {
        this.mapping = mapping;
        Set<String> parts = new TreeSet<>();
        exchanges = new ArrayList<>();
        for (LayerWeights layer : layers) {
            for (Exchange exchange : mapping.layout().exchanges(layer, part -> {
                parts.add(part);
                return mapping.module(part);
            })) {
                exchanges.add(flattened(layer, exchange));
            }
        }
        mapping.modules().keySet().forEach(renamed -> requirePart("rename", renamed, parts));
        mapping.flattened().keySet().forEach(layer -> requirePart("flattened", layer, parts));
    }

    private static void requirePart(String method, String name, Set<String> parts) {
        if (parts.stream().noneMatch(part -> part.equals(name) || part.startsWith(name + "/"))) {
            throw new IllegalArgumentException(
                    method + "(\"" + name + "\", ...): the model has no layer with weights of that name; "
                            + "there are " + String.join(", ", parts));
        }
    }

    /** Where a kernel's rows, or the values of a norm, stand in another order, the exchange that brings them in it. */
    private Exchange flattened(LayerWeights layer, Exchange exchange) {
        VariableShape weight = exchange.ours().get(0);
        if (!mapping.layout().channelsFirst() || !isByInput(layer, weight)) {
            return exchange;
        }
        List<Long> dimensions = mapping.flattened().get(layer.name());
        long inputs = weight.shape().get(0);
        if (dimensions == null) {
            if (!layer.flattened().isEmpty()) {
                throw new IllegalArgumentException("layer '" + layer.name() + "' reads " + inputs
                        + " values that were flattened, which the other library has channels first: say of which dimensions they are,"
                        + " such as flattened(\"" + layer.name() + "\", "
                        + layer.flattened().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + "); flattened(\"" + layer.name() + "\", " + inputs
                        + ") if they stand in the same order there");
            }
            return exchange;
        }
        if (dimensions.stream().reduce(1L, Math::multiplyExact) != inputs) {
            throw new IllegalArgumentException("flattened(\"" + layer.name() + "\", ...): " + dimensions
                    + " are not the " + inputs + " values that the layer reads");
        }
        List<Long> known = layer.flattened();
        if (dimensions.size() > 1 && !known.isEmpty() && !dimensions.equals(known)) {
            throw new IllegalArgumentException("flattened(\"" + layer.name() + "\", ...): " + dimensions
                    + ", but the layer reads what was " + known + ": give these");
        }
        int last = dimensions.size() - 1;
        List<Long> cut = new ArrayList<>(dimensions);
        cut.addAll(weight.shape().subList(1, weight.shape().size()));
        int[] axes = IntStream.concat(
                        IntStream.of(last), IntStream.range(0, cut.size()).filter(axis -> axis != last))
                .toArray();
        Transposition rows = new Transposition(cut, axes);
        return new Exchange(
                exchange.ours(),
                exchange.theirs(),
                values -> List.of(rows.back(exchange.in().apply(values).get(0))),
                values -> exchange.out().apply(List.of(rows.apply(values.get(0)))));
    }

    /** Whether a weight has a row, or a value, for each value that its layer reads: a dense kernel, and a norm that is a layer of its own. */
    private static boolean isByInput(LayerWeights layer, VariableShape weight) {
        if (weight.name().equals(layer.name() + "/kernel")) {
            return weight.shape().size() == 2 && !layer.has("recurrent_kernel");
        }
        return !layer.has("kernel")
                && layer.isNorm(weight.name().substring(weight.name().lastIndexOf('/') + 1));
    }

    /**
     * What is to be loaded.
     *
     * @param values by name of the weight, row-major
     * @param report what matches and what does not
     */
    public record Incoming(Map<String, float[]> values, ImportReport report) {}

    /**
     * Takes what matches out of tensors of the other library.
     *
     * @param tensors of different names
     * @param origin where they are from, for messages
     * @throws IncompatibleModelException if nothing matches; under {@link WeightMapping#requireAll} if not all does
     * @throws io.regulus.save.SaveFormatException if a number is too large for a float
     */
    public Incoming in(List<NamedTensor> tensors, String origin) {
        Map<String, NamedTensor> byName = new LinkedHashMap<>();
        tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
        Set<String> asked = new LinkedHashSet<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        List<ImportReport.Entry> loaded = new ArrayList<>();
        List<ImportReport.Entry> missing = new ArrayList<>();
        List<ImportReport.Entry> mismatched = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            List<NamedTensor> found = exchange.theirs().stream()
                    .map(VariableShape::name)
                    .filter(byName::containsKey)
                    .map(byName::get)
                    .toList();
            found.forEach(tensor -> asked.add(tensor.name()));
            ImportReport.Entry entry = new ImportReport.Entry(
                    exchange.ours(),
                    exchange.theirs(),
                    found.stream().map(NamedTensor::variable).toList());
            if (found.size() < exchange.theirs().size()) {
                missing.add(entry);
            } else if (!fit(exchange.theirs(), found)) {
                mismatched.add(entry);
            } else {
                loaded.add(entry);
                List<float[]> ours = exchange.in()
                        .apply(found.stream().map(NamedTensor::toFloats).toList());
                for (int i = 0; i < ours.size(); i++) {
                    values.put(exchange.ours().get(i).name(), ours.get(i));
                }
            }
        }
        List<VariableShape> unused = tensors.stream()
                .map(NamedTensor::variable)
                .filter(tensor ->
                        !asked.contains(tensor.name()) && !mapping.layout().ignores(tensor.name()))
                .toList();
        ImportReport report = new ImportReport(loaded, missing, mismatched, unused);
        requireEnough(report, origin);
        return new Incoming(values, report);
    }

    private static boolean fit(List<VariableShape> expected, List<NamedTensor> found) {
        return IntStream.range(0, found.size())
                .allMatch(i -> found.get(i).type().isFloat()
                        && found.get(i).shape().equals(expected.get(i).shape()));
    }

    private void requireEnough(ImportReport report, String origin) {
        if (report.loaded().isEmpty()) {
            throw new IncompatibleModelException(
                    origin + ": nothing in it matches a weight of the model; nothing was loaded. Give the"
                            + " names of its layers with rename, and its library as mapping.\n" + report.unmatched());
        }
        if (mapping.requiresAll() && !report.complete()) {
            throw new IncompatibleModelException(
                    origin + ": not everything matches, and requireAll() was asked for; nothing was loaded."
                            + " Map the names with rename(...), or leave requireAll() out.\n"
                            + report.unmatched());
        }
    }

    /**
     * The tensors of the other library that hold the weights.
     *
     * @param values by name of the weight, row-major
     */
    public List<NamedTensor> out(Map<String, float[]> values) {
        List<NamedTensor> tensors = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            List<float[]> theirs = exchange.out()
                    .apply(exchange.ours().stream()
                            .map(weight -> values.get(weight.name()))
                            .toList());
            for (int i = 0; i < theirs.size(); i++) {
                VariableShape tensor = exchange.theirs().get(i);
                tensors.add(NamedTensor.of(
                        tensor.name(),
                        theirs.get(i),
                        tensor.shape().stream().mapToLong(Long::longValue).toArray()));
            }
        }
        return tensors;
    }
}
