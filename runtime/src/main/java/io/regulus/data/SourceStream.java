package io.regulus.data;

import java.util.OptionalLong;
import java.util.function.IntFunction;

/**
 * A stream of a known or unknown number of rows.
 *
 * @param rows how many, where it is known
 * @param pass opens an epoch
 */
record SourceStream(OptionalLong rows, IntFunction<Blocks> pass) implements DataStream {
    @Override
    public Blocks open(int epoch) {
        return pass.apply(epoch);
    }
}
