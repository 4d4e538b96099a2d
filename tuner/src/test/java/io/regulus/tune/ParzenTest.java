package io.regulus.tune;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParzenTest {
    @Test
    void densitiesAreThoseOfNumpy() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/tpe/densities.csv"));
        assertThat(lines).hasSize(90);
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            double[] points = Stream.of(cells[4].split(";"))
                    .filter(cell -> !cell.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double expected = Double.parseDouble(cells[3]);
            double density = new Parzen(Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), points)
                    .density(Double.parseDouble(cells[2]));
            assertThat(density).isWithin(1e-10 * expected).of(expected);
        }
    }

    @Test
    void drawsFollowTheDensity() {
        Parzen parzen = new Parzen(0, 1, 0.1, 0.15, 0.8);
        Random random = new Random(1);
        int draws = 200_000;
        int[] counts = new int[10];
        for (int i = 0; i < draws; i++) {
            counts[Math.min(9, (int) (10 * parzen.draw(random)))]++;
        }
        for (int bin = 0; bin < 10; bin++) {
            double from = bin / 10.0;
            double share = DoubleStream.iterate(from + 0.0005, x -> x + 0.001)
                            .limit(100)
                            .map(parzen::density)
                            .sum()
                    * 0.001;
            // five standard deviations of a count
            assertThat(counts[bin] / (double) draws)
                    .isWithin(5 * Math.sqrt(share / draws))
                    .of(share);
        }
    }

    @Test
    void valuesNearTheGoodOnesAreProposed() {
        double[] good = {0.2, 0.22, 0.21};
        double[] rest = {0.5, 0.6, 0.7, 0.8, 0.9, 0.55, 0.65, 0.02};
        Range.Interval range = (Range.Interval) Range.linear(0, 1);
        for (int seed = 0; seed < 50; seed++) {
            assertThat(Tpe.value(range, good, rest, new Random(seed)))
                    .isWithin(0.2)
                    .of(0.21);
        }
    }

    @Test
    void sharesAreCountsWithOneMore() {
        assertThat(Tpe.shares(List.of("a", "b", "c"), List.of("a", "a", "c")))
                .usingExactEquality()
                .containsExactly(3 / 6.0, 1 / 6.0, 2 / 6.0)
                .inOrder();
    }
}
