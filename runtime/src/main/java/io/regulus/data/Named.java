package io.regulus.data;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Inputs or targets of a dataset with their name.
 *
 * @param name that of a field of the network, or {@link #UNNAMED}
 */
record Named<C>(String name, C values) {
    /** Name of the inputs, and of the targets, of a dataset that was made without names: it has one set of them. */
    static final String UNNAMED = "";

    static <C> List<Named<C>> map(List<Named<C>> all, UnaryOperator<C> change) {
        return all.stream()
                .map(one -> new Named<>(one.name, change.apply(one.values)))
                .toList();
    }

    /** The names that were given. */
    static <C> List<String> names(List<Named<C>> all) {
        return all.stream()
                .map(Named::name)
                .filter(name -> !name.equals(UNNAMED))
                .toList();
    }

    /** The only ones there are. */
    static <C> C only(List<Named<C>> all, String what, String method) {
        if (all.size() > 1) {
            throw new IllegalStateException("this dataset has several " + what + ", " + names(all)
                    + ": name one, as in " + method + "(\"" + all.get(0).name + "\")");
        }
        return all.get(0).values;
    }

    /** Those of a name. Without a stream: the training loop asks once a step. */
    static <C> C of(List<Named<C>> all, String what, String name) {
        for (int i = 0; i < all.size(); i++) {
            Named<C> one = all.get(i);
            if (one.name.equals(name) || one.name.equals(UNNAMED)) {
                return one.values;
            }
        }
        throw new IllegalArgumentException("no " + what + " '" + name + "'; there are " + names(all));
    }

    /** What stands before it in a message. */
    String prefix() {
        return name.equals(UNNAMED) ? "" : name + ": ";
    }
}
