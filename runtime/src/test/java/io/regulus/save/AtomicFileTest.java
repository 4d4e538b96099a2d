package io.regulus.save;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private static ByteBuffer text(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }

    private void assertOnly(String name, String content) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve(name)), files.toList());
        }
        assertEquals(content, Files.readString(folder.resolve(name)));
    }

    @Test
    void replaces() throws IOException {
        Path target = folder.resolve("a");
        AtomicFile.replace(target, file -> file.write(text("a longer first")));
        AtomicFile.replace(target, file -> file.write(text("second")));
        assertOnly("a", "second");
    }

    @Test
    void theOldFileIsThereWhileTheNewOneIsWritten() throws IOException {
        Path target = Files.writeString(folder.resolve("a"), "old");
        AtomicFile.replace(target, file -> {
            file.write(text("ne"));
            assertEquals("old", Files.readString(target));
            file.write(text("w"));
        });
        assertOnly("a", "new");
    }

    @Test
    void failuresLeaveTheOldFileAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("a"), "old");
        for (Throwable failure : List.of(
                new IOException("disk full"), new IllegalStateException("bug"), new OutOfMemoryError("none left"))) {
            Throwable thrown = assertThrows(
                    failure.getClass(),
                    () -> AtomicFile.replace(target, file -> {
                        file.write(text("half"));
                        throwAny(failure);
                    }));
            assertSame(failure, thrown);
            assertOnly("a", "old");
        }
        Files.delete(target);
        assertThrows(
                IOException.class,
                () -> AtomicFile.replace(target, file -> {
                    throw new IOException("disk full");
                }));
        assertFalse(Files.exists(target));
    }

    /** The number is that of no process; the writer within the writer is as a thread beside it. */
    @Test
    void whatADeadProcessLeftIsDeletedByTheNextAndWhatIsBeingWrittenIsNot() throws IOException {
        Path target = folder.resolve("a[1]");
        Path dead = Files.writeString(folder.resolve("a[1].999999999999-0.tmp"), "half");
        Path earlier = Files.writeString(
                folder.resolve("a[1]." + ProcessHandle.current().pid() + "-0.tmp"), "of an earlier one of this number");
        Path alive = Files.writeString(
                folder.resolve(
                        "a[1]." + ProcessHandle.current().parent().orElseThrow().pid() + "-0.tmp"),
                "being written");
        Path other = Files.writeString(folder.resolve("b.999999999999-0.tmp"), "of another target");
        Path mine = Files.writeString(folder.resolve("a[1].notes.tmp"), "mine");
        AtomicFile.replace(target, file -> {
            file.write(text("outer"));
            AtomicFile.replace(folder.resolve(".").resolve("a[1]"), inner -> inner.write(text("inner")));
        });
        assertEquals("outer", Files.readString(target));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(Set.of(target, alive, other, mine), files.collect(Collectors.toSet()));
        }
        assertFalse(Files.exists(dead) || Files.exists(earlier));
    }

    private static void throwAny(Throwable failure) throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw (Error) failure;
    }
}
