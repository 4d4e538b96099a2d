package io.regulus.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.benchmarks.Limit;
import io.regulus.benchmarks.Outcome;
import io.regulus.benchmarks.Workload;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void showsARow() {
        Outcome outcome = new Outcome(200, 7.25, 400.4, 1.5, 0.4, new Outcome.Training(10, 0.7, 0.4, 2.3));
        List<Run> runs = List.of(new Run(1, Workload.W1, Program.REGULUS, 2, outcome));
        // 535,040 multiply-adds a row: forward and two gradients of each, but one for the first layer, 401,408
        double gigaflops = 200 * (6.0 * 64 * 535_040 - 2.0 * 64 * 401_408) / 1e9;
        Row row = Row.of(runs, runs, new Limit(4 * gigaflops, 0), OptionalInt.of(30));
        assertEquals("""
                | workload | contender | threads | per second | CPU ms | ratio | of limit | peak MB | first step s | network s |   loss | lines |
                | -------- | --------- | ------: | ---------: | -----: | ----: | -------: | ------: | -----------: | --------: | -----: | ----: |
                | W1       | Regulus   |       2 |        200 |   7.25 |  1.00 |    25.0% |     400 |         1.50 |      0.40 | 0.4000 |    30 |
                """, Table.markdown(List.of(row)));
    }
}
