package io.regulus.spark.worker;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileTest {
    @Test
    void partsHoldWholeRows(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rows");
        Files.write(file, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14});
        List<ByteBuffer> parts = RowFile.parts(file, 3, 7);
        assertThat(parts.stream().map(ByteBuffer::limit).toList())
                .containsExactly(6, 6, 3)
                .inOrder();
        assertThat(parts.get(1).get(0)).isEqualTo(6);
        assertThat(parts.get(2).get(2)).isEqualTo(14);
        assertThat(RowFile.parts(file, 3)).hasSize(1);
    }
}
