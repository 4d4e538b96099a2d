package io.regulus.files;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes image files as this Java's ImageIO reads them: PNG, JPEG, GIF, BMP, TIFF. */
final class ImageDecoder {
    /** Pixels of an image at most: a damaged header of a few bytes can ask for gigabytes. */
    private static final long MOST_PIXELS = 1 << 27;

    private static final int OPAQUE = 255;

    private ImageDecoder() {}

    /** The file is no image that can be read; the message says why. */
    static final class BadImageException extends Exception {
        private static final long serialVersionUID = 1L;

        BadImageException(String message, Throwable cause) {
            super(message, cause);
        }

        BadImageException(String message) {
            this(message, null);
        }
    }

    /**
     * The first image of a file.
     *
     * @param channels 1 for grey, 3 for red, green and blue
     * @param memory what it may take, and has to wait for
     * @param use gets the image; its memory is given back after that
     */
    static void decode(byte[] file, int channels, ImageMemory memory, Consumer<Pixels> use) throws BadImageException {
        if (file.length == 0) {
            throw new BadImageException("the file is empty");
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new BadImageException("is no PNG, JPEG, GIF, BMP or TIFF image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                decode(reader, channels, memory, use);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            // Readers fail with any exception on what they do not expect: indices out of range, null.
            throw new BadImageException("the image is damaged or cut off (" + reason(damaged) + ")", damaged);
        }
    }

    private static String reason(Exception damaged) {
        return damaged instanceof EOFException || damaged.getMessage() == null
                ? "it ends too early"
                : damaged.getMessage();
    }

    private static void decode(ImageReader reader, int channels, ImageMemory memory, Consumer<Pixels> use)
            throws IOException, BadImageException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new BadImageException("has " + width + " x " + height
                    + " pixels, more than 2^27 in all; its header is damaged, or make it smaller");
        }
        long bytes = bytes(reader, width, height, channels);
        if (!memory.take(bytes)) {
            throw new BadImageException("has " + width + " x " + height + " pixels, which take " + (bytes >> 20)
                    + " MiB while they are read, more than half of the memory of this JVM (" + (memory.bytes() >> 20)
                    + " MiB); make it smaller, or give Java more with -Xmx");
        }
        try {
            use.accept(pixels(image(reader), channels));
        } finally {
            memory.giveBack(bytes);
        }
    }

    /**
     * Bytes that reading and resizing take: the image as Java has it, its values and the part cut out of them; a line of ints for each of
     * four bands; weights along both sides.
     */
    private static long bytes(ImageReader reader, int width, int height, int channels) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        int bits = types.hasNext() ? types.next().getColorModel().getPixelSize() : Integer.SIZE;
        return (long) width * height * ((bits + 7) / 8 + 2L * channels)
                + 4L * Integer.BYTES * width
                + 2L * Float.BYTES * (width + (long) height);
    }

    private static BufferedImage image(ImageReader reader) throws IOException, BadImageException {
        // A JPEG that is cut off is filled with grey, and only a warning says so.
        String[] damage = new String[1];
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.startsWith("Truncated") || warning.startsWith("Corrupt")) {
                damage[0] = warning.toLowerCase(Locale.ROOT);
            }
        });
        BufferedImage image = reader.read(0);
        if (damage[0] != null) {
            throw new BadImageException("the image is damaged or cut off (" + damage[0] + ")");
        }
        return image;
    }

    private static Pixels pixels(BufferedImage image, int channels) throws BadImageException {
        int height = image.getHeight();
        int width = image.getWidth();
        byte[] values = new byte[Math.multiplyExact(height * width, channels)];
        if (image.getColorModel() instanceof ComponentColorModel model) {
            copyBands(image.getRaster(), model, channels, values);
        } else {
            copyColours(image, channels, values);
        }
        return new Pixels(values, height, width, channels);
    }

    /**
     * The stored numbers as they are. Java's own conversion to RGB would take grey for linear light, and apply the colour profile of a
     * photograph, which no other reader of training data does.
     */
    private static void copyBands(Raster raster, ColorModel model, int channels, byte[] values)
            throws BadImageException {
        int type = model.getColorSpace().getType();
        if (type != ColorSpace.TYPE_GRAY && type != ColorSpace.TYPE_RGB) {
            throw new BadImageException("its colours are neither grey nor RGB (" + model.getNumColorComponents()
                    + " components, as in CMYK); convert it to RGB");
        }
        boolean grey = type == ColorSpace.TYPE_GRAY;
        int shift = shift(raster);
        int bands = raster.getNumBands();
        int alphaBand = model.hasAlpha() ? bands - 1 : -1;
        int[] line = new int[raster.getWidth() * bands];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, line);
            for (int at = 0; at < line.length; at += bands) {
                int alpha = alphaBand < 0 ? OPAQUE : line[at + alphaBand] >> shift;
                int red = line[at] >> shift;
                int green = grey ? red : line[at + 1] >> shift;
                int blue = grey ? red : line[at + 2] >> shift;
                to = write(red, green, blue, alpha, channels, values, to);
            }
        }
    }

    private static int shift(Raster raster) throws BadImageException {
        return switch (raster.getTransferType()) {
            case DataBuffer.TYPE_BYTE -> 0;
            case DataBuffer.TYPE_USHORT -> 8;
            default -> throw new BadImageException("its values are neither of 8 nor of 16 bits; convert it to 8 bits");
        };
    }

    /** Palettes, and values packed into an int. */
    private static void copyColours(BufferedImage image, int channels, byte[] values) {
        int[] line = new int[image.getWidth()];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int colour : line) {
                to = write(
                        (colour >> 16) & 0xFF,
                        (colour >> 8) & 0xFF,
                        colour & 0xFF,
                        colour >>> 24,
                        channels,
                        values,
                        to);
            }
        }
    }

    private static int write(int red, int green, int blue, int alpha, int channels, byte[] values, int to) {
        int shownRed = onWhite(red, alpha);
        int shownGreen = onWhite(green, alpha);
        int shownBlue = onWhite(blue, alpha);
        if (channels == 1) {
            // ITU-R 601-2 luma in 16 bits, its weights adding up to 1: what Pillow and OpenCV call grey.
            values[to] = (byte) ((19595 * shownRed + 38470 * shownGreen + 7471 * shownBlue + 0x8000) >> 16);
            return to + 1;
        }
        values[to] = (byte) shownRed;
        values[to + 1] = (byte) shownGreen;
        values[to + 2] = (byte) shownBlue;
        return to + 3;
    }

    /** What is seen of a colour on white, rounded. */
    private static int onWhite(int colour, int alpha) {
        return (colour * alpha + 255 * (OPAQUE - alpha) + 127) / 255;
    }
}
