package io.regulus.samples.techniques;

import io.regulus.samples.ImageFolder;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The settings that all runs of a folder have in common.
 *
 * @param suite what is compared
 * @param labels a checksum of the labels, which tells one set of images from another
 * @param trainRows rows to learn from, others for each seed
 * @param testRows rows to judge by
 * @param epochs passes over the training rows
 * @param batch rows per step
 */
record Plan(String suite, String labels, int trainRows, int testRows, int epochs, int batch) {
    static Plan of(Suite suite, ImageFolder images, int trainRows, int epochs, int batch) {
        return new Plan(
                suite.name(),
                checksum(images.train().labels().toArray()),
                trainRows,
                images.test().size(),
                epochs,
                batch);
    }

    private static String checksum(int... labels) {
        CRC32 sum = new CRC32();
        Arrays.stream(labels).forEach(sum::update);
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** In a line. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s, images %s, %d training rows, %d test rows, %d epochs, batch %d",
                suite,
                labels,
                trainRows,
                testRows,
                epochs,
                batch);
    }
}
