package io.regulus.benchmarks.compare;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.regulus.benchmarks.Limit;
import io.regulus.benchmarks.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The table of all runs, and its files. */
final class Report {
    private final Plan plan;
    private final List<Run> runs;
    private final List<Failure> failures;
    private final Limit limit;
    private final Path benchmarks;

    Report(Plan plan, List<Run> runs, List<Failure> failures, Limit limit, Path benchmarks) {
        this.plan = plan;
        this.runs = runs;
        this.failures = failures;
        this.limit = limit;
        this.benchmarks = benchmarks;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Workload workload : plan.workloads()) {
            List<Run> baseline = atBetterSetting(workload, Program.BASELINE);
            for (Program program : plan.programs()) {
                List<Run> best = atBetterSetting(workload, program);
                if (!best.isEmpty()) {
                    rows.add(Row.of(best, baseline, limit, codeLines(workload, program)));
                }
            }
        }
        return rows;
    }

    private List<Run> atBetterSetting(Workload workload, Program program) {
        return Statistics.atBetterSetting(runs.stream()
                .filter(run -> run.workload() == workload && run.program() == program)
                .toList());
    }

    private OptionalInt codeLines(Workload workload, Program program) {
        if (workload != Workload.W1) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(CodeLines.of(benchmarks.resolve(program.module()).resolve("src/main/java")));
    }

    String markdown() {
        StringBuilder text = new StringBuilder(Table.markdown(rows()));
        text.append('\n').append(conditions());
        failures.forEach(failure -> text.append('\n').append(failure).append('\n'));
        return text.toString();
    }

    private String conditions() {
        return String.format(
                Locale.ROOT,
                "%s run, rounds: %d, threads: %s, each contender at its better setting. Limit: %.0f GFLOP/s float32, "
                        + "%.0f bfloat16. Java %s, %s, %d cores.%n",
                plan.full() ? "Full" : "Short",
                plan.rounds(),
                plan.threads(),
                limit.float32(),
                limit.bfloat16(),
                Runtime.version().feature(),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    /** Writes the table as Markdown and CSV, and every single run as JSON, a line each. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("table.md"), markdown());
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve("table.csv"))) {
            Table.cells(rows()).forEach(csv::writeRecord);
        }
        Gson gson = new GsonBuilder().serializeSpecialFloatingPointValues().create();
        Files.write(
                folder.resolve("runs.jsonl"), runs.stream().map(gson::toJson).toList());
    }
}
