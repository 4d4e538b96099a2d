package io.regulus.processor.spec;

/** {@code @WeightNorm} as written: no operation of its own, but another way of holding the kernel of the field's layer. */
public record WeightNormSpec(Usage usage) implements PolicySpec {
    @Override
    public boolean changesLayer() {
        return true;
    }
}
