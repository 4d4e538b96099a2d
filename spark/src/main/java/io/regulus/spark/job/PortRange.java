package io.regulus.spark.job;

import java.io.Serializable;

/**
 * Ports of which each process takes one that is free on its machine.
 *
 * @param first 0, with last 0, for any
 * @param last at least the first, at most 65535
 */
public record PortRange(int first, int last) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Any port. */
    public static final PortRange ANY = new PortRange(0, 0);

    public PortRange {
        boolean any = first == 0 && last == 0;
        if (!any && (first < 1 || last < first || last > 65535)) {
            throw new IllegalArgumentException("ports " + first + " to " + last
                    + ": give two of 1 to 65535, the smaller one first, or 0 and 0 for any");
        }
    }

    @Override
    public String toString() {
        return first == 0 ? "any" : first + " to " + last;
    }
}
