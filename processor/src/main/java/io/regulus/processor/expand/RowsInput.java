package io.regulus.processor.expand;

import io.regulus.annotations.DataType;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Interval;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.ConcatSpec;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.FlattenSpec;
import io.regulus.processor.spec.FromSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.Place;
import io.regulus.processor.spec.Reuse;
import io.regulus.processor.spec.RoleSpec;
import io.regulus.processor.spec.RowsSpec;
import io.regulus.processor.spec.Usage;
import io.regulus.processor.spec.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the input of a network whose rows are records: numbers and one-hot values as one input and, where there are embedded
 * categories, an input of ids and a table for each, all joined to what the first layer reads.
 */
final class RowsInput {
    /** What the numbers and one-hot values are called beside other inputs. */
    private static final String NUMBERS = "numbers";

    private static final Interval POSITIVE = Interval.parse("[1, inf)");

    private final NetworkSpec network;
    private final RowsSpec rows;
    private final FeaturesSpec features;

    private RowsInput(NetworkSpec network, RowsSpec rows, FeaturesSpec features) {
        this.network = network;
        this.rows = rows;
        this.features = features;
    }

    /** The network with the input that its record makes; as it was where it reads no records, or where that is a problem. */
    static NetworkSpec addTo(NetworkSpec network, Problems problems) {
        if (network.rows().isEmpty()) {
            return network;
        }
        RowsSpec rows = network.rows().get();
        if (rows.features().isEmpty()) {
            problems.add(
                    Code.ROWS,
                    rows.place(),
                    rows.name(),
                    "the class has no @Features, so that nothing is known of its components",
                    "Put @Features on the record " + rows.name() + ".");
            return network;
        }
        for (InputSpec input : network.inputs()) {
            problems.add(
                    Code.ROWS,
                    input.usage().place(),
                    rows.name(),
                    "the record is the input, and " + input.usage().text() + " is another one",
                    "Keep one of them.");
        }
        return problems.report().isEmpty()
                ? new RowsInput(network, rows, rows.features().get()).expanded()
                : network;
    }

    private NetworkSpec expanded() {
        List<ComponentSpec> embedded = features.embedded();
        if (embedded.isEmpty()) {
            return network.with(
                    input(network.network(), InputSpec.UNNAMED, features.width(), DataType.FLOAT32), network.fields());
        }
        List<FieldSpec> fields = new ArrayList<>();
        List<String> joined = new ArrayList<>();
        if (features.width() > 0) {
            fields.add(inputField(network.network(), NUMBERS, features.width(), DataType.FLOAT32));
            joined.add(NUMBERS);
        }
        for (ComponentSpec component : embedded) {
            fields.add(inputField(component.role().usage(), component.name(), 1, DataType.INT32));
        }
        // alone it is what the first layer reads; with others it is joined to them
        boolean alone = embedded.size() == 1 && joined.isEmpty();
        for (ComponentSpec component : embedded) {
            String name = alone ? InputSpec.UNNAMED : component.name() + "Embedding";
            fields.add(table(component, name));
            joined.add(name);
        }
        if (!alone) {
            fields.add(layer(InputSpec.UNNAMED, List.of(new ConcatSpec(said("Concat", "@Concat"))), joined));
        }
        fields.addAll(network.fields());
        return network.with(fields);
    }

    private FieldSpec table(ComponentSpec component, String name) {
        RoleSpec.Categorical category = component.embedded().orElseThrow();
        // 0 is what is none of the known categories
        int vocabulary = category.values(component.type()) + 1;
        Place place = rows.place();
        Usage usage = new Usage(
                "Embedding",
                place,
                category.usage().text() + " " + component.name(),
                List.of(
                        new NumberUse("vocabulary", vocabulary, true, POSITIVE, true, place),
                        new NumberUse("units", category.embedding().value(), true, POSITIVE, true, place)));
        OpSpec lookup = new EmbeddingSpec(
                usage,
                new Written<>(vocabulary, true, place),
                new Written<>(category.embedding().value(), true, place),
                new Written<>(false, false, place),
                Initializer.UNIFORM);
        return layer(name, List.of(lookup, new FlattenSpec(said("Flatten", "@Flatten"))), List.of(component.name()));
    }

    private FieldSpec layer(String name, List<OpSpec> ops, List<String> from) {
        return field(
                name,
                ops,
                Optional.empty(),
                Optional.of(new FromSpec(
                        said("From", "@From"),
                        from.stream()
                                .map(read -> new Written<>(read, true, rows.place()))
                                .toList())));
    }

    private FieldSpec inputField(Usage stated, String name, int size, DataType type) {
        return field(name, List.of(), Optional.of(input(stated, name, size, type)), Optional.empty());
    }

    private FieldSpec field(String name, List<OpSpec> ops, Optional<InputSpec> input, Optional<FromSpec> from) {
        return new FieldSpec(
                name,
                rows.place(),
                "Layer",
                true,
                ops,
                List.of(),
                List.of(),
                List.of(),
                input,
                from,
                Optional.empty(),
                Reuse.written(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    private InputSpec input(Usage stated, String name, int size, DataType type) {
        Usage usage = new Usage(stated.annotation(), rows.place(), stated.text(), List.of());
        return new InputSpec(usage, name, new Written<>(List.of(size), true, rows.place()), type, 1);
    }

    /** What stands in comments and messages for an annotation that nobody wrote. */
    private Usage said(String annotation, String text) {
        return new Usage(annotation, rows.place(), text, List.of());
    }
}
