package io.regulus.samples.techniques;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsFileTest {
    private static final Plan PLAN = new Plan("techniques", "0a1b2c3d", 5000, 10_000, 30, 64);
    private static final Run FIRST = new Run("L2", 1, 0.9876, 0.04321, 0.8765, 0.54321, 12.34, 23.45);
    private static final Run SECOND = new Run("label smoothing", 2, 0.5, 1.5, 0.25, 2.5, 1, 2);

    @TempDir
    private Path folder;

    @Test
    void runsAreReadAsTheyWereWritten() {
        RunsFile begun = RunsFile.open(folder, PLAN);
        assertEquals(List.of(), begun.runs());
        begun.add(FIRST);
        begun.add(SECOND);
        RunsFile again = RunsFile.open(folder, PLAN);
        assertEquals(List.of(FIRST, SECOND), again.runs());
        assertTrue(again.has("L2", 1));
        assertFalse(again.has("L2", 2));
        assertFalse(again.has("label smoothing", 1));
    }

    /** The program was killed while it wrote. */
    @Test
    void halfALineIsMadeOnceMore() throws Exception {
        RunsFile.open(folder, PLAN).add(FIRST);
        Path file = folder.resolve("runs.csv");
        Files.writeString(file, "dropout,1,0.99,0.0", StandardOpenOption.APPEND);
        RunsFile again = RunsFile.open(folder, PLAN);
        assertEquals(List.of(FIRST), again.runs());
        again.add(SECOND);
        assertEquals(List.of(Run.HEADER, FIRST.line(), SECOND.line()), Files.readAllLines(file));
    }

    @Test
    void otherSettingsAreRefused() throws Exception {
        RunsFile.open(folder, PLAN).add(FIRST);
        Plan longer = new Plan("techniques", "0a1b2c3d", 5000, 10_000, 40, 64);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> RunsFile.open(folder, longer));
        assertEquals(
                "the runs in " + folder
                        + " have other settings, techniques, images 0a1b2c3d, 5000 training rows, 10000 test rows, 30 epochs, batch 64;"
                        + " these are techniques, images 0a1b2c3d, 5000 training rows, 10000 test rows, 40 epochs, batch 64:"
                        + " choose another folder with --out",
                refused.getMessage());
        Files.delete(folder.resolve("settings.txt"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RunsFile.open(folder, PLAN))
                .getMessage()
                .contains("settings that are lost"));
    }

    @Test
    void aLineThatIsNoRunIsNamed() throws Exception {
        RunsFile.open(folder, PLAN);
        Files.writeString(folder.resolve("runs.csv"), "L2,1,high,0,0,0,0,0\n", StandardOpenOption.APPEND);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RunsFile.open(folder, PLAN))
                .getMessage()
                .contains("'high' is no number"));
        Files.writeString(folder.resolve("runs.csv"), Run.HEADER + "\nL2,1\n");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> RunsFile.open(folder, PLAN))
                .getMessage()
                .contains("has 2 cells, not 8"));
    }
}
