package models;

import static io.regulus.annotations.ActivationFunction.RELU;

import io.regulus.annotations.*;

/** Against four pieces of advice, each accepted: on the class, on the field, on both. */
@Network(input = 16)
@Classifier(classes = 3)
@AdamW(weightDecay = 0.2)
@L2(1e-4)
@MixedPrecision
@AcceptAdvice({"RG107", "RG108", "RG106", "RG113"})
abstract class AcceptedAdvice {
  @Dense(units = 8, activation = RELU) @Dropout(p = 0.8) @AcceptAdvice("RG106") Layer head;
  @Dense(units = 3) @Dropout(p = 0.1) @AcceptAdvice("RG101") Layer logits;
}
