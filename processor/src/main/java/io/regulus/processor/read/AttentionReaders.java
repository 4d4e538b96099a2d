package io.regulus.processor.read;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.processor.spec.MultiHeadAttentionSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.ScoredAttentionSpec;
import io.regulus.processor.spec.TransformerBlockSpec;

/** Reads the annotations of attention. */
final class AttentionReaders {
    private AttentionReaders() {}

    static OpSpec multiHeadAttention(AnnotationUse use) {
        return new MultiHeadAttentionSpec(
                use.usage(),
                use.integer("heads"),
                use.integer("keyDim"),
                use.integer("valueDim"),
                use.flag("useBias").value(),
                use.integer("outputs"),
                use.flag("causal").value(),
                use.constant("kernelInitializer", Initializer.class).value());
    }

    static OpSpec scored(AnnotationUse use, boolean additive) {
        return new ScoredAttentionSpec(
                use.usage(),
                additive,
                use.flag("useScale").value(),
                use.flag("causal").value());
    }

    static OpSpec transformerBlock(AnnotationUse use) {
        return new TransformerBlockSpec(
                use.usage(),
                use.integer("heads"),
                use.integer("keyDim"),
                use.integer("feedForward"),
                use.constant("activation", ActivationFunction.class),
                use.flag("normFirst").value(),
                use.flag("causal").value(),
                use.constant("kernelInitializer", Initializer.class).value());
    }
}
