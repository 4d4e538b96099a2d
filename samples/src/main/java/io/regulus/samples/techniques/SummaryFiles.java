package io.regulus.samples.techniques;

import io.regulus.samples.Spread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code summary.md}, for people, in percent, and {@code summary.csv}, for programs, in shares. */
final class SummaryFiles {
    private static final List<String> TITLES = List.of(
            "technique", "setting", "test accuracy, %", "difference", "gap", "test loss", "time", "CPU time", "seeds");
    private static final int TEXTS = 2;

    private final Suite suite;
    private final Summary summary;

    SummaryFiles(Suite suite, Summary summary) {
        this.suite = suite;
        this.summary = summary;
    }

    Path write(Path folder) {
        Path markdown = folder.resolve("summary.md");
        try {
            Files.writeString(markdown, markdown());
            Files.writeString(folder.resolve("summary.csv"), csv());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the summary to " + folder.toAbsolutePath(), failure);
        }
        return markdown;
    }

    String markdown() {
        StringBuilder text = new StringBuilder(row(TITLES));
        text.append("|").append(" --- |".repeat(TEXTS)).append(" ---: |".repeat(TITLES.size() - TEXTS));
        text.append('\n');
        for (Standing one : summary.standings()) {
            boolean baseline = one.technique().equals(suite.baseline().name());
            text.append(row(List.of(
                    baseline ? "**" + one.technique() + "**" : one.technique(),
                    settingOf(one.technique()),
                    cell(one, one.testAccuracy(), "%.2f", 100),
                    baseline ? "" : cell(one, one.difference(), "%+.2f", 100),
                    cell(one, one.gap(), "%.1f", 100),
                    cell(one, one.testLoss(), "%.3f", 1),
                    format("%.1f", one.clockRatio()),
                    format("%.1f", one.cpuRatio()),
                    Integer.toString(one.seeds()))));
        }
        return text.toString();
    }

    String csv() {
        StringBuilder text = new StringBuilder(
                "technique,family,seeds,test accuracy,test accuracy deviation,difference,"
                        + "difference deviation,gap,gap deviation,test loss,test loss deviation,time ratio,cpu time ratio\n");
        for (Standing one : summary.standings()) {
            text.append(String.join(
                            ",",
                            one.technique(),
                            suite.familyOf(one.technique()),
                            Integer.toString(one.seeds()),
                            both(one.testAccuracy()),
                            both(one.difference()),
                            both(one.gap()),
                            both(one.testLoss()),
                            format("%.3f", one.clockRatio()),
                            format("%.3f", one.cpuRatio())))
                    .append('\n');
        }
        return text.toString();
    }

    private String settingOf(String technique) {
        return suite.techniques().stream()
                .filter(one -> one.name().equals(technique))
                .map(Technique::setting)
                .findFirst()
                .orElse("");
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A single run has no deviation. */
    private static String cell(Standing of, Spread value, String format, double unit) {
        String mean = format(format, unit * value.mean());
        return of.seeds() == 1 ? mean : mean + " ± " + format(format.replace("+", ""), unit * value.deviation());
    }

    private static String both(Spread value) {
        return format("%.5f", value.mean()) + "," + format("%.5f", value.deviation());
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
