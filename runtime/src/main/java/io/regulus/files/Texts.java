package io.regulus.files;

import io.regulus.data.NameIndex;
import java.util.List;

/**
 * Texts that were read from a file.
 *
 * @param texts in the order of the file
 * @param labels the name of the class of each; empty where the file has none
 */
public record Texts(List<String> texts, List<String> labels) {
    /** Copies both lists. */
    public Texts {
        texts = List.copyOf(texts);
        labels = List.copyOf(labels);
    }

    /** How many there are. */
    public int size() {
        return texts.size();
    }

    /** The names of the classes there are, sorted: by value where all are integers, else by name (Unicode order). */
    public List<String> classes() {
        return NameIndex.sorted(labels).names();
    }

    /**
     * The first texts.
     *
     * @param count how many; all where there are fewer
     */
    public Texts take(int count) {
        return new Texts(
                texts.subList(0, Math.min(count, texts.size())), labels.subList(0, Math.min(count, labels.size())));
    }
}
