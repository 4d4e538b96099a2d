package io.regulus.processor.graph;

import io.regulus.annotations.Interpolation;
import io.regulus.processor.spec.TensorShape;
import java.util.List;

/** Images made larger by factors, vertical and horizontal. */
public record UpSamplingOp(TensorShape output, List<Integer> size, Interpolation interpolation) implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.upSampling(this);
    }
}
