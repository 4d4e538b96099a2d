package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.spark.job.CheckpointSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 24 has disabled")
class SharedCheckpointsTest {
    @TempDir
    Path disk;

    private Path folder;
    private SharedCheckpoints shared;

    @BeforeEach
    void open() throws IOException {
        folder = disk.resolve("shared");
        shared = SharedCheckpoints.open(
                new CheckpointSpec(folder.toUri().toString(), 1, 1, 2), new Configuration(), "fit-1");
    }

    @Test
    void whatWasStoredComesBack() throws IOException {
        assertThat(shared.newest()).isEmpty();
        shared.store(local("step-000000000010", "ten"));
        assertThat(shared.newest()).hasValue("step-000000000010");

        Path there = disk.resolve("other/checkpoints");
        shared.fetch("step-000000000010", there);
        assertThat(names(there.resolve("step-000000000010"))).containsExactly("model.safetensors", "run.safetensors");
        assertThat(Files.readString(there.resolve("step-000000000010/model.safetensors")))
                .isEqualTo("ten");
    }

    @Test
    void theNewestFewAreKept() throws IOException {
        shared.store(local("step-000000000010", "a"));
        shared.store(local("step-000000000020", "b"));
        shared.store(local("step-000000000020-epoch-1", "b"));
        assertThat(names(folder)).containsExactly("step-000000000020", "step-000000000020-epoch-1");
        assertThat(shared.newest()).hasValue("step-000000000020-epoch-1");
    }

    @Test
    void aTornOneIsPassedOverAndReplaced() throws IOException {
        shared.store(local("step-000000000010", "whole"));
        shared.store(local("step-000000000020", "torn"));
        // of the same length, as by a disk that fails
        Files.writeString(folder.resolve("step-000000000020/model.safetensors"), "tron");
        assertThat(shared.newest()).hasValue("step-000000000010");
        // the checksum beside it is Hadoop's, of local disks only
        Files.deleteIfExists(folder.resolve("step-000000000020/.model.safetensors.crc"));
        assertThat(shared.newest()).hasValue("step-000000000010");

        shared.store(local("step-000000000020", "whole again"));
        assertThat(shared.newest()).hasValue("step-000000000020");
    }

    @Test
    void aFolderWithoutItsListIsTorn() throws IOException {
        shared.store(local("step-000000000010", "whole"));
        Files.createDirectories(folder.resolve("step-000000000030"));
        Files.writeString(folder.resolve("step-000000000030/model.safetensors"), "half of");
        assertThat(shared.newest()).hasValue("step-000000000010");
        Files.writeString(folder.resolve("step-000000000030/files.json"), "{\"files\": {\"model.saf");
        assertThat(shared.newest()).hasValue("step-000000000010");
    }

    @Test
    void tornOnesThatAreNewerAreNotCounted() throws IOException {
        Files.createDirectories(folder.resolve("step-000000000080"));
        Files.createDirectories(folder.resolve("step-000000000090"));
        shared.store(local("step-000000000010", "whole"));
        shared.store(local("step-000000000020", "whole"));
        assertThat(names(folder))
                .containsExactly("step-000000000010", "step-000000000020", "step-000000000080", "step-000000000090");
        assertThat(shared.newest()).hasValue("step-000000000020");
    }

    @Test
    void aListThatNamesAPlaceElsewhereIsTorn() throws IOException {
        shared.store(local("step-000000000010", "whole"));
        Path list = folder.resolve("step-000000000010/files.json");
        Files.writeString(list, Files.readString(list).replace("model.safetensors", "../../model"));
        Files.deleteIfExists(list.resolveSibling(".files.json.crc"));
        assertThat(shared.newest()).isEmpty();
        assertThat(assertThrows(IOException.class, () -> shared.fetch("step-000000000010", disk.resolve("there"))))
                .hasMessageThat()
                .contains("'../../model' is no name of a file");
    }

    @Test
    void aMissingFileIsTorn() throws IOException {
        shared.store(local("step-000000000010", "whole"));
        shared.store(local("step-000000000020", "torn"));
        Files.delete(folder.resolve("step-000000000020/run.safetensors"));
        assertThat(shared.newest()).hasValue("step-000000000010");
    }

    @Test
    void tornOnesThatAreOlderAreNotCounted() throws IOException {
        shared.store(local("step-000000000010", "whole"));
        Files.createDirectories(folder.resolve("step-000000000020"));
        shared.store(local("step-000000000030", "whole"));
        assertThat(names(folder)).containsExactly("step-000000000010", "step-000000000030");
    }

    /** What cannot be read now may be whole: an older one would lose what it has. */
    @Test
    void storageThatCannotBeReadIsNoTornCheckpoint() throws IOException {
        shared.store(local("step-000000000010", "whole"));
        shared.store(local("step-000000000020", "whole"));
        Configuration failing = new Configuration();
        failing.set("fs.failing.impl", FailingFiles.class.getName());
        SharedCheckpoints unread =
                SharedCheckpoints.open(new CheckpointSpec("failing://" + folder, 1, 1, 2), failing, "fit-1");
        assertThat(assertThrows(IOException.class, unread::newest))
                .hasMessageThat()
                .isEqualTo("stale file handle");
    }

    /** Lists what there is, and opens nothing. */
    public static final class FailingFiles extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("failing:///");
        }

        @Override
        public String getScheme() {
            return "failing";
        }

        @Override
        protected void checkPath(org.apache.hadoop.fs.Path path) {
            // of any scheme
        }

        @Override
        public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer) throws IOException {
            throw new IOException("stale file handle");
        }
    }

    @Test
    void aFolderIsForOneRun() throws IOException {
        assertThat(shared.claim("seed 1\nrows a")).isEmpty();
        assertThat(shared.claim("seed 1\nrows a")).isEmpty();
        assertThat(shared.claim("seed 1\nrows b")).hasValue("of rows a, where this one is of rows b");
        assertThat(names(folder)).containsExactly("run.txt", "fit.txt");
    }

    @Test
    void ofTwoFitsTheFirstGivesWay() throws IOException {
        shared.claim("one");
        shared.store(local("step-000000000010", "whole"));
        SharedCheckpoints second = SharedCheckpoints.open(
                new CheckpointSpec(folder.toUri().toString(), 1, 1, 2), new Configuration(), "fit-2");
        assertThat(second.claim("one")).isEmpty();
        second.store(local("step-000000000020", "whole"));
        assertThat(assertThrows(
                        SharedCheckpoints.TakenOverException.class,
                        () -> shared.store(local("step-000000000030", "whole"))))
                .hasMessageThat()
                .contains("another fit of the same run has begun to write to");
        assertThat(shared.newest()).hasValue("step-000000000020");
    }

    @Test
    void aFolderThatSomebodyBeganToClaimIsNobodys() throws IOException {
        Files.createFile(folder.resolve("run.txt"));
        assertThat(shared.claim("one")).isEmpty();
        assertThat(shared.claim("other")).isPresent();
    }

    @Test
    void rowsOfARunAreKnownHoweverTheyAreSpread() {
        Tuple2<Long, byte[]> a = new Tuple2<>(0L, new byte[] {1, 2});
        Tuple2<Long, byte[]> b = new Tuple2<>(1L, new byte[] {3, 4});
        Tuple2<Long, byte[]> c = new Tuple2<>(2L, new byte[] {3, 5});
        long digest = RunMark.digest(List.of(a, b).iterator()).next();
        assertThat(RunMark.digest(List.of(b, a).iterator()).next()).isEqualTo(digest);
        assertThat(RunMark.digest(List.of(a, c).iterator()).next()).isNotEqualTo(digest);
        assertThat(RunMark.digest(List.of(a, b, b).iterator()).next()).isNotEqualTo(digest);
        // the same rows in another order
        List<Tuple2<Long, byte[]>> other = List.of(new Tuple2<>(1L, a._2()), new Tuple2<>(0L, b._2()));
        assertThat(RunMark.digest(other.iterator()).next()).isNotEqualTo(digest);
    }

    @Test
    void leftOversAreTidied() throws IOException {
        String uuid = "-f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
        for (String name : List.of(
                ".regulus-tmp-fit-1" + uuid,
                ".regulus-tmp-fit-2" + uuid,
                ".regulus-tmp-fit-3" + uuid,
                ".regulus-tmp-of-the-user")) {
            Path left = Files.createDirectories(folder.resolve(name));
            Files.writeString(left.resolve("model.safetensors"), "half");
            if (!name.startsWith(".regulus-tmp-fit-2")) {
                Files.setLastModifiedTime(left, old);
            }
        }
        shared.tidy();
        // that of an application that may be writing, and what is not of this library
        assertThat(names(folder)).containsExactly(".regulus-tmp-fit-2" + uuid, ".regulus-tmp-of-the-user");
    }

    private Path local(String name, String content) throws IOException {
        Path checkpoint = Files.createDirectories(disk.resolve("local").resolve(name));
        Files.writeString(checkpoint.resolve("model.safetensors"), content);
        Files.writeString(checkpoint.resolve("run.safetensors"), "run");
        return checkpoint;
    }

    /** Without the checksums that Hadoop adds on a local disk. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .toList();
        }
    }
}
