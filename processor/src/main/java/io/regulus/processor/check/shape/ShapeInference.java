package io.regulus.processor.check.shape;

import io.regulus.processor.check.Masks;
import io.regulus.processor.check.Reused;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.check.Wiring;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.TensorShape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows a row through the network. Where an error leaves a shape unknown, everything behind it is unknown too and says
 * nothing, so that each mistake is reported where it was made and nowhere else.
 */
public final class ShapeInference {
    private final Wiring wiring;
    private final Problems problems;
    private final Map<String, TensorShape> shapes = new HashMap<>();
    private final Map<String, ValidField> known = new LinkedHashMap<>();

    private ShapeInference(Wiring wiring, Problems problems) {
        this.wiring = wiring;
        this.problems = problems;
    }

    /** The layers whose shapes can be told. */
    public static Map<String, ValidField> infer(List<InputSpec> inputs, Wiring wiring, Problems problems) {
        ShapeInference inference = new ShapeInference(wiring, problems);
        inputs.forEach(read -> inputShape(read).ifPresent(shape -> inference.shapes.put(read.name(), shape)));
        return inference.infer();
    }

    /** The shape of the input, if it is one. */
    public static Optional<TensorShape> inputShape(InputSpec input) {
        return Optional.of(new TensorShape(input.shape().value()))
                .filter(shape -> shape.rank() >= 1 && shape.rank() <= 3)
                .filter(shape -> numbersAreValid(input.usage().numbers()))
                .filter(shape -> Sizes.row(shape) <= Sizes.LIMIT);
    }

    private Map<String, ValidField> infer() {
        for (FieldSpec layer : wiring.order()) {
            layer(layer).ifPresent(field -> {
                known.put(layer.name(), field);
                shapes.put(layer.name(), field.output());
            });
        }
        return known;
    }

    private Optional<ValidField> layer(FieldSpec written) {
        List<String> names = wiring.inputs(written);
        FieldSpec layer = sized(written);
        if (isOpen(layer) || names.isEmpty() || !shapes.keySet().containsAll(names)) {
            return Optional.empty();
        }
        List<TensorShape> current = names.stream().map(shapes::get).toList();
        List<Optional<String>> masks = names.stream()
                .map(name -> Optional.ofNullable(known.get(name)).flatMap(ValidField::mask))
                .toList();
        Trace trace = Trace.into(layer, wiring, shapes);
        Problems reported = Reused.problems(layer, problems);
        List<ValidField.Step> steps = new ArrayList<>();
        for (OpSpec op : layer.ops()) {
            Optional<TensorShape> output = numbersAreValid(op.usage().numbers())
                    ? op.match(new OpShapes(layer, names, current, new Report(wiring, shapes, trace, reported)))
                    : Optional.empty();
            if (output.isEmpty()) {
                return Optional.empty();
            }
            ValidField.Step step = new ValidField.Step(op, current, output.get(), masks);
            steps.add(step);
            current = List.of(output.get());
            masks = List.of(Masks.behind(step, names.get(0)));
            trace = trace.then("@" + op.usage().annotation() + " " + output.get());
        }
        // Several inputs and no merge: what the layer gives is unknown, and the rule about merges says so.
        return current.size() == 1
                ? Optional.of(new ValidField(layer, names, steps, current.get(0)))
                : Optional.empty();
    }

    /** The layer with sizes instead of shares of the width of the block it stands in, as far as that is known. */
    private FieldSpec sized(FieldSpec layer) {
        Optional<TensorShape> input = layer.reuse().inlining().map(inlining -> shapes.get(inlining.input()));
        return input.map(shape -> new Widths(layer, shape, problems).sized()).orElse(layer);
    }

    /** Whether a rule has reported that it is open what the layer reads or does. */
    private boolean isOpen(FieldSpec layer) {
        Set<Slot> slots = EnumSet.noneOf(Slot.class);
        boolean hasTwoOfASlot = !layer.ops().stream().allMatch(op -> slots.add(op.slot()));
        return layer.ops().isEmpty() || hasTwoOfASlot || wiring.broken().contains(layer.name());
    }

    private static boolean numbersAreValid(List<NumberUse> numbers) {
        return numbers.stream().allMatch(NumberUse::inRange);
    }
}
