package io.regulus.spark.cluster;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import io.regulus.spark.job.CheckpointSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a run on storage that all machines share, on any file system that Hadoop knows. Each is a folder with a list of
 * its files, their lengths and digests: on a file system whose renaming is not atomic, as those on object stores, a folder may be there in
 * part, and is then passed over.
 */
final class SharedCheckpoints {
    /** The names that {@code io.regulus.checkpoint} gives: in the order of text they are in that of the run. */
    static final Pattern NAME = Pattern.compile("step-[0-9]{12,18}(-epoch-[0-9]{1,9})?");

    /** No folder, here or elsewhere. */
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private static final Logger LOG = LoggerFactory.getLogger(SharedCheckpoints.class);
    private static final String LIST = "files.json";
    private static final String RUN = "run.txt";
    private static final String TEMPORARY = ".regulus-tmp-";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final int keep;
    private final FileSystem files;

    /** A list of files. */
    private record Listing(Map<String, Entry> files) {}

    private record Entry(long bytes, String sha256) {}

    private SharedCheckpoints(Path folder, int keep, FileSystem files) {
        this.folder = folder;
        this.keep = keep;
        this.files = files;
    }

    /**
     * Those of a job; the folder is made where there is none.
     *
     * @throws IOException if it cannot be reached, with its name
     */
    static SharedCheckpoints open(CheckpointSpec spec, Configuration hadoop) throws IOException {
        Path folder = new Path(spec.folder());
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            files.mkdirs(folder);
            return new SharedCheckpoints(folder, spec.keep(), files);
        } catch (IOException failure) {
            throw new IOException(
                    "the folder of checkpoints " + folder + " cannot be used: " + failure
                            + "; give one on storage that every machine of the cluster can write to",
                    failure);
        }
    }

    /**
     * Says whose these are; a folder stays that of the run that was the first.
     *
     * @param run by {@link RunMark}
     * @throws IllegalArgumentException if they are those of another run
     */
    void claim(String run) throws IOException {
        Path mark = new Path(folder, RUN);
        if (!files.exists(mark)) {
            Path temporary = new Path(folder, TEMPORARY + UUID.randomUUID());
            try (OutputStream out = files.create(temporary)) {
                out.write(run.getBytes(StandardCharsets.UTF_8));
            }
            // false, or the file is moved elsewhere, where another fit was faster
            files.rename(temporary, mark);
            files.delete(temporary, false);
        }
        String owner;
        // also what was just written: another fit may have been faster
        try (InputStream in = files.open(mark)) {
            owner = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (!owner.equals(run)) {
            throw new IllegalArgumentException("the folder of checkpoints " + folder
                    + " is that of another run, of other rows, hyperparameters, batches or seed: give each fit a folder of its"
                    + " own, and a CrossValidator, whose fits are runs of their own, none");
        }
    }

    /** The newest that is whole: every file of it is read. */
    Optional<String> newest() throws IOException {
        List<String> names = names();
        Collections.reverse(names);
        for (String name : names) {
            if (isWhole(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Whether each of its files can be read, and is what was written; one that cannot be, for what reason ever, is of no use. */
    private boolean isWhole(String name) {
        try {
            for (Map.Entry<String, Entry> file : listing(name).files().entrySet()) {
                read(name, file.getKey(), file.getValue(), OutputStream.nullOutputStream());
            }
            return true;
        } catch (IOException | JsonSyntaxException torn) {
            LOG.warn("the checkpoint {} in {} is not whole, and passed over: {}", name, folder, torn.toString());
            return false;
        }
    }

    private void read(String name, String file, Entry expected, OutputStream to) throws IOException {
        try (InputStream in = files.open(path(name, file))) {
            if (!copied(in, to).equals(expected)) {
                throw new IOException("the file " + file + " of the checkpoint " + name + " in " + folder
                        + " is not what was written");
            }
        }
    }

    private Listing listing(String name) throws IOException {
        try (InputStream in = files.open(path(name, LIST))) {
            Listing listing = new Gson().fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8), Listing.class);
            if (listing == null || listing.files() == null) {
                throw new JsonSyntaxException("no list of files");
            }
            // whoever can write there is not to write elsewhere on this machine
            for (String file : listing.files().keySet()) {
                if (!FILE.matcher(file).matches()) {
                    throw new JsonSyntaxException("'" + file + "' is no name of a file");
                }
            }
            return listing;
        }
    }

    /**
     * Brings one to this machine.
     *
     * @param name of one that is whole
     * @param to the folder of checkpoints in which it is to be
     */
    void fetch(String name, java.nio.file.Path to) throws IOException {
        java.nio.file.Path target = Files.createDirectories(to.resolve(name));
        for (Map.Entry<String, Entry> file : listing(name).files().entrySet()) {
            try (OutputStream out = Files.newOutputStream(target.resolve(file.getKey()))) {
                read(name, file.getKey(), file.getValue(), out);
            }
        }
    }

    /**
     * Adds one of this machine, and deletes what is older than the few that are kept. Nothing is done where it is there.
     *
     * @throws NoSuchFileException if it was deleted meanwhile
     */
    void store(java.nio.file.Path checkpoint) throws IOException {
        String name = checkpoint.getFileName().toString();
        Path target = new Path(folder, name);
        if (files.exists(target)) {
            if (isWhole(name)) {
                return;
            }
            files.delete(target, true);
        }
        Path temporary = new Path(folder, TEMPORARY + UUID.randomUUID());
        try {
            write(checkpoint, temporary);
            if (Files.notExists(checkpoint)) {
                throw new NoSuchFileException(checkpoint.toString(), null, "deleted while it was copied");
            }
            if (!files.rename(temporary, target)) {
                throw new IOException("cannot rename " + temporary + " to " + name);
            }
        } finally {
            files.delete(temporary, true);
        }
        // newer ones are torn, or this run would have begun from them: none of those that are kept
        List<String> names =
                names().stream().filter(other -> other.compareTo(name) <= 0).toList();
        for (String old : names.subList(0, Math.max(0, names.size() - keep))) {
            files.delete(new Path(folder, old), true);
        }
    }

    private void write(java.nio.file.Path checkpoint, Path to) throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        List<java.nio.file.Path> all;
        try (Stream<java.nio.file.Path> listed = Files.list(checkpoint)) {
            all = listed.toList();
        }
        for (java.nio.file.Path file : all) {
            String name = file.getFileName().toString();
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = files.create(new Path(to, name))) {
                entries.put(name, copied(in, out));
            }
        }
        // the last file: where it is, all are
        try (OutputStream out = files.create(new Path(to, LIST))) {
            out.write(new Gson().toJson(new Listing(entries)).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Deletes what attempts that died have left half written; nobody may be writing. */
    void tidy() throws IOException {
        for (FileStatus status : files.listStatus(folder)) {
            if (status.getPath().getName().startsWith(TEMPORARY)) {
                files.delete(status.getPath(), true);
            }
        }
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus status : files.listStatus(folder)) {
            if (NAME.matcher(status.getPath().getName()).matches()) {
                names.add(status.getPath().getName());
            }
        }
        Collections.sort(names);
        return names;
    }

    private Path path(String name, String file) {
        return new Path(new Path(folder, name), file);
    }

    private static Entry copied(InputStream from, OutputStream to) throws IOException {
        DigestInputStream in = new DigestInputStream(from, Digests.sha256());
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            to.write(buffer, 0, read);
            bytes += read;
        }
        return new Entry(bytes, HexFormat.of().formatHex(in.getMessageDigest().digest()));
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
