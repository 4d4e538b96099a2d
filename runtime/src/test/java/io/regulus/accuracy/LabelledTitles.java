package io.regulus.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.regulus.data.Dataset;
import io.regulus.testing.PublicData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Headlines of THUCNews with their classes.
 *
 * @param texts the headlines
 * @param classes of each its class, from 0 to 9
 */
record LabelledTitles(List<String> texts, List<Integer> classes) {
    LabelledTitles {
        texts = List.copyOf(texts);
        classes = List.copyOf(classes);
    }

    /** Those of a part, {@code title<TAB>class} a line, or a skipped test. */
    static LabelledTitles read(String part) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(PublicData.require("thucnews_titles/" + part + ".txt.gz"))),
                UTF_8))) {
            List<String> all = lines.lines().toList();
            return new LabelledTitles(
                    all.stream()
                            .map(line -> line.substring(0, line.lastIndexOf('\t')))
                            .toList(),
                    all.stream()
                            .map(line -> Integer.parseInt(line.substring(line.lastIndexOf('\t') + 1)))
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What {@link TitleNet} reads. */
    Dataset encode(TitleGrams characters, TitleGrams pairs) {
        return Dataset.builder()
                .input("characters", texts.stream().map(characters::encode).toArray(int[][]::new))
                .input("pairs", texts.stream().map(pairs::encode).toArray(int[][]::new))
                .labels("logits", classes.stream().mapToInt(Integer::intValue).toArray())
                .build();
    }
}
