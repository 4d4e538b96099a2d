package io.regulus.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Counts tokens and keeps the most frequent; of equally frequent ones those that come first in the order of code points. Count the texts to
 * train on alone: those to test on must not be looked at.
 */
public final class VocabularyBuilder {
    private final Tokenizer tokenizer;
    private final Map<String, Long> counts = new HashMap<>();
    private int minCount = 1;
    private int maxSize = Integer.MAX_VALUE;

    VocabularyBuilder(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * Leaves out what is rarer; 1 by default, which keeps all.
     *
     * @throws IllegalArgumentException if less than 1
     */
    public VocabularyBuilder minCount(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("minCount(" + count + "): must be at least 1");
        }
        minCount = count;
        return this;
    }

    /**
     * The most ids there may be, padding and unknown included: what stands in {@code @Embedding(vocabulary = ...)}. No limit by default.
     *
     * @throws IllegalArgumentException if less than 3
     */
    public VocabularyBuilder maxSize(int size) {
        if (size < 3) {
            throw new IllegalArgumentException(
                    "maxSize(" + size + "): must be at least 3, for padding, unknown and one token");
        }
        maxSize = size;
        return this;
    }

    /** Counts the tokens of more texts. */
    public VocabularyBuilder add(Iterable<String> texts) {
        for (String text : texts) {
            tokenizer.tokens(text).forEach(token -> counts.merge(token, 1L, Long::sum));
        }
        return this;
    }

    /**
     * The vocabulary of what was counted so far.
     *
     * @throws IllegalStateException if no token is left
     */
    public Vocabulary build() {
        List<String> kept = counts.entrySet().stream()
                .filter(token -> token.getValue() >= minCount)
                .sorted(Comparator.comparing(Entry<String, Long>::getValue)
                        .reversed()
                        .thenComparing(Entry::getKey, VocabularyBuilder::byCodePoints))
                .limit(maxSize - 2L)
                .map(Entry::getKey)
                .toList();
        if (kept.isEmpty()) {
            throw new IllegalStateException(
                    counts.isEmpty()
                            ? "there are no tokens: add texts to learn from"
                            : "none of " + counts.size() + " tokens is there " + minCount
                                    + " times; call minCount with less");
        }
        return Vocabulary.of(kept);
    }

    /** String's own order is by {@code char}, in which U+FFFD comes behind U+1F600. */
    private static int byCodePoints(String first, String second) {
        int[] a = first.codePoints().toArray();
        int[] b = second.codePoints().toArray();
        return Arrays.compare(a, b);
    }
}
