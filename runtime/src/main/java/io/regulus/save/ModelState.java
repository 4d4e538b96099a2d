package io.regulus.save;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything of a model that is saved: with it, training goes on as if it had never stopped.
 *
 * @param modelName qualified name of the model class
 * @param seed the run's seed
 * @param hyperparameters values by name, as text
 * @param attachments texts that belong to the model, by name, such as how its rows are encoded
 * @param variables weights, moving statistics, optimizer state and step
 */
public record ModelState(
        String modelName,
        long seed,
        Map<String, String> hyperparameters,
        Map<String, String> attachments,
        List<NamedTensor> variables) {
    public ModelState {
        hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
        attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
        variables = List.copyOf(variables);
    }

    /**
     * The same state under another class name, for a model class that was renamed:
     *
     * <pre>{@code
     * ModelFile.write(folder, ModelFile.read(folder).withModelName("com.example.NewName"));
     * }</pre>
     */
    public ModelState withModelName(String name) {
        return new ModelState(name, seed, hyperparameters, attachments, variables);
    }
}
