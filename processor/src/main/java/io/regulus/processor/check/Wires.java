package io.regulus.processor.check;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Nearest;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.FromSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.Place;
import io.regulus.processor.spec.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what each layer reads: the layers named in its {@code @From}, or else the field above it. */
final class Wires {
    private final NetworkSpec spec;
    private final List<FieldSpec> layers;
    /** Names of the inputs. A layer of the same name is reported elsewhere, and until it is renamed the name is the layer's. */
    private final List<String> declared;

    private final Problems problems;
    private final Map<String, List<String>> inputs = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    private Wires(NetworkSpec spec, Problems problems) {
        this.spec = spec;
        this.layers = spec.layers();
        this.declared = spec.inputs().stream()
                .map(InputSpec::name)
                .filter(name -> !isLayer(name))
                .toList();
        this.problems = problems;
    }

    /** Resolves the names, reporting those that are wrong. */
    static Wiring of(NetworkSpec spec, Problems problems) {
        return new Wires(spec, problems).resolve();
    }

    private Wiring resolve() {
        Optional<String> last = declared.stream().findFirst();
        for (FieldSpec field : spec.fields()) {
            if (layers.contains(field)) {
                inputs.put(
                        field.name(),
                        field.from().isPresent()
                                ? named(field, field.from().get())
                                : above(field, last).stream().toList());
            }
            if (layers.contains(field) || declared.contains(field.name())) {
                last = Optional.of(field.name());
            }
        }
        return new Wiring(layers, Order.of(layers, inputs, problems), inputs, broken);
    }

    /** What a field without {@code @From} reads: the one above, or what the expansion found instead. */
    private Optional<String> above(FieldSpec field, Optional<String> last) {
        return field.reuse()
                .above()
                .filter(name -> isLayer(name) || declared.contains(name))
                .or(() -> last);
    }

    private boolean isLayer(String name) {
        return layers.stream().anyMatch(layer -> layer.name().equals(name));
    }

    private List<String> named(FieldSpec field, FromSpec from) {
        String text = from.usage().text();
        List<String> names = new ArrayList<>();
        if (from.names().isEmpty()) {
            report(field, Code.FROM_NOTHING, from.usage().place(), text);
        }
        for (Written<String> written : from.names()) {
            String name = written.value();
            if (name.equals(field.name())) {
                report(field, Code.READS_ITSELF, written.place(), text, name);
            } else if (names.contains(name)) {
                report(field, Code.FROM_TWICE, written.place(), text, name);
            } else if (valid(field).contains(name)) {
                names.add(name);
            } else {
                String cure = Nearest.cure(name, valid(field), "layers");
                report(field, Code.UNKNOWN_FIELD, written.place(), text, name, cure);
            }
        }
        return names;
    }

    /** Reports a name that is wrong; until it is right, what the layer reads is unknown. */
    private void report(FieldSpec field, Code code, Place place, Object... details) {
        broken.add(field.name());
        problems.add(code, place, details);
    }

    /** The names that a layer can take its input from. */
    private List<String> valid(FieldSpec field) {
        List<String> names = new ArrayList<>(declared);
        layers.stream()
                .map(FieldSpec::name)
                .filter(name -> !name.equals(field.name()))
                .forEach(names::add);
        return names;
    }
}
