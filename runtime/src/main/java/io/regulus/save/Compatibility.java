package io.regulus.save;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a saved model fits the class it is loaded into. */
public final class Compatibility {
    private static final int SHOWN = 20;

    private Compatibility() {}

    /**
     * Compares names, types and shapes.
     *
     * @param expected the variables of the class that loads
     * @param state what was saved
     * @param expectedModelName qualified name of the class that loads
     * @throws IncompatibleModelException if the class is another, or a variable is missing, unknown, or of another
     *     type or shape; up to 20 variables are listed
     */
    public static void check(List<VariableShape> expected, ModelState state, String expectedModelName) {
        List<String> differences = differences(expected, state.variables());
        boolean otherClass = !expectedModelName.equals(state.modelName());
        if (!otherClass && differences.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder();
        if (otherClass) {
            message.append("the model was saved from ")
                    .append(state.modelName())
                    .append(" and is loaded into ");
            message.append(expectedModelName).append(". ");
        } else {
            message.append(expectedModelName).append(" has changed since the model was saved. ");
        }
        if (differences.isEmpty()) {
            message.append("All variables fit: if the class was only renamed, ")
                    .append(renaming(expectedModelName))
                    .append("; else load it with ")
                    .append(state.modelName());
        } else {
            message.append(differences.size()).append(" variables differ:");
            differences.stream()
                    .limit(SHOWN)
                    .forEach(line -> message.append("\n  ").append(line));
            if (differences.size() > SHOWN) {
                message.append("\n  and ").append(differences.size() - SHOWN).append(" more");
            }
            message.append("\nLoad it with the class as it was when it was saved, or train this one anew.");
        }
        throw new IncompatibleModelException(message.toString());
    }

    /**
     * Compares the class and the names of its hyperparameters, which can be done before the network is built.
     *
     * @param expectedModelName qualified name of the class that loads
     * @param expectedNumbers names of its hyperparameters
     * @param state what was saved
     * @throws IncompatibleModelException if the class is another, or the saved model has a number that it has not
     */
    public static void check(String expectedModelName, Set<String> expectedNumbers, ModelState state) {
        if (!expectedModelName.equals(state.modelName())) {
            throw new IncompatibleModelException(
                    "the model was saved from " + state.modelName()
                            + " and is loaded into " + expectedModelName + ". Load it with " + state.modelName()
                            + "; if that class was only renamed, " + renaming(expectedModelName)
                            + ". To go on from some of its weights set them by name: setWeights(weights().with(name, values)).");
        }
        List<String> unknown = state.hyperparameters().keySet().stream()
                .filter(name -> !expectedNumbers.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IncompatibleModelException(expectedModelName
                    + " has changed since the model was saved: it has no hyperparameter " + String.join(", ", unknown)
                    + ".\nLoad it with the class as it was when it was saved, or train this one anew.");
        }
    }

    private static String renaming(String name) {
        return "rename the saved model once with ModelFile.write(folder, ModelFile.read(folder).withModelName(\"" + name
                + "\"))";
    }

    private static List<String> differences(List<VariableShape> expected, List<NamedTensor> saved) {
        Map<String, VariableShape> unmatched = new LinkedHashMap<>();
        saved.forEach(tensor -> unmatched.put(tensor.name(), tensor.variable()));
        List<String> differences = new ArrayList<>();
        for (VariableShape variable : expected) {
            VariableShape found = unmatched.remove(variable.name());
            if (found == null) {
                differences.add(variable.name() + ": missing from the saved model, expected " + variable.describe());
            } else if (!found.equals(variable)) {
                differences.add(
                        variable.name() + ": saved as " + found.describe() + ", expected " + variable.describe());
            }
        }
        unmatched
                .values()
                .forEach(extra -> differences.add(
                        extra.name() + ": saved as " + extra.describe() + ", but the class has no such variable"));
        return differences;
    }
}
