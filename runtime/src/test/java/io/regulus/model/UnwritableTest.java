package io.regulus.model;

import io.regulus.data.Dataset;
import io.regulus.files.IdxArray;
import io.regulus.files.IdxFiles;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Samples;
import io.regulus.testing.errors.FolderContents;
import io.regulus.testing.errors.Malformed;
import io.regulus.tfrecord.TfRecordWriter;
import io.regulus.train.CsvLog;
import io.regulus.train.Fit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be written where it is to be: what lies there is as it was, bit for bit, and nothing half written beside it. */
class UnwritableTest {
    private static final Dataset DATA = Samples.labelled(40, 6, 3, 9);
    private static final Nets_FullModel MODEL = Nets_FullModel.create();

    @TempDir
    static Path folder;

    private final Malformed table =
            Malformed.of("writing", UncheckedIOException.class).untouched(() -> FolderContents.of(folder));

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static void log(Path file, int initialEpoch) {
        MODEL.fit(DATA, Fit.epochs(3).initialEpoch(initialEpoch).verbose(false).callback(new CsvLog(file)));
    }

    @TestFactory
    Collection<DynamicTest> places() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
        Path below = file.resolve("net");
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(mine.resolve("diary.txt"), "mine too");
        table.refused(
                "a model over a file",
                () -> MODEL.save(file),
                "cannot save",
                file + ": it is a file",
                "give another path");
        table.refused("a model below a file", () -> MODEL.save(below), "cannot save", below.toString());
        table.refused("a SavedModel below a file", () -> MODEL.exportSavedModel(below), "cannot export to " + below);
        table.refused(
                "a SavedModel over other files",
                IllegalArgumentException.class,
                () -> MODEL.exportSavedModel(mine),
                mine.toString(),
                "diary.txt");
        table.refused(
                "a SavedModel over a file",
                IllegalArgumentException.class,
                () -> MODEL.exportSavedModel(file),
                file.toString());
        table.refused("weights below a file", () -> MODEL.exportWeights(below), "cannot write " + below);
        table.refused("weights over a folder", () -> MODEL.exportWeights(mine), "cannot write " + mine);
        IdxArray numbers = new IdxArray(new int[] {4}, new byte[4]);
        table.refused("IDX over a folder", () -> IdxFiles.write(mine, numbers), "cannot write " + mine);
        table.refused("records over a folder", () -> TfRecordWriter.create(mine).close(), "cannot write " + mine);
        table.refused(
                "a log over a folder",
                IllegalArgumentException.class,
                () -> log(mine, 0),
                mine + " is a folder",
                "give the fit a file");
        table.refused(
                "a log in no folder",
                () -> log(folder.resolve("none/log.csv"), 0),
                "cannot write the log",
                "none/log.csv");
        Path other = Files.writeString(folder.resolve("other.csv"), "epoch,loss\n1,0.5\n");
        table.refused(
                "a log after what is no log of epochs",
                IllegalArgumentException.class,
                () -> log(other, 1),
                other + " is no log of epochs, which would be lost",
                "give the fit a file of its own");
        return table.tests();
    }
}
