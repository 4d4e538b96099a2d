package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Order;
import java.nio.file.Path;
import java.util.List;

/**
 * Images from a folder that has one folder for each class: {@code photos/cat/1.jpg}, {@code photos/dog/7.png}. Each becomes a row of bytes
 * in the order height, width, channels. Where there are parts, such as {@code photos/train} and {@code photos/test}, each is read by
 * itself.
 *
 * <pre>{@code
 * Dataset train = ImageFolder.read(photos.resolve("train")).size(64, 64).load();
 * Dataset test = ImageFolder.read(photos.resolve("test")).size(64, 64).classes(train.classNames()).load();
 * }</pre>
 *
 * <p>PNG, JPEG, GIF (its first image), BMP and TIFF are read, told by their content, on all cores. Images are stretched to the size asked
 * for: by averaging over areas where that is smaller, linearly between pixels where it is larger. What is transparent shows white.
 * Values are taken as they are stored: colour profiles are not applied, nor is the orientation that a camera writes beside them (EXIF), as
 * with Keras and torchvision. Of 16 bits the upper 8 count. Any other file is a bad row; those whose name begins with a dot, {@code
 * Thumbs.db} and {@code desktop.ini} are passed over.
 */
public final class ImageFolder extends RowReader<ImageFolder> {
    private static final int GREY = 1;
    private static final int COLOUR = 3;

    private final Path folder;
    private int height;
    private int width;
    private int channels = COLOUR;
    private boolean cropped;
    private List<String> classes = List.of();
    private long seed;
    private boolean shuffled;

    private ImageFolder(Path folder) {
        this.folder = folder;
    }

    /** A folder to read; nothing is opened before {@link #load} or {@link #open}. */
    public static ImageFolder read(Path folder) {
        return new ImageFolder(DataFiles.required(folder));
    }

    /**
     * The size of all rows, which has to be given: {@code @Network(input = {height, width, 3})}, 1 for grey.
     *
     * @param height in pixels, at least 1
     * @param width in pixels, at least 1
     * @throws IllegalArgumentException if one is less, or a row would have more than 2^27 pixels
     */
    public ImageFolder size(int height, int width) {
        if (height < 1 || width < 1 || (long) height * width > 1 << 27) {
            throw new IllegalArgumentException(
                    "size(" + height + ", " + width + "): must be at least 1 each, at most 2^27 pixels in all");
        }
        this.height = height;
        this.width = width;
        return this;
    }

    /** One channel instead of three: 0.299 red + 0.587 green + 0.114 blue. */
    public ImageFolder grey() {
        channels = GREY;
        return this;
    }

    /** Cuts the middle out of each image, as large as the ratio of the sides allows, instead of stretching it. */
    public ImageFolder cropped() {
        cropped = true;
        return this;
    }

    /**
     * Fixes which class has which label, as test data needs that may lack a class: pass the training set's {@code classNames()}. A
     * folder that is none of them is refused. By default they are the names of all folders, sorted (Unicode order).
     *
     * @param names the class of label 0, of label 1, and so on
     * @throws IllegalArgumentException if a name occurs twice
     */
    public ImageFolder classes(List<String> names) {
        classes = ClassIndex.distinct(names);
        return this;
    }

    /** Fixes which class has which label, see {@link #classes(List)}. */
    public ImageFolder classes(String... names) {
        return classes(List.of(names));
    }

    /**
     * Reads in an order that depends on the seed alone, instead of class by class: blocks then have rows of all classes.
     *
     * @param seed any number
     */
    public ImageFolder shuffled(long seed) {
        this.seed = seed;
        shuffled = true;
        return this;
    }

    @Override
    protected ImageFolder self() {
        return this;
    }

    @Override
    protected Blocks blocks(Problems problems) {
        if (height == 0) {
            throw new IllegalStateException("no size: call size(height, width), which all rows will have");
        }
        ImageList images = ImageList.of(folder, classes);
        int count = images.files().size();
        int[] order = shuffled ? Order.shuffled(count, seed, 0) : Order.sequential(count);
        return new ImageBlocks(images, order, new ImageShape(height, width, channels, cropped), problems);
    }
}
