package models;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdversarialTraining;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.ClassWeights;
import io.regulus.annotations.Dense;
import io.regulus.annotations.FocalLoss;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Standardize;

/** A rare class, and inputs that somebody may bend. */
@Network(input = 30)
@BinaryClassifier
@ClassWeights({0.25, 0.75})
@FocalLoss
@AdversarialTraining(epsilon = 0.05)
@Standardize
@Adam
abstract class Fraud {
  @Dense(units = 32, activation = RELU) Layer hidden;
  @Dense(units = 1) Layer logit;
}
