package io.regulus.testing.errors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that lies in a folder, bit for bit: equal to another where nothing was added, changed or left behind. */
public final class FolderContents {
    private FolderContents() {}

    /** The files below a folder, in hexadecimal by their paths, and its folders. */
    public static Map<Path, String> of(Path folder) {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                contents.put(
                        folder.relativize(path),
                        Files.isDirectory(path) ? "folder" : HexFormat.of().formatHex(Files.readAllBytes(path)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return contents;
    }
}
