package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.save.AtomicFolder;
import io.regulus.spark.job.CheckpointSpec;
import io.regulus.spark.worker.WorkFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 24 has disabled")
class CheckpointCopiesTest {
    /** Writing waits for it. */
    private static volatile CountDownLatch open = new CountDownLatch(1);

    @TempDir
    Path disk;

    private WorkFolder work;
    private SharedCheckpoints shared;

    @BeforeEach
    void open() throws IOException {
        open = new CountDownLatch(1);
        work = new WorkFolder(disk.resolve("work"));
        Configuration slow = new Configuration();
        slow.set("fs.slow.impl", SlowFiles.class.getName());
        shared = SharedCheckpoints.open(new CheckpointSpec("slow://" + disk.resolve("shared"), 1, 1, 2), slow, "fit-1");
    }

    /** Storage that is slower than the training: checkpoints that are deleted here while they are copied come there whole. */
    @Test
    void whatTheTrainingDeletesMeanwhileIsCopied() throws Exception {
        try (CheckpointCopies copies = new CheckpointCopies(work, shared, 20, () -> {})) {
            copies.look();
            checkpoint("step-000000000010", "ten");
            copies.look();
            checkpoint("step-000000000020", "twenty");
            AtomicFolder.deleteTree(work.checkpoints().resolve("step-000000000010"));
            copies.look();
            checkpoint("step-000000000030", "thirty");
            open.countDown();
            copies.finish();
        }
        assertThat(Files.readString(disk.resolve("shared/step-000000000010/model.safetensors")))
                .isEqualTo("ten");
        assertThat(Files.readString(disk.resolve("shared/step-000000000030/model.safetensors")))
                .isEqualTo("thirty");
        assertThat(Files.exists(disk.resolve("shared/step-000000000020"))).isFalse();
        assertThat(work.outgoing().toFile().list()).isEmpty();
    }

    @Test
    void whatCameFromThereIsNotCopiedBack() throws Exception {
        checkpoint("step-000000000010", "ten");
        try (CheckpointCopies copies = new CheckpointCopies(work, shared, 20, () -> {})) {
            copies.look();
            copies.finish();
        }
        assertThat(disk.resolve("shared").toFile().list()).isEmpty();
    }

    private void checkpoint(String name, String content) throws IOException {
        Path made = Files.createDirectories(work.checkpoints().resolve(name));
        Files.writeString(made.resolve("model.safetensors"), content);
    }

    /** Does not write before it may. */
    public static final class SlowFiles extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("slow:///");
        }

        @Override
        public String getScheme() {
            return "slow";
        }

        @Override
        protected void checkPath(org.apache.hadoop.fs.Path path) {
            // of any scheme
        }

        @Override
        protected OutputStream createOutputStreamWithMode(
                org.apache.hadoop.fs.Path path, boolean append, FsPermission permission) throws IOException {
            await();
            return super.createOutputStreamWithMode(path, append, permission);
        }

        @Override
        public FSDataOutputStream create(
                org.apache.hadoop.fs.Path path,
                boolean overwrite,
                int buffer,
                short replication,
                long block,
                Progressable progress)
                throws IOException {
            await();
            return super.create(path, overwrite, buffer, replication, block, progress);
        }

        private static void await() throws IOException {
            try {
                open.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }
    }
}
