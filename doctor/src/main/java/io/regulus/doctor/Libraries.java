package io.regulus.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the system's loader finds shared libraries on Linux, and where CUDA's usually lie. */
class Libraries {
    private static final List<Path> USUAL = List.of(
            Path.of("/usr/local/cuda/lib64"),
            Path.of("/usr/local/cuda-12/lib64"),
            Path.of("/usr/lib/x86_64-linux-gnu"),
            Path.of("/usr/lib64"),
            Path.of("/usr/lib/wsl/lib"));

    private final List<Path> searched;
    private final List<Path> usual;
    private final String cache;

    Libraries() {
        this(folders(System.getenv().getOrDefault("LD_LIBRARY_PATH", "")), USUAL, ldconfig());
    }

    /**
     * Of any system.
     *
     * @param searched folders of LD_LIBRARY_PATH
     * @param usual where else to look, for the cure
     * @param cache what {@code ldconfig -p} prints
     */
    Libraries(List<Path> searched, List<Path> usual, String cache) {
        this.searched = searched;
        this.usual = usual;
        this.cache = cache;
    }

    private static List<Path> folders(String variable) {
        return Stream.of(variable.split(":"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    private static String ldconfig() {
        return Stream.of("ldconfig", "/sbin/ldconfig")
                .flatMap(command -> printed(command, "-p").stream())
                .findFirst()
                .orElse("");
    }

    /** What a command prints; empty where there is none of that name, or it fails. */
    private static Optional<String> printed(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The file that the loader takes for a name such as {@code libcudnn.so.9}. */
    Optional<String> loaded(String name) {
        return Stream.concat(
                        in(searched, name),
                        cache.lines()
                                .map(String::strip)
                                .filter(line -> line.startsWith(name + " "))
                                .map(line -> line.replaceFirst("^.*=> ", "")))
                .findFirst();
    }

    /** The file where it lies on the disk but the loader does not look. */
    Optional<String> elsewhere(String name) {
        return in(usual, name).findFirst();
    }

    private static Stream<String> in(List<Path> folders, String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .map(Path::toString);
    }
}
