package io.regulus.report;

import java.util.List;

/**
 * An input or a layer of a network, as it is drawn.
 *
 * @param name of the field
 * @param operations what it does, in words; empty for an input
 * @param output shape of what it gives for one row, such as {@code [13, 13, 32]}
 * @param values how many values are trained in it
 * @param from names of the nodes whose outputs it reads, which stand before it in the list; none of an input
 */
public record NetworkNode(String name, String operations, String output, long values, List<String> from) {
    public NetworkNode {
        from = List.copyOf(from);
    }
}
