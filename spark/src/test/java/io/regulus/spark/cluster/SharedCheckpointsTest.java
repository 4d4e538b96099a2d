package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonSyntaxException;
import io.regulus.spark.job.CheckpointSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
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
        shared = SharedCheckpoints.open(new CheckpointSpec(folder.toUri().toString(), 1, 1, 2), new Configuration());
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
        assertThat(assertThrows(
                        JsonSyntaxException.class, () -> shared.fetch("step-000000000010", disk.resolve("there"))))
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
    void whatWasDeletedMeanwhileIsNotStored() throws IOException {
        assertThrows(NoSuchFileException.class, () -> shared.store(disk.resolve("local/step-000000000040")));
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void aFolderIsForOneRun() throws IOException {
        shared.claim("one");
        shared.claim("one");
        assertThat(assertThrows(IllegalArgumentException.class, () -> shared.claim("other"))
                        .getMessage())
                .contains("is that of another run");
        assertThat(names(folder)).containsExactly("run.txt");
    }

    @Test
    void rowsOfARunAreKnownInEveryOrder() {
        Tuple2<Long, byte[]> a = new Tuple2<>(0L, new byte[] {1, 2});
        Tuple2<Long, byte[]> b = new Tuple2<>(1L, new byte[] {3, 4});
        Tuple2<Long, byte[]> c = new Tuple2<>(2L, new byte[] {3, 5});
        long digest = RunMark.digest(List.of(a, b).iterator()).next();
        assertThat(RunMark.digest(List.of(b, a).iterator()).next()).isEqualTo(digest);
        assertThat(RunMark.digest(List.of(a, c).iterator()).next()).isNotEqualTo(digest);
        assertThat(RunMark.digest(List.of(a, b, b).iterator()).next()).isNotEqualTo(digest);
    }

    @Test
    void leftOversAreTidied() throws IOException {
        Files.createDirectories(folder.resolve(".regulus-tmp-7"));
        Files.writeString(folder.resolve(".regulus-tmp-7/model.safetensors"), "half");
        Files.writeString(folder.resolve("notes.txt"), "of the user");
        shared.tidy();
        assertThat(names(folder)).containsExactly("notes.txt");
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
