package io.regulus.files;

import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.testing.ForkedJvm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would fill the memory is a bad row or a clear refusal, in a JVM of 64 MiB. */
class SmallHeapTest {
    private static final int SIDE = 1_500;
    private static final int IMAGES = 12;

    @TempDir
    Path folder;

    @Test
    void nothingFillsTheMemory() throws IOException {
        endless("text", "good\tx\n", "a", "\nbetter\tx\n");
        endless("table", "a,b\n1,2\n", "a", "");
        endless("quoted", "a,b\n1,2\n\"", "a", "");
        endless("wide", "a,b\n1,2\n", "1,", "");
        images();
        ForkedJvm jvm = ForkedJvm.run(
                Child.class,
                jar -> true,
                "-Xmx64m",
                // as many threads as a large machine has: all images at once would take more than there is
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=16",
                "-Djava.awt.headless=true",
                "-Dfolder=" + folder);
        assertWithMessage(jvm.output()).that(jvm.exit()).isEqualTo(0);
        for (String said : new String[] {
            "Texts[texts=[good, better], labels=[x, x]]",
            "text, line 2, has more than 4194304 characters",
            "table: after line 2: ",
            "quoted: after line 2: ",
            "wide: after line 2: ",
            "Dataset[" + IMAGES + " rows of 48 bytes",
            "huge.png, has 11000 x 11000 pixels, which take 1038 MiB while they are read, more than half of the memory of"
                    + " this JVM",
            "long.png, has "
        }) {
            assertWithMessage("what was read").that(jvm.output()).contains(said);
        }
    }

    /** Packed, 200 MB take a fifth of one. */
    private void endless(String name, String before, String part, String after) throws IOException {
        byte[] parts = part.repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16)) {
            file.write(before.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < 200 << 20; written += parts.length) {
                file.write(parts);
            }
            file.write(after.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void images() throws IOException {
        Path cats = Files.createDirectories(folder.resolve("images/cat"));
        byte[] image = png();
        for (int i = 0; i < IMAGES; i++) {
            Files.write(cats.resolve(i + ".png"), image);
        }
        ByteBuffer huge = ByteBuffer.wrap(image.clone());
        huge.putInt(16, 11_000).putInt(20, 11_000);
        CRC32 crc = new CRC32();
        crc.update(huge.array(), 12, 17);
        huge.putInt(29, (int) crc.getValue());
        Files.write(cats.resolve("huge.png"), huge.array());
        try (OutputStream file = Files.newOutputStream(cats.resolve("long.png"))) {
            file.write(image);
            file.write(new byte[70 << 20]);
        }
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR), "png", bytes);
        return bytes.toByteArray();
    }

    /** Reads all of it within the small heap. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            Path folder = Path.of(System.getProperty("folder"));
            BadRows skipping = BadRows.skip(2, System.out::println);
            System.out.println(TextFiles.read(folder.resolve("text"))
                    .labelled()
                    .badRows(skipping)
                    .texts());
            for (String name : new String[] {"table", "quoted", "wide"}) {
                try {
                    CsvFiles.read(folder.resolve(name)).load();
                } catch (DataFileException refused) {
                    System.out.println(refused.getMessage());
                }
            }
            System.out.println(ImageFolder.read(folder.resolve("images"))
                    .size(4, 4)
                    .badRows(skipping)
                    .load());
        }
    }
}
