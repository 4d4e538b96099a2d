package io.regulus.samples.glyphs;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture of training images: a line for each label, the images whose label is wrong in a red frame. */
final class ContactSheet {
    private static final int COLUMNS = 16;
    private static final int ZOOM = 2;
    private static final int FRAME = 3;
    private static final int CELL = Canvas.SIZE * ZOOM + 2 * FRAME;
    private static final int GAP = 2;
    private static final int PAPER = 0xFFFFFF;
    private static final int WRONG = 0xD62728;

    private final BufferedImage sheet;

    private ContactSheet(int lines) {
        sheet = new BufferedImage(COLUMNS * (CELL + GAP) + GAP, lines * (CELL + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        fill(0, 0, sheet.getWidth(), sheet.getHeight(), PAPER);
    }

    /** Writes the sheet as PNG. */
    static void write(LabelNoise train, int classes, Path file) throws IOException {
        ContactSheet sheet = new ContactSheet(classes);
        int[] labels = train.data().labels().toArray();
        for (int label = 0; label < classes; label++) {
            int line = label;
            int[] rows = IntStream.range(0, labels.length)
                    .filter(row -> labels[row] == line)
                    .limit(COLUMNS)
                    .toArray();
            for (int column = 0; column < rows.length; column++) {
                sheet.place(train, rows[column], GAP + column * (CELL + GAP), GAP + line * (CELL + GAP));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(sheet.sheet, "png", file.toFile());
    }

    private void place(LabelNoise train, int row, int left, int top) {
        if (train.wrong().contains(row)) {
            fill(left, top, CELL, CELL, WRONG);
        }
        byte[] pixels = new byte[train.data().rowLength()];
        train.data().copyBytes(new int[] {row}, 0, 1, pixels);
        for (int i = 0; i < pixels.length; i++) {
            int grey = 255 - (pixels[i] & 0xFF);
            int x = left + FRAME + i % Canvas.SIZE * ZOOM;
            int y = top + FRAME + i / Canvas.SIZE * ZOOM;
            fill(x, y, ZOOM, ZOOM, grey << 16 | grey << 8 | grey);
        }
    }

    private void fill(int left, int top, int width, int height, int colour) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, colour);
        sheet.setRGB(left, top, width, height, pixels, 0, width);
    }
}
