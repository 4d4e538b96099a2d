package io.regulus.processor.spec;

/** {@code @DropConnect} as written: no operation of its own, but noise on the kernel of the field's layer. */
public record DropConnectSpec(Usage usage) implements PolicySpec {
    @Override
    public boolean changesLayer() {
        return true;
    }
}
