package io.regulus.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import io.regulus.save.ElementType;
import io.regulus.save.NamedTensor;
import io.regulus.save.SaveFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The tree of an HDF5 file as Keras writes it (keras/src/saving/saving_lib.py): a group per object, named by its class or by the attribute
 * that holds it; in its group {@code vars} its weights by number, and as attribute {@code name} the name of the layer.
 */
final class KerasFile {
    private static final String WEIGHTS = "model.weights.h5";
    private static final String LAYERS = "layers";
    private static final String VARS = "vars";
    /** The longest array that there is, about. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private static final int MOST_DEPTH = 64;
    private static final byte[] ZIP = {'P', 'K'};

    private final Path file;
    private final List<NamedTensor> tensors = new ArrayList<>();

    KerasFile(Path file) {
        this.file = file;
    }

    List<NamedTensor> tensors() {
        byte[] bytes = bytes();
        try (HdfFile hdf = HdfFile.fromBytes(bytes)) {
            requireKeras3(hdf);
            read(hdf, "", false, 0);
            return List.copyOf(tensors);
        } catch (SaveFormatException failure) {
            throw failure;
        } catch (RuntimeException broken) {
            // jHDF follows the offsets in the file, which in a damaged one lead to failures of any kind
            throw new SaveFormatException(
                    file + ": no whole HDF5 file: " + reason(broken)
                            + ". Give a .weights.h5 or .keras file of Keras 3, or restore it from a copy",
                    broken);
        }
    }

    private static String reason(RuntimeException broken) {
        return broken instanceof HdfException ? broken.getMessage() : "its parts do not fit together";
    }

    private byte[] bytes() {
        try {
            return isZip() ? unzipped() : whole();
        } catch (ZipException broken) {
            throw new SaveFormatException(
                    file + ": no whole .keras file: " + broken.getMessage() + ". Restore it from a copy", broken);
        } catch (IOException failure) {
            String reason = failure instanceof NoSuchFileException
                    ? "there is no such file; check the path"
                    : failure.getMessage();
            throw new UncheckedIOException("cannot read " + file + ": " + reason, failure);
        }
    }

    private boolean isZip() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private byte[] whole() throws IOException {
        requireThatItFits(Files.size(file), "it");
        return Files.readAllBytes(file);
    }

    private void requireThatItFits(long bytes, String what) {
        if (bytes > MOST_BYTES) {
            throw new SaveFormatException(file + ": " + what + " has " + bytes + " bytes, and at most " + MOST_BYTES
                    + " are read; save the model in parts of fewer weights");
        }
    }

    private byte[] unzipped() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry weights = zip.getEntry(WEIGHTS);
            if (weights == null) {
                throw new SaveFormatException(file + ": there is no " + WEIGHTS
                        + " in it; give a file that Keras 3 wrote in one piece, model.save(\"net.keras\")");
            }
            long size = weights.getSize();
            requireThatItFits(size, WEIGHTS + " in it");
            try (InputStream in = zip.getInputStream(weights)) {
                byte[] bytes = in.readNBytes((int) size);
                if (bytes.length < size || in.read() >= 0) {
                    throw new SaveFormatException(file + ": no whole .keras file: " + WEIGHTS + " in it has "
                            + (bytes.length < size ? "fewer" : "more") + " than the " + size
                            + " bytes that are said to be there. Restore it from a copy");
                }
                return bytes;
            }
        }
    }

    private void requireKeras3(Group root) {
        if (root.getAttribute("layer_names") != null || root.getChild("model_weights") != null) {
            throw new SaveFormatException(file + ": a file of Keras 2; load it there in Keras 3 and save it anew:"
                    + " model.save_weights(\"net.weights.h5\")");
        }
    }

    /**
     * Reads a group and all below it.
     *
     * @param name of the object, as weights are named by it
     * @param container whether its children are the layers of a list
     * @param depth groups above it; a damaged file may have a group within itself
     */
    private void read(Group group, String name, boolean container, int depth) {
        if (depth > MOST_DEPTH) {
            throw new SaveFormatException(file + ": groups lie in one another more than " + MOST_DEPTH
                    + " deep, which no model of Keras has. Restore it from a copy");
        }
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            String key = child.getKey();
            if (!(child.getValue() instanceof Group object) || (name.isEmpty() && key.equals("optimizer"))) {
                continue;
            }
            if (key.equals(VARS)) {
                object.getChildren().forEach((number, variable) -> {
                    if (variable instanceof Dataset values) {
                        tensors.add(tensor(below(name, number), values));
                    }
                });
            } else if (key.equals(LAYERS) && !container) {
                read(object, name, true, depth + 1);
            } else {
                read(object, below(name, container ? layerName(object, key) : key), false, depth + 1);
            }
        }
    }

    private static String below(String name, String key) {
        return name.isEmpty() ? key : name + "/" + key;
    }

    /** The name of a layer; older files say nothing but its class and number, as in {@code dense_1}. */
    private static String layerName(Group layer, String key) {
        Attribute name = layer.getChild(VARS) instanceof Group vars ? vars.getAttribute("name") : null;
        return name == null ? key : name.getData().toString();
    }

    private NamedTensor tensor(String name, Dataset values) {
        long[] shape = values.getDimensionsAsLong();
        Object flat = values.isScalar() ? array(values.getData()) : values.getDataFlat();
        if (flat instanceof float[] floats) {
            return NamedTensor.of(name, floats, shape);
        }
        if (flat instanceof double[] doubles) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(doubles.length, Double.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(doubles);
            return new NamedTensor(name, ElementType.F64, shape, bytes);
        }
        if (flat instanceof int[] ints) {
            return NamedTensor.of(name, Arrays.stream(ints).asLongStream().toArray(), shape);
        }
        if (flat instanceof long[] longs) {
            return NamedTensor.of(name, longs, shape);
        }
        throw new SaveFormatException(file + ": weight '" + name + "' "
                + Arrays.toString(shape) + " holds " + values.getDataType()
                + ", and float32, float64, int32 and int64 are read; save it as float32");
    }

    private static Object array(Object scalar) {
        if (scalar instanceof Float value) {
            return new float[] {value};
        }
        if (scalar instanceof Double value) {
            return new double[] {value};
        }
        return scalar instanceof Number value ? new long[] {value.longValue()} : scalar;
    }
}
