package io.regulus.processor.spec;

import java.util.List;

/**
 * The type of a record's component.
 *
 * @param kind what it is to us
 * @param nullable whether it can be null: a class and not a primitive type
 * @param packageName its package; empty for a primitive type
 * @param name its name within the package, as source
 * @param constants the constants of an enum, in their order; none for other types
 */
public record ComponentType(Kind kind, boolean nullable, String packageName, String name, List<String> constants) {
    public ComponentType {
        constants = List.copyOf(constants);
    }

    /** What a type is to us. */
    public enum Kind {
        FLOAT("Float"),
        DOUBLE("Double"),
        INT("Int"),
        LONG("Long"),
        BOOLEAN("Boolean"),
        STRING("Text"),
        ENUM("Constant"),
        OTHER("");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it in names of methods. */
        public String word() {
            return word;
        }

        /** Whether it is a number. */
        public boolean isNumber() {
            return this == FLOAT || this == DOUBLE || isWhole();
        }

        /** Whether it is a whole number. */
        public boolean isWhole() {
            return this == INT || this == LONG;
        }
    }

    /** The names that its values can have, in their order; none where they are not known. */
    public List<String> names() {
        return kind == Kind.BOOLEAN ? List.of("false", "true") : constants;
    }
}
