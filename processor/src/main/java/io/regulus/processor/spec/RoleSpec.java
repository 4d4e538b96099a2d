package io.regulus.processor.spec;

import io.regulus.annotations.MissingCategory;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.annotations.UnknownCategory;
import java.util.List;

/** What a component of a record is to a network, as written. */
public sealed interface RoleSpec extends Sourced {
    /** {@code @Numeric}. */
    record Numeric(Usage usage, Scaling scaling, MissingNumber missing, boolean flagged) implements RoleSpec {
        /** How many values it makes. */
        int width() {
            return flagged ? 2 : 1;
        }
    }

    /**
     * {@code @Categorical}.
     *
     * @param embedding length of the trained vector, 0 for one-hot values
     */
    record Categorical(
            Usage usage,
            List<Written<String>> listed,
            Written<Integer> size,
            Written<Integer> embedding,
            MissingCategory missing,
            UnknownCategory unknown)
            implements RoleSpec {
        public Categorical {
            listed = List.copyOf(listed);
        }

        /** The categories in their order; none where they are learned. */
        public List<String> names(ComponentType type) {
            return listed.isEmpty()
                    ? type.names()
                    : listed.stream().map(Written::value).toList();
        }

        /** How many places there are for categories. */
        public int places(ComponentType type) {
            List<String> names = names(type);
            return names.isEmpty() ? size.value() : names.size();
        }

        /** How many different values a row can have: the places, and that of missing ones where they have their own. */
        public int values(ComponentType type) {
            return places(type) + (missing == MissingCategory.OWN ? 1 : 0);
        }

        /** Whether it is looked up in a table. */
        public boolean isEmbedded() {
            return embedding.value() > 0;
        }
    }

    /** {@code @Label}. */
    record Label(Usage usage, Written<Boolean> standardize) implements RoleSpec {}

    /** {@code @RowWeight}. */
    record Weight(Usage usage) implements RoleSpec {}

    /** {@code @Ignored}. */
    record Ignored(Usage usage) implements RoleSpec {}
}
