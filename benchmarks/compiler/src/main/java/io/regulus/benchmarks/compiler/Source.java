package io.regulus.benchmarks.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A source file.
 *
 * @param name simple name of its class
 * @param text what is in it
 */
record Source(String name, String text) {
    Path writeTo(Path folder) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), text);
    }
}
