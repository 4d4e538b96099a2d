package models;

import static io.regulus.annotations.ActivationFunction.LEAKY_RELU;
import static io.regulus.annotations.ActivationFunction.SILU;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Activation;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Concat;
import io.regulus.annotations.Dense;
import io.regulus.annotations.ElasticNet;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.From;
import io.regulus.annotations.L1;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.On;
import io.regulus.annotations.RegressionLoss;
import io.regulus.annotations.Regressor;

/** A nested class with branches, penalties of every kind and decay groups. */
final class Prices {
  @Network(input = {12})
  @Regressor(outputs = 2, loss = RegressionLoss.HUBER, delta = 0.5)
  @AdamW(weightDecay = 0.01, excludeFromDecay = {"wide/*", "*/bias"})
  abstract static class Wide {
    @Dense(units = 8, activation = SILU) @From("input") Layer wide;
    @Dense(units = 16) @Activation(value = LEAKY_RELU, negativeSlope = 0.1) @From("input") @L1(value = 1e-3, proximal = true) Layer deep;
    @From({"wide", "deep"}) @Concat Layer both;
    @Dense(units = 4, activation = SILU) @ExcludeFromDecay Layer narrow;
    @Dense(units = 2) @ElasticNet(l1 = 1e-4, l2 = 1e-3, on = On.ALL) @AcceptAdvice("RG107") Layer values;
  }
}
