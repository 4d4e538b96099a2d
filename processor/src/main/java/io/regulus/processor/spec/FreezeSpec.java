package io.regulus.processor.spec;

/** {@code @Freeze} as written. */
public record FreezeSpec(Usage usage) implements PolicySpec {
    @Override
    public boolean changesLayer() {
        return true;
    }
}
