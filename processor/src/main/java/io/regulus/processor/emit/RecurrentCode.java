package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.read;
import static io.regulus.processor.emit.RuntimeNames.BIDIRECTIONAL;

import io.regulus.processor.graph.RecurrentOp;
import java.util.Locale;

/** Writes recurrent layers. */
final class RecurrentCode {
    private RecurrentCode() {}

    static String recurrent(RecurrentOp operation, LayerMethod method) {
        String call = operation.sequences() ? "sequence" : "last";
        String forward = method.holder(operation.forward());
        String words = operation.type().toLowerCase(Locale.ROOT) + (operation.sequences() ? " per step" : "");
        String mask = method.mask().map(name -> ", " + name).orElse("");
        if (operation.backward().isEmpty()) {
            method.assign(
                    "$N.$L(pass, $L, $L, $L$L)",
                    forward,
                    call,
                    method.current(),
                    read(operation.dropout()),
                    read(operation.recurrentDropout()),
                    mask);
            return words;
        }
        RecurrentOp.Backward backward = operation.backward().get();
        method.assign(
                "$T.$L(pass, $N, $N, $T.Merge.$L, $L, $L, $L$L)",
                BIDIRECTIONAL,
                call,
                forward,
                method.holder(backward.holder()),
                BIDIRECTIONAL,
                backward.merge().name(),
                method.current(),
                read(operation.dropout()),
                read(operation.recurrentDropout()),
                mask);
        return "bidirectional " + words;
    }
}
