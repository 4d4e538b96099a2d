package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import io.regulus.text.TextEncoder;
import java.util.Optional;

/** A pass over a file of texts, encoded. */
record TextBlocks(TextLines lines, TextEncoder encoder, boolean labelled) implements Blocks {
    @Override
    public Optional<Dataset> next(int count) {
        Texts block = lines.next(count);
        if (block.size() == 0) {
            return Optional.empty();
        }
        return Optional.of(labelled ? encoder.encode(block.texts(), block.labels()) : encoder.encode(block.texts()));
    }

    @Override
    public void close() {
        lines.close();
    }
}
