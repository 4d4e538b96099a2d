package io.regulus.data;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** By properties over many random cases, and by cases that are worked out on paper. */
class SplitterTest {
    private static final int CASES = 300;

    /** Rows whose only feature is their number. */
    private static Dataset numbered(int rows) {
        float[] numbers = new float[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = row;
        }
        return Dataset.ofFlat(numbers, 1);
    }

    private static int[] numbers(Dataset part) {
        return IntStream.range(0, part.size())
                .map(row -> (int) part.row(row)[0])
                .toArray();
    }

    private static List<int[]> parts(Splitter.Parts<Dataset> parts) {
        return Stream.of(parts.train(), parts.validation(), parts.test())
                .map(SplitterTest::numbers)
                .toList();
    }

    private static List<int[]> parts(Splitter.Fold<Dataset> fold) {
        return List.of(numbers(fold.train()), numbers(fold.validation()));
    }

    /** Every row in one part, once. */
    private static void assertWhole(int rows, List<int[]> parts) {
        int[] all = parts.stream().flatMapToInt(IntStream::of).sorted().toArray();
        assertThat(all).isEqualTo(IntStream.range(0, rows).toArray());
        parts.forEach(part -> assertThat(part.length).isAtLeast(1));
    }

    private static void assertSame(List<int[]> one, List<int[]> other) {
        for (int part = 0; part < one.size(); part++) {
            assertThat(other.get(part)).isEqualTo(one.get(part));
        }
    }

    /** A case: shares of three parts, a seed, and k. */
    private record Case(Random random, long seed, double train, double validation, int k) {
        static Case number(int number) {
            Random random = new Random(number);
            double train = 0.4 + 0.3 * random.nextDouble();
            return new Case(random, random.nextLong(), train, 0.1 + 0.15 * random.nextDouble(), 2 + random.nextInt(6));
        }

        double share(int part) {
            return new double[] {train, validation, 1 - train - validation}[part];
        }
    }

    // Random rows

    @Test
    void randomPartsHaveTheirShares() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.number(number);
            int rows = 20 + one.random.nextInt(200);
            Dataset data = numbered(rows);
            Splitter splitter = Splitter.shuffled(one.seed);
            List<int[]> parts = parts(splitter.split(data, one.train, one.validation));
            assertWhole(rows, parts);
            assertSame(parts, parts(Splitter.shuffled(one.seed).split(data, one.train, one.validation)));
            for (int part = 0; part < 3; part++) {
                assertThat((double) parts.get(part).length).isWithin(1).of(rows * one.share(part));
            }
            int validated = 0;
            List<int[]> folds = new ArrayList<>();
            for (Splitter.Fold<Dataset> fold : splitter.kFold(data, one.k)) {
                assertWhole(rows, parts(fold));
                assertThat((double) fold.validation().size()).isWithin(1).of((double) rows / one.k);
                validated += fold.validation().size();
                folds.add(numbers(fold.validation()));
            }
            assertThat(validated).isEqualTo(rows);
            assertWhole(rows, folds);
        }
    }

    @Test
    void twoPartsAreThoseOfTheDataset() {
        Dataset data = numbered(37);
        Splitter.Split<Dataset> own = data.split(0.7, 5);
        Splitter.Split<Dataset> split = Splitter.shuffled(5).split(data, 0.7);
        assertThat(numbers(split.first())).isEqualTo(numbers(own.first()));
        assertThat(numbers(split.second())).isEqualTo(numbers(own.second()));
        assertThat(numbers(Splitter.shuffled(6).split(data, 0.7).first())).isNotEqualTo(numbers(own.first()));
    }

    @Test
    void sharesThatAreWholeButForRoundingAreWhole() {
        Splitter.Parts<Dataset> parts = Splitter.shuffled(1).split(numbered(10), 0.8, 0.1);
        assertThat(parts(parts).stream().map(part -> part.length).toList())
                .containsExactly(8, 1, 1)
                .inOrder();
        Splitter.Parts<Dataset> strata = Splitter.stratified(new int[10], 1).split(numbered(10), 0.8, 0.1);
        assertThat(parts(strata).stream().map(part -> part.length).toList())
                .containsExactly(8, 1, 1)
                .inOrder();
    }

    // Strata

    private static Map<Integer, Integer> counts(int[] strata, int[] rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row : rows) {
            counts.merge(strata[row], 1, Integer::sum);
        }
        return counts;
    }

    @Test
    void everyPartHasItsShareOfEveryClassToWithinOneRow() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.number(number);
            int rows = 100 + one.random.nextInt(200);
            int classes = 1 + one.random.nextInt(4);
            // the first rows, ten of each class, so that none is too small
            int[] labels = IntStream.range(0, rows)
                    .map(row -> row < 10 * classes ? row % classes : one.random.nextInt(classes))
                    .toArray();
            Dataset data = numbered(rows).withLabels(labels);
            List<int[]> parts = parts(Splitter.stratified(one.seed).split(data, one.train, one.validation));
            assertWhole(rows, parts);
            assertSame(
                    parts,
                    parts(Splitter.stratified(labels, one.seed).split(numbered(rows), one.train, one.validation)));
            Map<Integer, Integer> all = counts(labels, IntStream.range(0, rows).toArray());
            for (int part = 0; part < 3; part++) {
                Map<Integer, Integer> counts = counts(labels, parts.get(part));
                double share = one.share(part);
                all.forEach((label, count) -> assertWithMessage("case %s", one)
                        .that(counts.get(label).doubleValue())
                        .isWithin(1)
                        .of(count * share));
                assertThat((double) parts.get(part).length).isWithin(2).of(rows * share);
            }
            List<int[]> folds = new ArrayList<>();
            for (Splitter.Fold<Dataset> fold : Splitter.stratified(one.seed).kFold(data, one.k)) {
                assertWhole(rows, parts(fold));
                folds.add(numbers(fold.validation()));
                Map<Integer, Integer> counts = counts(labels, numbers(fold.validation()));
                all.forEach((label, count) ->
                        assertThat(counts.get(label).doubleValue()).isWithin(1).of((double) count / one.k));
            }
            assertWhole(rows, folds);
        }
    }

    /** 6 rows of one class and 4 of another, by halves: 3 and 2 each. 7 rows by 0.8, 0.1 and the rest: 5.6, 0.7, 0.7 are 5, 1, 1. */
    @Test
    void strataOnPaper() {
        int[] labels = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
        Splitter.Split<Dataset> halves =
                Splitter.stratified(3).split(numbered(10).withLabels(labels), 0.5);
        assertThat(counts(labels, numbers(halves.first()))).containsExactly(0, 3, 1, 2);
        assertThat(counts(labels, numbers(halves.second()))).containsExactly(0, 3, 1, 2);
        Splitter.Parts<Dataset> seven = Splitter.stratified(new int[7], 3).split(numbered(7), 0.8, 0.1);
        assertThat(parts(seven).stream().map(part -> part.length).toList())
                .containsExactly(5, 1, 1)
                .inOrder();
        // 1.8, 1.8 and 0.4: the part that would have none comes first
        Splitter.Parts<Dataset> four = Splitter.stratified(new int[4], 3).split(numbered(4), 0.45, 0.45);
        assertThat(parts(four).stream().map(part -> part.length).toList())
                .containsExactly(2, 1, 1)
                .inOrder();
    }

    /** Four rows of each of 50 classes by 0.625: 2.5 each, so that half of the classes are rounded up and half down. */
    @Test
    void roundingOfManyClassesEvensOut() {
        int[] labels = IntStream.range(0, 200).map(row -> row % 50).toArray();
        Splitter.Split<Dataset> split =
                Splitter.stratified(1).split(numbered(200).withLabels(labels), 0.625);
        assertThat(split.first().size()).isEqualTo(125);
    }

    @Test
    void partsOfStrataAreMixed() {
        int[] labels = IntStream.range(0, 200).map(row -> row / 100).toArray();
        Dataset train = Splitter.stratified(1)
                .split(numbered(200).withLabels(labels), 0.5)
                .first();
        assertThat(counts(labels, numbers(train.take(50))).get(0)).isAtMost(35);
        assertThat(counts(labels, numbers(train.take(50))).get(1)).isAtMost(35);
    }

    // Groups

    @Test
    void groupsStayWholeAndSharesAreMetAsWellAsTheyCan() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.number(number);
            int rows = 50 + one.random.nextInt(200);
            int count = 7 + one.random.nextInt(30);
            int[] groups = IntStream.range(0, rows)
                    .map(row -> row < count ? row * 1000 - 3 : (one.random.nextInt(count) * 1000) - 3)
                    .toArray();
            String[] names = IntStream.of(groups).mapToObj(group -> "g" + group).toArray(String[]::new);
            Dataset data = numbered(rows);
            Splitter splitter = Splitter.grouped(groups, one.seed);
            List<int[]> parts = parts(splitter.split(data, one.train, one.validation));
            assertWhole(rows, parts);
            assertGroupsWhole(groups, parts);
            assertSame(parts, parts(Splitter.grouped(names, one.seed).split(data, one.train, one.validation)));
            int largest = counts(groups, IntStream.range(0, rows).toArray()).values().stream()
                    .max(Integer::compare)
                    .orElseThrow();
            for (int part = 0; part < 3; part++) {
                assertThat((double) parts.get(part).length)
                        .isWithin(2 * largest)
                        .of(rows * one.share(part));
            }
            List<int[]> folds = new ArrayList<>();
            for (Splitter.Fold<Dataset> fold : splitter.kFold(data, one.k)) {
                assertWhole(rows, parts(fold));
                folds.add(numbers(fold.validation()));
            }
            assertWhole(rows, folds);
            assertGroupsWhole(groups, folds);
            int[] sizes = folds.stream().mapToInt(fold -> fold.length).sorted().toArray();
            assertThat(sizes[sizes.length - 1] - sizes[0]).isAtMost(largest);
        }
    }

    private static void assertGroupsWhole(int[] groups, List<int[]> parts) {
        Map<Integer, int[]> partOfGroup = new HashMap<>();
        for (int[] part : parts) {
            for (int row : part) {
                assertThat(partOfGroup.computeIfAbsent(groups[row], any -> part))
                        .isSameInstanceAs(part);
            }
        }
    }

    @Test
    void seedsChooseOtherGroups() {
        int[] groups = IntStream.range(0, 100).map(row -> row % 20).toArray();
        long different = IntStream.range(0, 20)
                .mapToObj(seed ->
                        Splitter.grouped(groups, seed).split(numbered(100), 0.8).second())
                .map(test ->
                        Arrays.toString(IntStream.of(numbers(test)).sorted().toArray()))
                .distinct()
                .count();
        assertThat(different).isAtLeast(18);
    }

    @Test
    void noPartIsWithoutAGroupHoweverSmallItsShare() {
        int[] groups = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
        for (int seed = 0; seed < 20; seed++) {
            List<int[]> parts = parts(Splitter.grouped(groups, seed).split(numbered(12), 0.98, 0.01));
            parts.forEach(part -> assertThat(part).hasLength(4));
        }
    }

    // Time

    @Test
    void laterRowsAreForTesting() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.number(number);
            int rows = 50 + one.random.nextInt(200);
            long[] times = one.random.longs(rows, 0, 1000).toArray();
            Dataset data = numbered(rows);
            List<int[]> parts = parts(Splitter.byTime(times).split(data, one.train, one.validation));
            assertWhole(rows, parts);
            assertThat(latest(times, parts.get(0))).isLessThan(earliest(times, parts.get(1)));
            assertThat(latest(times, parts.get(1))).isLessThan(earliest(times, parts.get(2)));
            int before = 0;
            for (Splitter.Fold<Dataset> fold : Splitter.byTime(times).kFold(data, one.k)) {
                int[] train = numbers(fold.train());
                assertThat(latest(times, train)).isLessThan(earliest(times, numbers(fold.validation())));
                assertThat(train.length).isGreaterThan(before);
                before = train.length;
            }
        }
    }

    private static long latest(long[] times, int[] rows) {
        return IntStream.of(rows).mapToLong(row -> times[row]).max().orElseThrow();
    }

    private static long earliest(long[] times, int[] rows) {
        return IntStream.of(rows).mapToLong(row -> times[row]).min().orElseThrow();
    }

    @Test
    void timeOnPaper() {
        List<int[]> ordered = parts(Splitter.ordered().split(numbered(10), 0.5, 0.3));
        assertThat(ordered.get(0)).isEqualTo(new int[] {0, 1, 2, 3, 4});
        assertThat(ordered.get(1)).isEqualTo(new int[] {5, 6, 7});
        assertThat(ordered.get(2)).isEqualTo(new int[] {8, 9});
        // half of six is three; the third and fourth in time are of the same one, so four
        Splitter.Split<Dataset> ties = Splitter.byTime(60, 30, 10, 30, 50, 20).split(numbered(6), 0.5);
        assertThat(numbers(ties.first())).isEqualTo(new int[] {2, 5, 1, 3});
        assertThat(numbers(ties.second())).isEqualTo(new int[] {4, 0});
        List<Splitter.Fold<Dataset>> folds = Splitter.ordered().kFold(numbered(6), 2);
        assertThat(folds).hasSize(2);
        assertThat(numbers(folds.get(0).train())).isEqualTo(new int[] {0, 1});
        assertThat(numbers(folds.get(0).validation())).isEqualTo(new int[] {2, 3});
        assertThat(numbers(folds.get(1).train())).isEqualTo(new int[] {0, 1, 2, 3});
        assertThat(numbers(folds.get(1).validation())).isEqualTo(new int[] {4, 5});
    }

    // What stays with the rows, what is refused

    @Test
    void partsKeepLabelsNamesAndWeights() {
        Dataset data = numbered(6)
                .withLabels(0, 1, 0, 1, 0, 1)
                .withClassNames(List.of("cat", "dog"))
                .withRowWeights(0, 1, 2, 3, 4, 5);
        Dataset second = Splitter.stratified(1).split(data, 0.5).second();
        assertThat(second.classNames()).containsExactly("cat", "dog").inOrder();
        for (int row = 0; row < second.size(); row++) {
            assertThat(second.rowWeights().orElseThrow().at(row, 0)).isEqualTo(second.row(row)[0]);
            assertThat(second.labels().at(row)).isEqualTo((int) second.row(row)[0] % 2);
        }
    }

    private static void assertRefused(Executable action, String... parts) {
        assertFails(IllegalArgumentException.class, action, parts);
    }

    @Test
    void sharesOutOfRangeAreRefused() {
        Splitter any = Splitter.shuffled(1);
        Dataset data = numbered(10);
        assertRefused(() -> any.split(data, 0), "shares [0.0]", "above 0");
        assertRefused(() -> any.split(data, 1), "shares [1.0]", "below 1");
        assertRefused(() -> any.split(data, Double.NaN), "shares [NaN]");
        assertRefused(() -> any.split(data, 0.8, 0.2), "shares [0.8, 0.2]", "below 1");
        assertRefused(() -> any.split(data, 0.8, -0.1), "shares [0.8, -0.1]", "above 0");
        assertRefused(() -> any.kFold(data, 1), "k = 1", "at least 2");
    }

    @Test
    void tooFewRowsAreRefused() {
        Dataset data = numbered(9);
        assertRefused(
                () -> Splitter.shuffled(1).split(data, 0.8, 0.05),
                "9 rows are too few for shares of 0.8, 0.05 and the rest",
                "7, 0, 2 rows");
        assertRefused(() -> Splitter.shuffled(1).kFold(data, 10), "9 rows are too few for 10 folds");
        assertRefused(() -> Splitter.ordered().kFold(data, 9), "9 rows are too few for 9 folds in the order of time");
        assertRefused(() -> Splitter.byTime(new long[9]).split(data, 0.5), "9 rows are too few", "9, 0 rows");
    }

    @Test
    void tooFewRowsOfAClassAreRefusedByName() {
        Dataset data = numbered(9).withLabels(0, 0, 0, 0, 0, 0, 0, 1, 1).withClassNames(List.of("cat", "dog"));
        assertRefused(() -> Splitter.stratified(1).kFold(data, 3), "class 1 ('dog') has 2 rows", "too few for 3 folds");
        assertRefused(
                () -> Splitter.stratified(1).split(data, 0.8, 0.1),
                "class 1 ('dog') has 2 rows: too few for shares of 0.8, 0.1 and the rest");
        assertRefused(
                () -> Splitter.stratified(new int[] {7, 7, 7, 7, 7, 7, 7, 7, -2}, 1)
                        .split(data, 0.5),
                "stratum -2 has 1 row:");
        assertFails(
                IllegalStateException.class,
                () -> Splitter.stratified(1).split(numbered(9), 0.5),
                "class labels are needed");
    }

    @Test
    void tooFewGroupsAreRefused() {
        Dataset data = numbered(4);
        assertRefused(
                () -> Splitter.grouped(new int[] {1, 1, 2, 2}, 1).kFold(data, 3), "2 groups are too few for 3 folds");
        assertRefused(
                () -> Splitter.grouped(new String[] {"a", "a", "a", "a"}, 1).split(data, 0.5), "1 group is too few");
        assertRefused(() -> Splitter.grouped(new String[] {"a", null}, 1), "a group is null");
    }

    @Test
    void oneForEachRowIsNeeded() {
        Dataset data = numbered(4);
        assertRefused(() -> Splitter.grouped(new int[3], 1).split(data, 0.5), "4 rows, but 3 groups");
        assertRefused(() -> Splitter.stratified(new int[3], 1).split(data, 0.5), "4 rows, but 3 strata");
        assertRefused(() -> Splitter.byTime(1, 2, 3).split(data, 0.5), "4 rows, but 3 times");
    }

    /** A list is divided as a dataset of as many rows is. */
    @Test
    void listsAreDividedAsDatasetsAre() {
        List<Integer> list = IntStream.range(0, 24).boxed().toList();
        int[] thirds = list.stream().mapToInt(row -> row % 3).toArray();
        for (Splitter splitter : List.of(
                Splitter.shuffled(7),
                Splitter.stratified(thirds, 7),
                Splitter.grouped(thirds, 7),
                Splitter.ordered())) {
            Splitter.Parts<List<Integer>> parts = splitter.split(list, 0.4, 0.3);
            assertSame(
                    parts(splitter.split(numbered(24), 0.4, 0.3)),
                    List.of(ints(parts.train()), ints(parts.validation()), ints(parts.test())));
            List<Splitter.Fold<Dataset>> folds = splitter.kFold(numbered(24), 2);
            List<Splitter.Fold<List<Integer>>> listFolds = splitter.kFold(list, 2);
            assertThat(listFolds).hasSize(2);
            for (int i = 0; i < 2; i++) {
                assertSame(
                        parts(folds.get(i)),
                        List.of(
                                ints(listFolds.get(i).train()),
                                ints(listFolds.get(i).validation())));
            }
        }
        assertFails(
                IllegalStateException.class,
                () -> Splitter.stratified(7).split(list, 0.5),
                "the rows of a list have none",
                "stratified(strata, seed)");
        assertFails(
                IllegalStateException.class, () -> Splitter.stratified(7).kFold(list, 2), "stratified(strata, seed)");
        assertFails(IllegalArgumentException.class, () -> Splitter.shuffled(7).split(List.of(), 0.5), "no rows");
        assertFails(IllegalArgumentException.class, () -> Splitter.shuffled(7).kFold(list, 1), "k = 1");
    }

    private static int[] ints(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** In random order the large group would come late now and then, when both halves are half full. */
    @Test
    void aLargeGroupIsEvenedOutBySmallOnes() {
        int[] groups = IntStream.range(0, 100).map(row -> Math.min(row, 50)).toArray();
        for (int seed = 0; seed < 20; seed++) {
            Splitter.Split<Dataset> halves = Splitter.grouped(groups, seed).split(numbered(100), 0.5);
            assertThat(halves.first().size()).isEqualTo(50);
        }
    }
}
