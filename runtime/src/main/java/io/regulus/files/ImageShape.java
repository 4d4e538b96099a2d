package io.regulus.files;

/**
 * What every image becomes.
 *
 * @param channels 1 or 3
 * @param cropped whether the middle is cut out before it is resized, so that nothing is stretched
 */
record ImageShape(int height, int width, int channels, boolean cropped) {

    int rowLength() {
        return height * width * channels;
    }

    /** Decodes a file and writes its row. */
    void write(byte[] file, byte[] target, int offset) throws ImageDecoder.BadImageException {
        ImageDecoder.decode(
                file,
                channels,
                ImageMemory.OF_JVM,
                pixels -> (cropped ? pixels.croppedTo(height, width) : pixels).resizeTo(height, width, target, offset));
    }
}
