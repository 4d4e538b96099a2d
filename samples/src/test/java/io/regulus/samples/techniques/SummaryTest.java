package io.regulus.samples.techniques;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The arithmetic, on runs made up by hand. */
class SummaryTest {
    private static final String RUNS = Run.HEADER + """

            base,1,0.9500,0.10000,0.8000,0.60000,10.00,16.00
            base,2,0.9700,0.10000,0.8200,0.64000,20.00,40.00
            good,1,0.9000,0.10000,0.8300,0.50000,20.00,16.00
            good,2,0.9200,0.10000,0.8700,0.54000,20.00,20.00
            good,3,0.9900,0.10000,0.9900,0.00100,99.00,99.00
            once,2,0.8450,0.10000,0.8150,0.70000,30.00,60.00
            """;
    private static final Suite SUITE = new Suite(
            "made up",
            "no network",
            technique("base", "nothing"),
            List.of(new Family("means", List.of(technique("good", "@Good(1)"), technique("once", "@Once")))));

    @TempDir
    private Path folder;

    @BeforeAll
    static void headless() {
        System.setProperty("java.awt.headless", "true");
    }

    private static Technique technique(String name, String setting) {
        return new Technique(name, setting, trial -> {
            throw new AssertionError("nothing is trained here");
        });
    }

    private static Summary summary() {
        return Summary.of(RUNS.lines().skip(1).map(Run::parse).toList(), "base");
    }

    @Test
    void theBestComesFirst() {
        assertEquals(
                List.of("good", "once", "base"),
                summary().standings().stream().map(Standing::technique).toList());
    }

    /** Differences are taken seed by seed, and a seed that the baseline has not run is not counted at all. */
    @Test
    void differencesAreThoseOfPairs() {
        Standing good = summary().standings().get(0);
        assertEquals(2, good.seeds());
        assertEquals(0.85, good.testAccuracy().mean(), 1e-12);
        assertEquals(Math.sqrt(2 * 0.02 * 0.02), good.testAccuracy().deviation(), 1e-12);
        assertEquals((0.03 + 0.05) / 2, good.difference().mean(), 1e-12);
        assertEquals(Math.sqrt(2 * 0.01 * 0.01), good.difference().deviation(), 1e-12);
        assertEquals((0.07 + 0.05) / 2, good.gap().mean(), 1e-12);
        assertEquals(Math.sqrt(2 * 0.01 * 0.01), good.gap().deviation(), 1e-12);
        assertEquals(0.52, good.testLoss().mean(), 1e-12);
        assertEquals((2.0 + 1.0) / 2, good.clockRatio(), 1e-12);
        assertEquals((1.0 + 0.5) / 2, good.cpuRatio(), 1e-12);
    }

    @Test
    void oneSeedHasNoDeviation() {
        Standing once = summary().standings().get(1);
        assertEquals(1, once.seeds());
        assertEquals(-0.005, once.difference().mean(), 1e-12);
        assertEquals(0, once.difference().deviation());
        assertEquals(1.5, once.clockRatio(), 1e-12);
    }

    @Test
    void peopleReadPercent() {
        assertEquals("""
                | technique | setting | test accuracy, % | difference | gap | test loss | time | CPU time | seeds |
                | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | good | @Good(1) | 85.00 ± 2.83 | +4.00 ± 1.41 | 6.0 ± 1.4 | 0.520 ± 0.028 | 1.5 | 0.8 | 2 |
                | once | @Once | 81.50 | -0.50 | 3.0 | 0.700 | 1.5 | 1.5 | 1 |
                | **base** | nothing | 81.00 ± 1.41 |  | 15.0 ± 0.0 | 0.620 ± 0.028 | 1.0 | 1.0 | 2 |
                """, new SummaryFiles(SUITE, summary()).markdown());
    }

    @Test
    void programsReadShares() throws Exception {
        new SummaryFiles(SUITE, summary()).write(folder);
        List<String> lines = Files.readAllLines(folder.resolve("summary.csv"));
        assertEquals(4, lines.size());
        assertEquals(
                "good,means,2,0.85000,0.02828,0.04000,0.01414,0.06000,0.01414,0.52000,0.02828,1.500,0.750",
                lines.get(1));
        assertTrue(lines.get(3).startsWith("base,baseline,2,"), lines.get(3));
        assertEquals(lines.get(0).split(",").length, lines.get(1).split(",").length);
    }

    @Test
    void thePictureShowsThemInTheSameOrder() {
        assertEquals(
                List.of("good", "once", "BASE"),
                List.copyOf(new SummaryChart(SUITE, summary())
                        .chart()
                        .getSeries("gap")
                        .getXData()));
    }
}
