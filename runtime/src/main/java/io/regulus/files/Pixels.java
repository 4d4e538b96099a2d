package io.regulus.files;

/** An image as it was decoded: bytes, 0..255, in the order height, width, channels. */
final class Pixels {
    private final byte[] values;
    private final int height;
    private final int width;
    private final int channels;

    /**
     * Keeps the values.
     *
     * @param channels 1 for grey, 3 for red, green and blue
     */
    Pixels(byte[] values, int height, int width, int channels) {
        this.values = values;
        this.height = height;
        this.width = width;
        this.channels = channels;
    }

    /** Of another size, written into an array; see {@link Axis}. */
    void resizeTo(int newHeight, int newWidth, byte[] target, int offset) {
        if (newHeight == height && newWidth == width) {
            System.arraycopy(values, 0, target, offset, values.length);
            return;
        }
        Axis rows = Axis.of(height, newHeight);
        Axis columns = Axis.of(width, newWidth);
        int line = newWidth * channels;
        // Each line is resized along its width once; the sums of the new lines are made of those as they come.
        float[] narrow = new float[line];
        float[] sums = new float[newHeight * line];
        int begun = 0;
        for (int y = 0; y < height; y++) {
            widths(y, columns, narrow);
            while (begun < newHeight && rows.first(begun) + rows.weights(begun).length <= y) {
                begun++;
            }
            for (int to = begun; to < newHeight && rows.first(to) <= y; to++) {
                float weight = rows.weights(to)[y - rows.first(to)];
                for (int i = 0; i < line; i++) {
                    sums[to * line + i] += weight * narrow[i];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            target[offset + i] = (byte) Math.min(255, (int) (sums[i] + 0.5f));
        }
    }

    private void widths(int y, Axis columns, float[] narrow) {
        int start = y * width * channels;
        for (int x = 0; x < columns.length(); x++) {
            float[] weights = columns.weights(x);
            int from = start + columns.first(x) * channels;
            for (int channel = 0; channel < channels; channel++) {
                float sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * (values[from + i * channels + channel] & 0xFF);
                }
                narrow[x * channels + channel] = sum;
            }
        }
    }

    /** The largest part in the middle whose sides have the ratio of these. */
    Pixels croppedTo(int ratioHeight, int ratioWidth) {
        int newHeight = (int) Math.min(height, Math.max(1, (long) width * ratioHeight / ratioWidth));
        int newWidth = (int) Math.min(width, Math.max(1, (long) height * ratioWidth / ratioHeight));
        int top = (height - newHeight) / 2;
        int left = (width - newWidth) / 2;
        byte[] part = new byte[newHeight * newWidth * channels];
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(
                    values, ((top + y) * width + left) * channels, part, y * newWidth * channels, newWidth * channels);
        }
        return new Pixels(part, newHeight, newWidth, channels);
    }
}
