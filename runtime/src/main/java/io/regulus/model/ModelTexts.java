package io.regulus.model;

import io.regulus.rows.RowEncoder;
import io.regulus.train.Attachments;
import io.regulus.train.ClassNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is attached to a model. Of all texts it knows two: how rows are encoded, without which a network of records means nothing, and the
 * names of the classes.
 */
final class ModelTexts implements Attachments {
    /** Never changed, only exchanged: a prediction beside a change sees all texts before it or all after it. */
    private volatile Map<String, String> texts = Map.of();

    @Override
    public Map<String, String> texts() {
        return texts;
    }

    @Override
    public synchronized void add(Map<String, String> more) {
        Map<String, String> changed = new HashMap<>(texts);
        changed.putAll(more);
        texts = Map.copyOf(changed);
    }

    /** Adds a text unless there is one of that name. */
    synchronized boolean addIfAbsent(String name, String text) {
        if (texts.containsKey(name)) {
            return false;
        }
        add(Map.of(name, text));
        return true;
    }

    @Override
    public synchronized void remove(String name) {
        Map<String, String> changed = new HashMap<>(texts);
        changed.remove(name);
        texts = Map.copyOf(changed);
    }

    /** Forgets all and takes these. */
    synchronized void replace(Map<String, String> by) {
        texts = Map.copyOf(by);
    }

    @Override
    public List<String> differences(Map<String, String> before) {
        Map<String, String> now = texts;
        List<String> differences = new ArrayList<>();
        before.forEach((name, text) -> {
            if (!name.equals(TypedRows.ATTACHMENT)
                    && !now.getOrDefault(name, text).equals(text)) {
                differences.add(
                        name.equals(ClassNames.ATTACHMENT)
                                ? "the classes have other names than in the run, or another order: read the data with those of"
                                        + " the run"
                                : "'" + name
                                        + "', which is attached to the model, holds another text: attach that of the run");
            }
        });
        differences.addAll(rows(before.get(TypedRows.ATTACHMENT), now.get(TypedRows.ATTACHMENT)));
        return differences;
    }

    /** Both may be null: nothing was learned. */
    private static List<String> rows(String before, String now) {
        if (before == null && now == null) {
            return List.of();
        }
        if (before == null) {
            return List.of("this fit is on records, the run was on arrays: give fit the data of the run");
        }
        if (now == null) {
            return List.of("this fit is on arrays, the run was on records: give fit the records of the run");
        }
        List<String> columns = RowEncoder.differences(before, now);
        return columns.isEmpty()
                ? List.of()
                : List.of("what was learned of the training rows differs in " + String.join(", ", columns)
                        + ": give fit the training rows of the run");
    }
}
