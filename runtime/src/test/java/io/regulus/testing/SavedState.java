package io.regulus.testing;

import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.model.Model;
import io.regulus.save.ModelFile;
import io.regulus.save.NamedTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every variable of a model, bit for bit: weights, moving statistics, slots of the optimizer, learning rate and step. */
public final class SavedState {
    private final Map<String, String> bits;

    private SavedState(Map<String, String> bits) {
        this.bits = bits;
    }

    /** The state now. */
    public static SavedState of(Model model) {
        try {
            Path folder = Files.createTempDirectory("regulus-state");
            try {
                model.save(folder);
                Map<String, String> bits = new LinkedHashMap<>();
                for (NamedTensor tensor : ModelFile.read(folder).variables()) {
                    bits.put(tensor.name(), HexFormat.of().formatHex(tensor.bytes()));
                }
                return new SavedState(bits);
            } finally {
                Files.deleteIfExists(folder.resolve(ModelFile.FILE_NAME));
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The variables' values in hexadecimal, by name. */
    public Map<String, String> bits() {
        return bits;
    }

    /** Fails unless the model is in this state. */
    public void assertStateOf(Model model) {
        assertWithMessage("variables").that(of(model).bits).isEqualTo(bits);
    }

    /** Fails if every variable of the model is as it was. */
    public void assertNotStateOf(Model model) {
        assertWithMessage("variables").that(of(model).bits).isNotEqualTo(bits);
    }
}
