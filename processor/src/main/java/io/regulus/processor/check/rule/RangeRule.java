package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.BlockWidth;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.Sourced;
import io.regulus.processor.spec.Usage;
import java.util.List;
import java.util.stream.Stream;

/** Every number lies in the range that its annotation element states: all annotations, one rule. */
public final class RangeRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        usages(draft.spec()).forEach(usage -> check(usage, problems));
    }

    /** The numbers of one annotation. */
    public static void check(Usage usage, Problems problems) {
        usage.numbers().stream()
                .filter(number -> !number.inRange())
                .forEach(number -> problems.add(
                        Code.OUT_OF_RANGE,
                        number.place(),
                        usage.text(),
                        number.element(),
                        number.range(),
                        RangeCures.cure(usage, number)));
    }

    private static Stream<Usage> usages(NetworkSpec spec) {
        Stream<Sourced> ofClass = Stream.of(spec.tasks(), spec.optimizers(), spec.penalties(), spec.policies())
                .flatMap(List::stream);
        Stream<Sourced> ofFields = spec.fields().stream()
                .flatMap(field -> Stream.of(
                                field.input().stream(),
                                ops(field),
                                field.penalties().stream(),
                                field.reuse().inlining().stream().flatMap(inlining -> inlining.penalties().stream()),
                                field.policies().stream(),
                                field.tasks().stream())
                        .flatMap(specs -> specs));
        return Stream.concat(
                Stream.of(spec.network()), Stream.concat(ofClass, ofFields).map(Sourced::usage));
    }

    /** The operations; in a block a size may be a share of the width, which shape inference looks at. */
    private static Stream<OpSpec> ops(FieldSpec field) {
        return field.reuse().inlining().isEmpty()
                ? field.ops().stream()
                : field.ops().stream().map(op -> op.sized(size -> BlockWidth.isShare(size) ? 1 : size));
    }
}
