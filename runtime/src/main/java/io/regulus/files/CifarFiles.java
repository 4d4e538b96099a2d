package io.regulus.files;

import io.regulus.data.Blocks;
import java.nio.file.Path;
import java.util.List;

/**
 * The binary version of CIFAR-10 and CIFAR-100: 32 x 32 pixels in colour, rows of bytes in the order height, width, channels. Files may be
 * gzip; that is told by their content. The classes are named where the list of their names lies beside the first file, as it does in the
 * archive: {@code batches.meta.txt}, {@code fine_label_names.txt} or {@code coarse_label_names.txt}.
 *
 * <pre>{@code
 * Dataset train = CifarFiles.cifar10(folder.resolve("data_batch_1.bin"), folder.resolve("data_batch_2.bin")).load();
 * Dataset fine = CifarFiles.cifar100(folder.resolve("train.bin")).load();
 * Dataset coarse = CifarFiles.cifar100(folder.resolve("train.bin")).coarse().load();
 * }</pre>
 */
public final class CifarFiles extends RowReader<CifarFiles> {
    private final List<Path> files;
    private final CifarFormat format;

    private CifarFiles(List<Path> files, CifarFormat format, BadRows badRows) {
        super(badRows);
        this.files = files;
        this.format = format;
    }

    /** Files of CIFAR-10, read one after the other: a byte of label, 0 to 9, before each image. */
    public static CifarFiles cifar10(Path... files) {
        return new CifarFiles(DataFiles.required(files), CifarFormat.CIFAR_10, BadRows.REFUSE);
    }

    /** Files of CIFAR-100, read one after the other: of the two labels of each image the fine one, 0 to 99. */
    public static CifarFiles cifar100(Path... files) {
        return new CifarFiles(DataFiles.required(files), CifarFormat.CIFAR_100_FINE, BadRows.REFUSE);
    }

    /**
     * Takes the coarse labels of CIFAR-100, 0 to 19.
     *
     * @throws IllegalStateException for CIFAR-10, which has one label
     */
    public CifarFiles coarse() {
        if (format == CifarFormat.CIFAR_10) {
            throw new IllegalStateException("coarse(): CIFAR-10 has one label for each image; CIFAR-100 has two");
        }
        return new CifarFiles(files, CifarFormat.CIFAR_100_COARSE, badRows());
    }

    @Override
    protected CifarFiles with(BadRows policy) {
        return new CifarFiles(files, format, policy);
    }

    @Override
    protected Blocks blocks(Problems problems) {
        return new CifarBlocks(files, format, problems);
    }
}
