package io.regulus.train;

import com.google.gson.JsonObject;
import io.regulus.data.Dataset;
import io.regulus.data.NameIndex;
import io.regulus.json.CheckedJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the classes that a network was trained on. They belong to the model and are saved with it, so that a label stands for the
 * same class in every fit and every evaluation, those of other processes too.
 */
public final class ClassNames {
    /** The name under which they are attached. */
    public static final String ATTACHMENT = "regulus.classes";

    private static final int FORMAT = 1;
    private static final String NAMES = "names";

    private final Attachments attachments;

    /** Those of the model that has these texts. */
    public ClassNames(Attachments attachments) {
        this.attachments = attachments;
    }

    /** In the order of their labels; none where none were known in training. */
    public List<String> known() {
        return Optional.ofNullable(attachments.texts().get(ATTACHMENT))
                .map(text -> CheckedJson.parse("the saved list of classes", FORMAT, text)
                        .texts(NAMES))
                .orElse(List.of());
    }

    /**
     * Replaces them.
     *
     * @param names in the order of their labels; none to know none
     * @throws IllegalArgumentException if one occurs twice
     */
    public void replace(List<String> names) {
        if (names.isEmpty()) {
            attachments.remove(ATTACHMENT);
            return;
        }
        JsonObject json = CheckedJson.object(FORMAT);
        json.add(NAMES, CheckedJson.array(NameIndex.inOrder(names).names()));
        attachments.add(Map.of(ATTACHMENT, json.toString()));
    }

    /**
     * Takes those of the training data, where none are known yet.
     *
     * @throws IllegalArgumentException if others are known
     */
    void learn(String role, Dataset data) {
        List<String> known = known();
        DataCheck.classes(role, data, known);
        if (known.isEmpty() && !data.classNames().isEmpty()) {
            replace(data.classNames());
        }
    }

    /**
     * Does nothing where the data has no names, or these.
     *
     * @throws IllegalArgumentException if it has others
     */
    void check(String role, Dataset data) {
        DataCheck.classes(role, data, known());
    }
}
