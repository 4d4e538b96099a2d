package io.regulus.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where the native library comes from: a service, which regulus-kernels-native provides. */
public interface NativeLibrary {
    /**
     * The bytes of the library.
     *
     * @param platform operating system and processor, such as {@code linux-x86_64}
     * @return empty where there is none for the platform; to be closed by the caller
     */
    Optional<InputStream> open(String platform) throws IOException;
}
