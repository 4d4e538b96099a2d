package io.regulus.processor.graph;

/** Mean of each channel over the image. */
public record GlobalAverageOp() implements Operation {
    @Override
    public <R> R match(Cases<R> cases) {
        return cases.globalAverage(this);
    }
}
