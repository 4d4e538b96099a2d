package io.regulus.model;

import io.regulus.rows.RowEncoder;
import io.regulus.train.Attachments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is attached to a model. Of all texts it knows one: how rows are encoded, without which a network of records means nothing. */
final class ModelTexts implements Attachments {
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> texts() {
        return texts;
    }

    @Override
    public List<String> differences(Map<String, String> before) {
        List<String> differences = new ArrayList<>();
        before.forEach((name, text) -> {
            if (!name.equals(TypedRows.ATTACHMENT)
                    && !texts.getOrDefault(name, text).equals(text)) {
                differences.add(
                        "'" + name + "', which is attached to the model, holds another text: attach that of the run");
            }
        });
        differences.addAll(rows(before.get(TypedRows.ATTACHMENT), texts.get(TypedRows.ATTACHMENT)));
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
