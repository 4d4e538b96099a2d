package io.regulus.samples.techniques;

import io.regulus.model.ModelType;
import io.regulus.train.Fit;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One way of training, for a row of the table.
 *
 * @param name as people know it
 * @param setting where it stands and with which numbers
 * @param trainer trains it
 */
public record Technique(String name, String setting, Trainer trainer) {
    public Technique {
        if (name.indexOf(',') >= 0 || setting.indexOf('|') >= 0) {
            throw new IllegalArgumentException(name + ": a name without commas, a setting without bars");
        }
    }

    /** A network of its own, trained like all. */
    public static Technique of(String name, String setting, ModelType<?> type) {
        return new Technique(name, setting, Trainer.fit(type));
    }

    /** A network of its own, whose fit has what others have not. */
    public static Technique of(String name, String setting, ModelType<?> type, UnaryOperator<Fit> change) {
        return new Technique(name, setting, Trainer.fit(type, change));
    }

    /** The name as typed on a command line: {@code l2-1e-4}. */
    public String id() {
        return idOf(name);
    }

    static String idOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^-|-$", "");
    }
}
