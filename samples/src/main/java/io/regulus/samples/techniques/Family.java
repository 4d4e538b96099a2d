package io.regulus.samples.techniques;

import java.util.List;

/**
 * Techniques of one kind.
 *
 * @param name of the kind, in the plural
 * @param techniques in the order of the list
 */
public record Family(String name, List<Technique> techniques) {
    /** Of these. */
    public static Family of(String name, Technique... techniques) {
        return new Family(name, List.of(techniques));
    }
}
