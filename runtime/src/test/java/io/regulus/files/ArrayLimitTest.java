package io.regulus.files;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayLimitTest {
    @TempDir
    Path folder;

    @Test
    void rowsFitOrTheCureIsNamed() {
        ArrayLimit.require("f", 2_147_483_639, 1);
        ArrayLimit.require("f", 715_827_879, 3);
        ArrayLimit.require("f", 5, 0);
        assertFails(
                DataFileException.class,
                () -> ArrayLimit.require("f", 715_827_880, 3),
                "f: 715827880 rows of 3 values do not fit into one dataset",
                "stream()");
        assertFails(DataFileException.class, () -> ArrayLimit.require("f", 1L << 60, 1 << 20), "do not fit");
    }

    @Test
    void roomGrowsByHalfAndNeverOverflows() {
        assertThat(ArrayLimit.withRoom(10)).isEqualTo(15);
        assertThat(ArrayLimit.withRoom(2_000_000_000)).isEqualTo(2_147_483_639);
    }

    /** 11 images of 8192 x 8192 pixels have more than 2^31 bytes; none of them is opened. */
    @Test
    void imagesAreAskedBeforeTheyAreRead() throws IOException {
        Path cat = Files.createDirectories(folder.resolve("cat"));
        for (int i = 0; i < 11; i++) {
            Files.createFile(cat.resolve(i + ".png"));
        }
        assertFails(
                DataFileException.class,
                () -> ImageFolder.read(folder).size(8192, 8192).load(),
                folder + ": 11 rows of 201326592 values do not fit into one dataset");
    }

    @Test
    void brokenGzipIsSaidOfGzipOnly() throws IOException {
        Path plain = Files.write(folder.resolve("plain"), new byte[] {1, 2});
        Path gzip = Files.write(folder.resolve("gzip"), new byte[] {0x1F, (byte) 0x8B});
        for (Map.Entry<IOException, String> failure : Map.of(
                        new EOFException(), "it ends too early", new ZipException("bad block"), "bad block")
                .entrySet()) {
            assertThat(DataFiles.explain(gzip, failure.getKey()))
                    .hasMessageThat()
                    .isEqualTo(gzip + ": broken gzip (" + failure.getValue()
                            + "); the file is cut off or damaged: fetch it again");
            assertThat(DataFiles.explain(plain, failure.getKey()))
                    .hasMessageThat()
                    .isEqualTo(plain + ": " + failure.getValue() + "; the file is cut off or damaged: fetch it again");
        }
    }
}
