package io.regulus.checkpoint;

import io.regulus.engine.NetworkState;
import io.regulus.ops.TrainingStep;
import io.regulus.save.AtomicFolder;
import io.regulus.save.ModelFile;
import io.regulus.save.ModelState;
import io.regulus.save.NamedTensor;
import io.regulus.save.NewerFormatException;
import io.regulus.save.SaveFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints of a run on the disk, each there as a whole or not at all. */
final class CheckpointFolder {
    static final String BEST = "best";

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
    private static final String DAMAGED = "damaged-";

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A checkpoint that was read.
     *
     * @param path its folder
     */
    record Found(CheckpointName name, Path path, ModelState model, StoredRun run) {}

    /** Deletes what a process that died has left half written or half deleted. */
    void tidy() throws IOException {
        for (Path left : entries()) {
            if (AtomicFolder.isTemporary(left)) {
                AtomicFolder.deleteTree(left);
            }
        }
        ModelFile.tidy(folder.resolve(BEST));
    }

    /**
     * Deletes the run that is there; what is not of Regulus stays.
     *
     * @throws UncheckedIOException if something cannot be deleted
     */
    void clear() {
        // the newest first: a process that dies meanwhile leaves an older one to go on from, never a mixture
        List<CheckpointName> names = names();
        Collections.reverse(names);
        Path best = folder.resolve(BEST);
        try {
            for (CheckpointName name : names) {
                AtomicFolder.delete(path(name));
            }
            if (Files.exists(best.resolve(ModelFile.FILE_NAME))) {
                AtomicFolder.delete(best);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot delete the run before in " + folder + ": " + failure
                            + "; delete it by hand, or take another folder",
                    failure);
        }
    }

    /**
     * The newest checkpoint that is whole. Newer ones that are not are set aside, with a warning.
     *
     * @throws SaveFormatException if there are some and none is whole
     * @throws CheckpointMismatchException if a newer Regulus has written the newest; all stay as they are
     */
    Optional<Found> newest() throws IOException {
        Map<CheckpointName, SaveFormatException> torn = new LinkedHashMap<>();
        List<CheckpointName> names = names();
        Collections.reverse(names);
        for (CheckpointName name : names) {
            try {
                Found found = read(name);
                setAside(torn, found);
                return Optional.of(found);
            } catch (NewerFormatException newer) {
                throw new CheckpointMismatchException(newer.getMessage(), newer);
            } catch (SaveFormatException notWhole) {
                torn.put(name, notWhole);
            }
        }
        if (torn.isEmpty()) {
            return Optional.empty();
        }
        SaveFormatException first = torn.values().iterator().next();
        throw new SaveFormatException("none of the checkpoints in " + folder + " is whole: " + first.getMessage()
                + ". Restore the folder from a copy, or begin anew with Checkpoints.in(...).startAnew()");
    }

    private Found read(CheckpointName name) {
        Path path = path(name);
        if (!Files.exists(path.resolve(StoredRun.FILE_NAME))) {
            throw new SaveFormatException(path + ": there is no " + StoredRun.FILE_NAME + " in it");
        }
        StoredRun run = StoredRun.read(path);
        ModelState model = ModelFile.read(path);
        boolean together = model.variables().stream()
                .filter(variable -> variable.name().equals(TrainingStep.STEP))
                .map(NamedTensor::longs)
                .anyMatch(step -> step.length == 1 && step[0] == run.step());
        if (!together) {
            throw new SaveFormatException(
                    path + ": " + ModelFile.FILE_NAME + " and " + StoredRun.FILE_NAME + " are not of the same step");
        }
        return new Found(name, path, model, run);
    }

    private void setAside(Map<CheckpointName, SaveFormatException> torn, Found instead) throws IOException {
        for (Map.Entry<CheckpointName, SaveFormatException> each : torn.entrySet()) {
            Path aside = folder.resolve(DAMAGED + each.getKey());
            AtomicFolder.deleteTree(aside);
            Files.move(path(each.getKey()), aside);
            LOG.warn(
                    "the checkpoint {} is not whole and was renamed {}; the run goes on from {}. {}",
                    each.getKey(),
                    aside.getFileName(),
                    instead.name(),
                    each.getValue().getMessage());
        }
    }

    /**
     * Adds a checkpoint.
     *
     * @throws UncheckedIOException if it cannot be written; those before it are as they were
     */
    void add(CheckpointName name, NetworkState network, ModelState model, StoredRun run) {
        try {
            AtomicFolder.create(path(name), at -> {
                ModelFile.write(at, model);
                run.write(at, network);
            });
        } catch (IOException failure) {
            throw failed(name.toString(), failure);
        } catch (UncheckedIOException failure) {
            throw failed(name.toString(), failure.getCause());
        }
    }

    /**
     * Replaces the model of the best epoch.
     *
     * @throws UncheckedIOException if it cannot be written; the one before is as it was
     */
    void best(ModelState model) {
        try {
            ModelFile.write(folder.resolve(BEST), model);
        } catch (UncheckedIOException failure) {
            throw failed(BEST, failure.getCause());
        }
    }

    private UncheckedIOException failed(String name, IOException failure) {
        return new UncheckedIOException(
                "cannot write the checkpoint " + name + " in " + folder + ": " + failure
                        + ". Those before it are whole: see to room and to the right to write there, and fit goes on from the last",
                failure);
    }

    /** Deletes all but the newest. */
    void keepLast(int count) {
        List<CheckpointName> names = names();
        for (CheckpointName old : names.subList(0, Math.max(0, names.size() - count))) {
            try {
                AtomicFolder.delete(path(old));
            } catch (IOException failure) {
                // training goes on: an old checkpoint too many does no harm
                LOG.warn("cannot delete the checkpoint {}: {}", path(old), failure.toString());
            }
        }
    }

    private Path path(CheckpointName name) {
        return folder.resolve(name.toString());
    }

    /** The checkpoints by their names, the oldest first. */
    private List<CheckpointName> names() {
        List<CheckpointName> names = new ArrayList<>();
        entries()
                .forEach(entry ->
                        CheckpointName.parse(entry.getFileName().toString()).ifPresent(names::add));
        Collections.sort(names);
        return names;
    }

    private List<Path> entries() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot look into the folder of checkpoints " + folder + ": " + failure, failure);
        }
    }
}
