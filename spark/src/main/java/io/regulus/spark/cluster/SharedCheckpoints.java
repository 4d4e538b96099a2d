package io.regulus.spark.cluster;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import io.regulus.spark.job.CheckpointSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
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
    /** Names the fit that writes. */
    private static final String FIT = "fit.txt";

    private static final String TEMPORARY = ".regulus-tmp-";
    /** With the UUID: a folder of the user's that begins alike is none. */
    private static final Pattern TEMPORARY_NAME =
            Pattern.compile("\\.regulus-tmp-.+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int BUFFER = 1 << 16;

    /** Only what is so old is surely nobody's, if it is not of this fit. */
    private static final long LEFT_OVER_MILLIS = Duration.ofDays(1).toMillis();

    private final Path folder;
    private final int keep;
    private final String fit;
    private final FileSystem files;

    /** A checkpoint that is there in part. */
    private static final class TornException extends IOException {
        private static final long serialVersionUID = 1;

        TornException(String message) {
            super(message);
        }
    }

    /** A list of files. */
    private record Listing(Map<String, Entry> files) {}

    private record Entry(long bytes, String sha256) {}

    /** Another fit writes to the folder. */
    static final class TakenOverException extends IOException {
        private static final long serialVersionUID = 1;

        TakenOverException(String message) {
            super(message);
        }
    }

    private SharedCheckpoints(Path folder, int keep, String fit, FileSystem files) {
        this.folder = folder;
        this.keep = keep;
        this.fit = fit;
        this.files = files;
    }

    /**
     * Those of a job; the folder is made where there is none.
     *
     * @param fit its id: what it leaves half written has it in its name, and only the fit that came last writes there
     * @throws IOException if it cannot be reached, with its name
     */
    static SharedCheckpoints open(CheckpointSpec spec, Configuration hadoop, String fit) throws IOException {
        Path folder = new Path(spec.folder());
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            files.mkdirs(folder);
            return new SharedCheckpoints(folder, spec.keep(), fit, files);
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
     * @return in words how that run differs whose they are; empty if it is this one
     */
    Optional<String> claim(String run) throws IOException {
        Path mark = new Path(folder, RUN);
        try {
            write(mark, run, false);
        } catch (FileAlreadyExistsException claimed) {
            LOG.debug("{} goes on", folder);
        }
        String claimant = read(mark);
        if (claimant.isEmpty()) {
            // whoever began to write it is gone
            write(mark, run, true);
        } else if (!claimant.equals(run)) {
            return Optional.of(difference(claimant, run));
        }
        write(new Path(folder, FIT), fit, true);
        return Optional.empty();
    }

    private static String difference(String claimant, String run) {
        Set<String> here = new LinkedHashSet<>(run.lines().toList());
        Set<String> there = new LinkedHashSet<>(claimant.lines().toList());
        List<String> common = here.stream().filter(there::contains).toList();
        common.forEach(here::remove);
        common.forEach(there::remove);
        return "of " + String.join("; ", there) + ", where this one is of " + String.join("; ", here);
    }

    private void write(Path file, String text, boolean overwrite) throws IOException {
        try (OutputStream out = files.create(file, overwrite)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String read(Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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

    /**
     * Whether each of its files is what was written.
     *
     * @throws IOException if storage cannot be read: that says nothing of the checkpoint
     */
    private boolean isWhole(String name) throws IOException {
        try {
            for (Map.Entry<String, Entry> file : listing(name).files().entrySet()) {
                read(name, file.getKey(), file.getValue(), OutputStream.nullOutputStream());
            }
            return true;
        } catch (TornException | FileNotFoundException | ChecksumException torn) {
            LOG.warn("the checkpoint {} in {} is not whole, and passed over: {}", name, folder, torn.toString());
            return false;
        }
    }

    /** The same by the lengths of its files alone. */
    private boolean isComplete(String name) throws IOException {
        try {
            for (Map.Entry<String, Entry> file : listing(name).files().entrySet()) {
                if (files.getFileStatus(path(name, file.getKey())).getLen()
                        != file.getValue().bytes()) {
                    return false;
                }
            }
            return true;
        } catch (TornException | FileNotFoundException | ChecksumException torn) {
            return false;
        }
    }

    private void read(String name, String file, Entry expected, OutputStream to) throws IOException {
        try (InputStream in = files.open(path(name, file))) {
            if (!copied(in, to).equals(expected)) {
                throw new TornException("the file " + file + " of the checkpoint " + name + " in " + folder
                        + " is not what was written");
            }
        }
    }

    private Listing listing(String name) throws IOException {
        Listing listing;
        try {
            listing = new Gson().fromJson(read(path(name, LIST)), Listing.class);
        } catch (JsonSyntaxException torn) {
            throw new TornException("the list of files of " + name + " is no JSON: " + torn.getMessage());
        }
        if (listing == null || listing.files() == null) {
            throw new TornException("the list of files of " + name + " is empty");
        }
        // whoever can write there is not to write elsewhere on this machine
        for (String file : listing.files().keySet()) {
            if (!FILE.matcher(file).matches()) {
                throw new TornException("'" + file + "' is no name of a file");
            }
        }
        return listing;
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
     * Adds one of this machine, and deletes what is older than the few that are kept.
     *
     * @throws TakenOverException if another fit has begun to write there
     */
    void store(java.nio.file.Path checkpoint) throws IOException {
        requireOwn();
        String name = checkpoint.getFileName().toString();
        Path target = new Path(folder, name);
        if (files.exists(target) && !isWhole(name)) {
            files.delete(target, true);
        }
        if (!files.exists(target)) {
            Path temporary = new Path(folder, TEMPORARY + fit + "-" + UUID.randomUUID());
            try {
                write(checkpoint, temporary);
                if (!files.rename(temporary, target)) {
                    throw new IOException("cannot rename " + temporary + " to " + name);
                }
            } finally {
                files.delete(temporary, true);
            }
        }
        deleteOlder(name);
    }

    /** Storage has no locks: the one that came first finds that out, and gives way. */
    private void requireOwn() throws IOException {
        try {
            if (!read(new Path(folder, FIT)).equals(fit)) {
                throw new TakenOverException("another fit of the same run has begun to write to " + folder
                        + ": this one gives way. Give each a folder of its own, or run one at a time");
            }
        } catch (FileNotFoundException deleted) {
            LOG.warn("the folder of checkpoints {} was emptied while it was written to", folder);
        }
    }

    /** Newer ones are torn, or this run would have begun from them; of older ones those that are torn count for nothing. */
    private void deleteOlder(String name) throws IOException {
        List<String> older = names().stream()
                .filter(other -> other.compareTo(name) < 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        int kept = 1;
        for (String old : older) {
            if (kept < keep && isComplete(old)) {
                kept++;
            } else {
                files.delete(new Path(folder, old), true);
            }
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

    /** Deletes what earlier attempts have left half written: those of this fit, and those of others that are old. */
    void tidy() throws IOException {
        long old = System.currentTimeMillis() - LEFT_OVER_MILLIS;
        for (FileStatus status : files.listStatus(folder)) {
            String name = status.getPath().getName();
            boolean own = name.startsWith(TEMPORARY + fit + "-");
            if (own || (TEMPORARY_NAME.matcher(name).matches() && status.getModificationTime() < old)) {
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
