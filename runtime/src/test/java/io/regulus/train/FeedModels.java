package io.regulus.train;

import io.regulus.annotations.Dense;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;

/** Whatever an engine needs to make buffers. */
final class FeedModels {
    private FeedModels() {}

    @Network(input = {3})
    @Regressor
    @Sgd
    abstract static class Small {
        @Dense(units = 1)
        Layer out;
    }
}
