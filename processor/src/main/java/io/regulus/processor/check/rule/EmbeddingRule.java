package io.regulus.processor.check.rule;

import io.regulus.annotations.DataType;
import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Reused;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.TensorShape;
import java.util.List;
import java.util.Optional;

/** An embedding reads a row of ids, straight from an input of whole numbers. */
public final class EmbeddingRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            for (OpSpec op : layer.ops()) {
                // a name that is wrong is reported as such, and so are two operations of one kind
                if (op instanceof EmbeddingSpec embedding
                        && !draft.wiring().broken().contains(layer.name())) {
                    check(draft, layer, embedding, Reused.problems(layer, problems));
                }
            }
        }
        draft.spec().inputs().forEach(input -> scale(draft, input, problems));
    }

    private static void check(Draft draft, FieldSpec layer, EmbeddingSpec embedding, Problems problems) {
        List<String> read = draft.wiring().inputs(layer);
        if (layer.op(Slot.MERGE).isPresent()) {
            report(embedding, "a merge of '" + layer.name() + "' gives it other numbers", problems);
        } else if (read.size() == 1) {
            Optional<InputSpec> input = input(draft, read.get(0));
            if (input.isEmpty()) {
                report(embedding, "'" + read.get(0) + "' is a layer, which gives other numbers", problems);
            } else if (input.get().type() != DataType.INT32) {
                report(
                        embedding,
                        "'" + read.get(0) + "' is an input of " + input.get().type(),
                        problems);
            } else if (input.get().shape().value().size() != 1) {
                problems.add(
                        Code.IDS_SHAPE,
                        embedding.usage().place(),
                        embedding.usage().text(),
                        read.get(0),
                        new TensorShape(input.get().shape().value()));
            }
        }
    }

    private static Optional<InputSpec> input(Draft draft, String name) {
        return draft.spec().inputs().stream()
                .filter(input -> input.name().equals(name))
                .filter(input -> draft.layer(name).isEmpty())
                .findFirst();
    }

    private static void report(EmbeddingSpec embedding, String found, Problems problems) {
        problems.add(
                Code.NEEDS_IDS, embedding.usage().place(), embedding.usage().text(), found);
    }

    /** Ids are looked up as they are. */
    private static void scale(Draft draft, InputSpec input, Problems problems) {
        List<FieldSpec> readers = draft.layers().stream()
                .filter(layer -> draft.wiring().inputs(layer).contains(input.name()))
                .toList();
        if (input.scale() != 1 && !readers.isEmpty() && readers.stream().allMatch(FieldSpec::readsIds)) {
            problems.add(
                    Code.WITHOUT_EFFECT,
                    input.usage().place(),
                    input.usage().text(),
                    "ids are looked up as they are, and nothing but embeddings reads '" + input.name() + "'",
                    "Leave scale = " + NumberUse.text(input.scale()) + " out.");
        }
    }
}
