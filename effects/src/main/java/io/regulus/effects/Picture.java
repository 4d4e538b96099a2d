package io.regulus.effects;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;

/** Pixels, as a drawing holds them. */
final class Picture {
    private static final int POSITIVE = 0x2f8ae0;
    private static final int NEGATIVE = 0xe8702a;

    private final int width;
    private final int height;
    private final int[] argb;

    private Picture(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** An image of red, green and blue in 0 to 1, or of one brightness; beyond 0 and 1 it is cut off. */
    static Picture image(float[] values, int height, int width) {
        int channels = values.length / (height * width);
        int[] argb = new int[height * width];
        for (int i = 0; i < argb.length; i++) {
            int colour = 0xff;
            for (int channel = 0; channel < 3; channel++) {
                float value = values[i * channels + Math.min(channel, channels - 1)];
                colour = colour << 8 | Math.round(255 * Math.max(0, Math.min(1, value)));
            }
            argb[i] = colour;
        }
        return new Picture(width, height, argb);
    }

    /** A matrix: blue above 0, orange below, the stronger the farther; 0 is nothing. */
    static Picture matrix(double[][] values, double most) {
        int rows = values.length;
        int columns = values[0].length;
        int[] argb = new int[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = values[row][column];
                int alpha = (int) Math.round(255 * Math.min(1, Math.abs(value) / most));
                argb[row * columns + column] = alpha << 24 | (value < 0 ? NEGATIVE : POSITIVE);
            }
        }
        return new Picture(columns, rows, argb);
    }

    /** The largest size of a number in some matrices. */
    static double most(double[][]... matrices) {
        double most = 1e-9;
        for (double[][] matrix : matrices) {
            for (double[] row : matrix) {
                most = Math.max(most, DoubleStream.of(row).map(Math::abs).max().orElse(0));
            }
        }
        return most;
    }

    /** As an address that holds the file itself. */
    String address() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array cannot be written", impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
