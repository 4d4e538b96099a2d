package io.regulus.processor.check.shape;

import io.regulus.annotations.Padding;
import java.util.List;

/**
 * A window that slides over an image.
 *
 * @param height its height
 * @param width its width
 * @param strideDown its step from row to row
 * @param strideRight its step from column to column
 * @param padding what happens at the border
 */
public record Window(int height, int width, int strideDown, int strideRight, Padding padding) {
    /** A window from one or two numbers each. */
    public static Window of(List<Integer> size, List<Integer> strides, Padding padding) {
        return new Window(
                size.get(0), size.get(size.size() - 1), strides.get(0), strides.get(strides.size() - 1), padding);
    }

    /** Whether at least one whole window fits; with zeros around the image it always does. */
    boolean fits(int imageHeight, int imageWidth) {
        return padding == Padding.SAME || (height <= imageHeight && width <= imageWidth);
    }

    int outputHeight(int imageHeight) {
        return output(imageHeight, height, strideDown);
    }

    int outputWidth(int imageWidth) {
        return output(imageWidth, width, strideRight);
    }

    private int output(int size, int window, int stride) {
        return switch (padding) {
            // Rounds up, without the overflow of size + stride - 1.
            case SAME -> (size - 1) / stride + 1;
            case VALID -> (size - window) / stride + 1;
        };
    }

    @Override
    public String toString() {
        return height + " x " + width;
    }
}
