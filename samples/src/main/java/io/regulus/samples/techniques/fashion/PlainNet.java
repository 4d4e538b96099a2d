package io.regulus.samples.techniques.fashion;

import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Network;

/** The network as it is, without regularisation: what all others are compared with. */
@Network(input = {28, 28, 1})
@Classifier(classes = 10)
@Adam
abstract class PlainNet {
    Features features;

    Head head;
}
