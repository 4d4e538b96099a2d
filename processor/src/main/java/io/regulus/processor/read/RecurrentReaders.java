package io.regulus.processor.read;

import io.regulus.annotations.Initializer;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.RecurrentSpec;

/** Reads the annotations of recurrent layers. */
final class RecurrentReaders {
    private RecurrentReaders() {}

    static OpSpec lstm(AnnotationUse use) {
        return recurrent(use, RecurrentSpec.Kind.LSTM, "unitForgetBias");
    }

    static OpSpec gru(AnnotationUse use) {
        return recurrent(use, RecurrentSpec.Kind.GRU, "resetAfter");
    }

    private static OpSpec recurrent(AnnotationUse use, RecurrentSpec.Kind kind, String variant) {
        return new RecurrentSpec(
                use.usage(),
                kind,
                use.integer("units"),
                use.flag("returnSequences").value(),
                use.flag("useBias").value(),
                use.flag(variant),
                use.constant("kernelInitializer", Initializer.class).value(),
                use.constant("recurrentInitializer", Initializer.class).value());
    }
}
