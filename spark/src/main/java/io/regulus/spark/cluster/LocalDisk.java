package io.regulus.spark.cluster;

import io.regulus.save.AtomicFolder;
import io.regulus.spark.worker.WorkFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The disk of an executor that Spark was given for data. */
final class LocalDisk {
    private static final Logger LOG = LoggerFactory.getLogger(LocalDisk.class);

    private LocalDisk() {}

    /**
     * A new folder for a worker; those of a machine are spread over its disks.
     *
     * @param number of the worker on its machine, another one for each attempt: a disk may be the reason for it
     */
    static WorkFolder folder(int number) throws IOException {
        // as Spark looks for it: set by its own worker, by YARN, by the administrator, by the application
        String folders = Stream.of("SPARK_EXECUTOR_DIRS", "LOCAL_DIRS", "SPARK_LOCAL_DIRS")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> SparkEnv.get().conf().get("spark.local.dir", System.getProperty("java.io.tmpdir")));
        String[] disks = folders.split("[," + File.pathSeparator + "]", -1);
        Path disk = Path.of(disks[number % disks.length].strip());
        return new WorkFolder(Files.createTempDirectory(Files.createDirectories(disk), "regulus-worker-"));
    }

    /** Deletes it and what is in it; where that fails Spark deletes it with its own folder in the end. */
    static void delete(WorkFolder folder) {
        try {
            AtomicFolder.deleteTree(folder.path());
        } catch (IOException failure) {
            LOG.warn("the folder {} of a worker is left behind: {}", folder.path(), failure.toString());
        }
    }
}
