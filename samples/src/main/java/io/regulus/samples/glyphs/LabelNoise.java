package io.regulus.samples.glyphs;

import io.regulus.data.Dataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Rows of which some have a wrong label, as in data that people have labelled.
 *
 * @param data all rows, with the labels to train on
 * @param wrong the rows whose label is wrong
 */
record LabelNoise(Dataset data, Set<Integer> wrong) {
    /**
     * Gives a share of the rows, chosen at random, another label.
     *
     * @param share in [0, 1)
     * @param classes number of classes; each of the others is equally likely
     */
    static LabelNoise add(Dataset clean, double share, int classes, long seed) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("label noise = " + share + ": must be in [0, 1); 0.2 is a fifth");
        }
        Random random = new Random(seed);
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, clean.size()).boxed().toList());
        Collections.shuffle(rows, random);
        Set<Integer> wrong = new TreeSet<>(rows.subList(0, (int) Math.round(share * clean.size())));
        int[] labels = clean.labels().toArray();
        for (int row : wrong) {
            labels[row] = (labels[row] + 1 + random.nextInt(classes - 1)) % classes;
        }
        Dataset noisy = clean.withLabels(labels);
        return new LabelNoise(
                clean.classNames().isEmpty() ? noisy : noisy.withClassNames(clean.classNames()),
                Collections.unmodifiableSet(wrong));
    }

    /** The rows with a wrong label, if there are any. */
    Optional<Dataset> wrongRows() {
        int[] rows = wrong.stream().mapToInt(Integer::intValue).toArray();
        return rows.length == 0 ? Optional.empty() : Optional.of(data.subset(rows));
    }
}
