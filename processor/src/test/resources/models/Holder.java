package models;

import io.regulus.annotations.*;

/** A nested model beside members that are no layers, and a dropout before a batch norm with weights between. */
final class Holder {
  @Network(input = {6, 6, 2})
  @BinaryClassifier(labelSmoothing = 0.1)
  @RmsProp(centered = true)
  @ExcludeFromDecay
  static final class Tiny {
    static final int UNITS = 4;
    private final String note = "no layer";

    @Dense(units = UNITS, activation = ActivationFunction.TANH) @Dropout(p = 0.2) private Layer first;
    @Dense(units = 2 * UNITS, useBias = true) @Activation(ActivationFunction.GELU) Layer record2;
    @Dense(units = UNITS) @BatchNorm(statistics = Statistics.UNBIASED) @L2(value = 1e-4, on = On.ALL) Layer normed;
    @Dense(units = 1) Layer logit;
  }
}
