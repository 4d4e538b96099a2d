package io.regulus.serving;

/**
 * What is asked.
 *
 * @param pixels 28 rows of 28, from the top left, 0 for paper to 255 for ink
 */
@SuppressWarnings("ArrayRecordComponent") // read once and compared by nobody
record Picture(int[] pixels) {
    static final int PIXELS = DigitNet.SIDE * DigitNet.SIDE;

    /**
     * As the network takes it.
     *
     * @throws BadPictureException if there are more or fewer pixels, or one is outside 0 to 255
     */
    byte[] bytes() {
        if (pixels == null) {
            throw new BadPictureException("there are no pixels: send {\"pixels\": [...]} with " + PIXELS
                    + " numbers from 0 (paper) to 255 (ink), row by row from the top left");
        }
        if (pixels.length != PIXELS) {
            throw new BadPictureException("pixels has " + pixels.length + " numbers, not " + PIXELS
                    + ": send 28 rows of 28, row by row from the top left");
        }
        byte[] bytes = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            if (pixels[i] < 0 || pixels[i] > 255) {
                throw new BadPictureException(
                        "pixels[" + i + "] is " + pixels[i] + ": send numbers from 0 (paper) to 255 (ink)");
            }
            bytes[i] = (byte) pixels[i];
        }
        return bytes;
    }
}
