package io.regulus.kernels.natives;

import io.regulus.kernels.NativeLibrary;
import java.io.InputStream;
import java.util.Optional;

/** The library in this jar; public for the class path, where a service must be. */
public final class BundledLibrary implements NativeLibrary {
    /** For the service loader. */
    public BundledLibrary() {}

    @Override
    public Optional<InputStream> open(String platform) {
        return Optional.ofNullable(BundledLibrary.class.getResourceAsStream(platform + "/libregulus_kernels.so"));
    }
}
