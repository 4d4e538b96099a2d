package io.regulus.keras;

import io.regulus.interchange.ImportReport;
import io.regulus.interchange.WeightMapping;
import io.regulus.model.Model;
import io.regulus.save.NamedTensor;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads what Keras 3 saved: {@code model.save_weights("net.weights.h5")}, or {@code model.save("net.keras")}.
 *
 * <pre>{@code
 * ImportReport report = KerasWeights.load(model, Path.of("net.keras"), KerasWeights.KERAS
 *     .rename("block1", "conv2d")
 *     .rename("block1/norm", "batch_normalization")
 *     .requireAll());
 * }</pre>
 */
public final class KerasWeights {
    /**
     * Keras's layers, by the names that they were given or that Keras gave them: that of the field, {@code block1_norm} for the norm in the
     * field of another layer, {@code stage1_0_narrow} in blocks, unless they are renamed. A layer within a model within the model is {@code
     * inner/name}; one that a class of one's own holds in an attribute has the name of that.
     */
    public static final WeightMapping KERAS = WeightMapping.of(new KerasLayout());

    private KerasWeights() {}

    /** {@link #load(Model, Path, WeightMapping)} by Keras's layout, with the names of the fields. */
    public static ImportReport load(Model model, Path file) {
        return load(model, file, KERAS);
    }

    /**
     * Replaces weights of a model by those of the file. Everything is read and checked before the first is replaced; what does not match
     * stays as it is. Layers whose weights Keras does not have all, such as a norm with {@code scale=False}, are not loaded in part.
     *
     * @param file a {@code .weights.h5} or {@code .keras} file of Keras 3
     * @param mapping {@link #KERAS}, with names
     * @return what matched and what did not
     * @throws IllegalArgumentException if the mapping does not fit the model
     * @throws io.regulus.save.SaveFormatException if it is no whole file of this kind
     * @throws io.regulus.save.IncompatibleModelException if nothing matches, or under {@link WeightMapping#requireAll} not all
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static ImportReport load(Model model, Path file, WeightMapping mapping) {
        return model.importWeights(read(file), file.toString(), mapping);
    }

    /**
     * Every weight in the file but those of the optimizer: {@code dense/0} is the first one of the layer {@code dense}, {@code gru/cell/0} of
     * the cell within a layer.
     *
     * @throws io.regulus.save.SaveFormatException if it is no whole file of Keras 3
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static List<NamedTensor> read(Path file) {
        return new KerasFile(file).tensors();
    }
}
