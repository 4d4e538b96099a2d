package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.NameIndex;
import io.regulus.data.Order;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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
    private final Choices choices;

    /** What was set; changed only while a copy is made. */
    private static final class Choices {
        private int height;
        private int width;
        private int channels = COLOUR;
        private boolean cropped;
        private List<String> classes = List.of();
        private long seed;
        private boolean shuffled;

        Choices() {}

        Choices(Choices other) {
            height = other.height;
            width = other.width;
            channels = other.channels;
            cropped = other.cropped;
            classes = other.classes;
            seed = other.seed;
            shuffled = other.shuffled;
        }

        ImageShape shape() {
            if (height == 0) {
                throw new IllegalStateException("no size: call size(height, width), which all rows will have");
            }
            return new ImageShape(height, width, channels, cropped);
        }

        int[] order(int count) {
            return shuffled ? Order.shuffled(count, seed, 0) : Order.sequential(count);
        }
    }

    private ImageFolder(Path folder, Choices choices, BadRows badRows) {
        super(badRows);
        this.folder = folder;
        this.choices = choices;
    }

    private ImageFolder with(Consumer<Choices> change) {
        Choices changed = new Choices(choices);
        change.accept(changed);
        return new ImageFolder(folder, changed, badRows());
    }

    /** A folder to read; nothing is opened before {@link #load} or {@link #open}. */
    public static ImageFolder read(Path folder) {
        return new ImageFolder(DataFiles.required(folder), new Choices(), BadRows.REFUSE);
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
        return with(changed -> {
            changed.height = height;
            changed.width = width;
        });
    }

    /** One channel instead of three: 0.299 red + 0.587 green + 0.114 blue. */
    public ImageFolder grey() {
        return with(changed -> changed.channels = GREY);
    }

    /** Cuts the middle out of each image, as large as the ratio of the sides allows, instead of stretching it. */
    public ImageFolder cropped() {
        return with(changed -> changed.cropped = true);
    }

    /**
     * Fixes which class has which label, as test data needs that may lack a class: pass the training set's {@code classNames()}. A
     * folder that is none of them is refused. By default they are the names of all folders, sorted (Unicode order).
     *
     * @param names the class of label 0, of label 1, and so on
     * @throws IllegalArgumentException if a name occurs twice
     */
    public ImageFolder classes(List<String> names) {
        List<String> distinct = NameIndex.inOrder(names).names();
        return with(changed -> changed.classes = distinct);
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
        return with(changed -> {
            changed.seed = seed;
            changed.shuffled = true;
        });
    }

    @Override
    protected ImageFolder with(BadRows policy) {
        return new ImageFolder(folder, choices, policy);
    }

    @Override
    protected Blocks blocks(Problems problems) {
        ImageShape shape = choices.shape();
        ImageList images = ImageList.of(folder, choices.classes);
        return new ImageBlocks(images, choices.order(images.files().size()), shape, problems);
    }
}
