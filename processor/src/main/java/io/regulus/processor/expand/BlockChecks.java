package io.regulus.processor.expand;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Nearest;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.BlockSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.ModelClass;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.RepeatSpec;
import io.regulus.processor.spec.Sourced;
import io.regulus.processor.spec.Usage;
import io.regulus.processor.spec.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold before a network can be expanded, each block being looked at once, however often it is used. */
final class BlockChecks {
    /** Layers that blocks may become: far above any network, far below what the Java compiler takes in one method. */
    private static final int LIMIT = 500;

    private final NetworkSpec network;
    private final Map<String, BlockSpec> blocks;
    private final Problems problems;

    private BlockChecks(NetworkSpec network, Problems problems) {
        this.network = network;
        this.blocks = network.blocks();
        this.problems = problems;
    }

    static void check(NetworkSpec network, Problems problems) {
        BlockChecks checks = new BlockChecks(network, problems);
        network.blocks().values().forEach(checks::block);
        checks.scope(Scope.of(network));
        network.blocks().values().forEach(block -> checks.scope(Scope.of(block, network.blocks())));
        if (problems.report().isEmpty() && !checks.circles()) {
            checks.size();
        }
    }

    private void block(BlockSpec block) {
        if (block.kind() != ModelClass.Kind.CLASS && block.kind() != ModelClass.Kind.INTERFACE) {
            blockClass(block, "it is neither a class nor an interface", "Declare it as an abstract class.");
        }
        block.inheritedLayers()
                .forEach(layer -> blockClass(
                        block,
                        "the layer " + layer + " stands in a supertype, and layers are read from the block alone",
                        "Declare it in " + block.name() + "."));
        if (block.fields().isEmpty()) {
            blockClass(block, "it has no layers", "Declare a field such as @Dense(units = 10) Layer hidden.");
        }
        for (FieldSpec field : block.fields()) {
            field.input()
                    .ifPresent(input -> problems.add(
                            Code.BLOCK_INPUT,
                            input.usage().place(),
                            input.usage().text(),
                            block.name()));
            field.tasks()
                    .forEach(task -> problems.add(
                            Code.BLOCK_CLASS,
                            task.usage().place(),
                            block.name(),
                            task.usage().text() + " says what an output of a network is for",
                            "Write it on a layer of the network."));
            if (field.name().equals(BlockSpec.INPUT) && field.input().isEmpty()) {
                problems.add(Code.BLOCK_INPUT, field.place(), "Layer input", block.name());
            }
        }
    }

    private void blockClass(BlockSpec block, String what, String cure) {
        problems.add(Code.BLOCK_CLASS, block.usage().place(), block.name(), what, cure);
    }

    private void scope(Scope scope) {
        for (FieldSpec field : scope.fields()) {
            names(scope, field);
            repeat(field);
            if (field.reuse().block().isPresent()) {
                blockField(field);
            }
            shares(scope, field);
        }
    }

    /** The names in a {@code @From}, which stand for layers in the block alone. */
    private void names(Scope scope, FieldSpec field) {
        List<String> valid = scope.names().stream()
                .filter(name -> !name.equals(field.name()))
                .toList();
        field.from()
                .ifPresent(from -> from.names().stream()
                        .filter(name -> !scope.names().contains(name.value()))
                        .forEach(name -> problems.add(
                                Code.UNKNOWN_FIELD,
                                name.place(),
                                from.usage().text(),
                                name.value(),
                                Nearest.cure(name.value(), valid, "layers"))));
    }

    private void repeat(FieldSpec field) {
        field.reuse().repeat().ifPresent(repeat -> {
            if (field.reuse().block().isEmpty()) {
                blockField(
                        field, repeat.usage(), "its type is no @Block", "Remove it, or make a block of what repeats.");
            }
            repeat.usage().numbers().stream()
                    .filter(number -> !number.inRange())
                    .forEach(number -> outOfRange(repeat, number));
        });
    }

    private void outOfRange(RepeatSpec repeat, NumberUse number) {
        String cure = number.value() < 1
                ? "Remove the field where the block should not be there."
                : "Make a larger block of several.";
        problems.add(Code.OUT_OF_RANGE, number.place(), repeat.usage().text(), number.element(), number.range(), cure);
    }

    private void blockField(FieldSpec field) {
        for (OpSpec op : field.ops()) {
            blockField(
                    field,
                    op.usage(),
                    "its layers are those of the block",
                    "Write it in the block, or on a field of its own.");
        }
        field.input().ifPresent(input -> blockField(field, input.usage(), "a block is no input", "Remove it."));
        field.tasks()
                .forEach(task -> blockField(
                        field, task.usage(), "a block is no output", "Write it on a layer that reads the block."));
        field.from()
                .filter(from -> from.names().size() != 1)
                .ifPresent(from -> blockField(
                        field,
                        from.usage(),
                        "a block has one input",
                        "Merge them in a field of its own, and name that."));
        field.from()
                .ifPresent(from -> from.names().stream()
                        .filter(name -> name.value().equals(field.name()))
                        .forEach(name -> problems.add(
                                Code.READS_ITSELF, name.place(), from.usage().text(), name.value())));
    }

    private void blockField(FieldSpec field, Usage usage, String what, String cure) {
        problems.add(Code.BLOCK_FIELD, usage.place(), usage.text(), field.name(), what, cure);
    }

    private void shares(Scope scope, FieldSpec field) {
        field.reuse().shares().ifPresent(shares -> {
            String name = shares.name().value();
            Optional<FieldSpec> other = scope.field(name);
            if (name.equals(field.name())) {
                shares(shares.name(), shares.usage(), "a field has its own weights already", "Name another one.");
            } else if (other.isEmpty() || other.get().input().isPresent()) {
                List<String> valid = scope.fields().stream()
                        .filter(candidate -> candidate.input().isEmpty())
                        .map(FieldSpec::name)
                        .filter(candidate -> !candidate.equals(field.name()))
                        .toList();
                problems.add(
                        Code.UNKNOWN_FIELD,
                        shares.name().place(),
                        shares.usage().text(),
                        name,
                        Nearest.cure(name, valid, "layers"));
            } else if (scope.owner(field).isEmpty()) {
                shares(
                        shares.name(),
                        shares.usage(),
                        "the fields name each other in a circle",
                        "Let one of them have the weights.");
            } else {
                same(scope, field, other.get(), shares.name(), shares.usage());
            }
            others(field)
                    .forEach(usage -> problems.add(
                            Code.SHARED_WEIGHTS,
                            usage.place(),
                            usage.text(),
                            "'" + field.name() + "' is '" + name + "' once more, with all that is written there",
                            "Remove it, or write it on '" + name + "'."));
        });
    }

    /** Two fields are of one type and as often repeated. */
    private void same(Scope scope, FieldSpec field, FieldSpec other, Written<String> name, Usage usage) {
        if (!field.reuse().block().equals(other.reuse().block())) {
            shares(
                    name,
                    usage,
                    "'" + other.name() + "' is a " + simple(other) + " and '" + field.name() + "' a " + simple(field),
                    "Declare it as " + simple(other) + " " + field.name() + ".");
        } else if (field.reuse().repeat().isPresent()
                && !times(scope.repeat(field))
                        .equals(times(other.reuse().repeat().or(() -> scope.repeat(other))))) {
            shares(name, usage, "the two are not repeated equally often", "Leave @Repeat out here.");
        }
    }

    private static Optional<Integer> times(Optional<RepeatSpec> repeat) {
        return repeat.map(written -> written.times().value());
    }

    private String simple(FieldSpec field) {
        return field.reuse().block().map(blocks::get).map(BlockSpec::name).orElse("Layer");
    }

    private void shares(Written<String> name, Usage usage, String what, String cure) {
        problems.add(Code.SHARED_WEIGHTS, name.place(), usage.text(), what, cure);
    }

    /** What a field that is another one once more cannot say itself. */
    private static Stream<Usage> others(FieldSpec field) {
        Stream<Sourced> written = Stream.of(
                        field.ops().stream(),
                        field.penalties().stream(),
                        field.policies().stream(),
                        field.input().stream())
                .flatMap(specs -> specs);
        return Stream.concat(written.map(Sourced::usage), field.exclude().stream());
    }

    /** Reports the first circle of blocks. */
    private boolean circles() {
        for (BlockSpec block : blocks.values()) {
            Optional<List<String>> circle = circle(block, block, List.of());
            if (circle.isPresent()) {
                problems.add(
                        Code.BLOCK_CYCLE, block.usage().place(), block.name(), String.join(" has a ", circle.get()));
                return true;
            }
        }
        return false;
    }

    private Optional<List<String>> circle(BlockSpec start, BlockSpec at, List<String> way) {
        List<String> longer = new ArrayList<>(way);
        longer.add(at.name());
        if (way.size() > blocks.size()) {
            return Optional.empty();
        }
        for (BlockSpec next : used(at)) {
            if (next.equals(start)) {
                longer.add(start.name());
                return Optional.of(longer);
            }
            Optional<List<String>> found = circle(start, next, longer);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<BlockSpec> used(BlockSpec block) {
        return block.fields().stream()
                .flatMap(field -> field.reuse().block().stream())
                .distinct()
                .map(blocks::get)
                .toList();
    }

    /** Reports a field of the network that would become too many layers. */
    private void size() {
        Scope scope = Scope.of(network);
        for (FieldSpec field : scope.fields()) {
            long layers = layers(scope, field);
            if (layers > LIMIT) {
                problems.add(
                        Code.BLOCK_FIELD,
                        field.place(),
                        simple(field) + " " + field.name(),
                        field.name(),
                        "it would become " + layers + " layers, more than " + LIMIT,
                        "Repeat it less often.");
            }
        }
    }

    private long layers(Scope scope, FieldSpec field) {
        long times = times(scope.repeat(field)).orElse(1);
        return scope.block(field)
                .map(block -> Math.min(
                        Integer.MAX_VALUE,
                        times
                                * block.fields().stream()
                                        .mapToLong(inner -> layers(block, inner))
                                        .sum()))
                .orElse(1L);
    }
}
