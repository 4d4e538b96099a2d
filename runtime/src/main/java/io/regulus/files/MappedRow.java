package io.regulus.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A row and the object that was made of it, or what is wrong with it.
 *
 * @param row null where something is wrong
 * @param flaws what its values do not hold, or what makes the object unusable
 * @param refusal why its class refuses values that have no flaw
 */
record MappedRow<R>(R row, List<RowFlaw> flaws, Optional<RuntimeException> refusal) {
    /** What to do where a class refuses values, without a full stop. */
    static final String REFUSAL_CURE = "Correct the values, or what the constructor of the class allows";

    /**
     * Makes the object of a row.
     *
     * @param texts what is written for a column, by its name; stripped, and empty where it is missing
     */
    static <R> MappedRow<R> of(RowMapper<R> mapper, UnaryOperator<String> texts) {
        Fields fields = new Fields(texts, new ArrayList<>());
        R row;
        try {
            row = mapper.map(new RowFields(fields));
        } catch (RuntimeException refusal) {
            // what stands for a field that was no number may be what the class refuses
            return fields.flaws().isEmpty()
                    ? new MappedRow<>(null, List.of(), Optional.of(refusal))
                    : new MappedRow<>(null, fields.flaws(), Optional.empty());
        }
        List<RowFlaw> flaws = fields.flaws().isEmpty() ? mapper.flaws(row) : fields.flaws();
        return new MappedRow<>(flaws.isEmpty() ? row : null, flaws, Optional.empty());
    }

    /** Whether nothing is wrong with it. */
    boolean isWhole() {
        return flaws.isEmpty() && refusal.isEmpty();
    }

    /** The fields of a row, and what is wrong with them. */
    private record Fields(UnaryOperator<String> texts, List<RowFlaw> flaws) implements RowFields.Source {
        @Override
        public String text(String column) {
            return texts.apply(column);
        }

        @Override
        public void report(String column, String reason, String cure) {
            flaws.add(new RowFlaw(column, reason, cure));
        }
    }

    /** Such as {@code is refused by its class: age -1 is none}. */
    static String refused(RuntimeException refusal) {
        return "is refused by its class: " + Objects.requireNonNullElse(refusal.getMessage(), refusal.toString());
    }

    /**
     * The object.
     *
     * @throws IllegalArgumentException naming all that is wrong
     */
    R orThrow() {
        refusal.ifPresent(cause -> {
            throw new IllegalArgumentException("the row " + refused(cause) + ". " + REFUSAL_CURE + ".", cause);
        });
        if (!flaws.isEmpty()) {
            String problems = flaws.stream().map(RowFlaw::inColumn).collect(Collectors.joining("; "));
            Set<String> cures = flaws.stream().map(RowFlaw::cure).collect(Collectors.toCollection(LinkedHashSet::new));
            throw new IllegalArgumentException(problems + ". " + String.join(". ", cures) + ".");
        }
        return row;
    }
}
