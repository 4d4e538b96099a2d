package io.regulus.processor.graph;

import io.regulus.processor.spec.AlphaDropoutSpec;
import io.regulus.processor.spec.DropPathSpec;
import io.regulus.processor.spec.GaussianDropoutSpec;
import io.regulus.processor.spec.GaussianNoiseSpec;
import io.regulus.processor.spec.SpatialDropoutSpec;

/** Noises that are a call of the runtime's class of their name. */
final class NoiseOperations {
    private NoiseOperations() {}

    static NoiseOp spatialDropout(SpatialDropoutSpec spec, LayerBuilder layer) {
        return new NoiseOp("SpatialDropout", layer.number("spatialDropout", spec.usage(), "p"), "spatial dropout");
    }

    static NoiseOp gaussianNoise(GaussianNoiseSpec spec, LayerBuilder layer) {
        return new NoiseOp("GaussianNoise", layer.number("gaussianNoise", spec.usage(), "stddev"), "gaussian noise");
    }

    static NoiseOp gaussianDropout(GaussianDropoutSpec spec, LayerBuilder layer) {
        return new NoiseOp("GaussianDropout", layer.number("gaussianDropout", spec.usage(), "p"), "gaussian dropout");
    }

    static NoiseOp alphaDropout(AlphaDropoutSpec spec, LayerBuilder layer) {
        return new NoiseOp("AlphaDropout", layer.number("alphaDropout", spec.usage(), "p"), "alpha dropout");
    }

    static NoiseOp dropPath(DropPathSpec spec, LayerBuilder layer) {
        return new NoiseOp("DropPath", layer.number("dropPath", spec.usage(), "p"), "drop path");
    }
}
