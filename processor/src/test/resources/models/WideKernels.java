package models;

import io.regulus.annotations.*;

/** Networks in which one kind of kernel alone has 512 inputs and 512 outputs: mixed precision may gain there. */
interface WideKernels {
  @Network(input = {4, 512}) @Classifier(classes = 3) @Adam @MixedPrecision
  interface DenseOfSteps {
    @Dense(units = 512) @Activation(ActivationFunction.RELU) Layer each = null;
    @Flatten Layer flat = null;
    @Dense(units = 3) Layer logits = null;
  }

  @Network(input = {4, 512}) @Classifier(classes = 3) @Adam @MixedPrecision @AcceptAdvice("RG124")
  interface QueryOfAttention {
    @MultiHeadAttention(heads = 8, keyDim = 64, valueDim = 1, outputs = 1) Layer mixed = null;
    @Flatten Layer flat = null;
    @Dense(units = 3) Layer logits = null;
  }

  @Network(input = {4, 512}) @Classifier(classes = 3) @Adam @MixedPrecision @AcceptAdvice("RG124")
  interface ValueOfAttention {
    @MultiHeadAttention(heads = 8, keyDim = 1, valueDim = 64, outputs = 1) Layer mixed = null;
    @Flatten Layer flat = null;
    @Dense(units = 3) Layer logits = null;
  }

  @Network(input = {4, 2}) @Classifier(classes = 3) @Adam @MixedPrecision @AcceptAdvice("RG124")
  interface OutputOfAttention {
    @MultiHeadAttention(heads = 8, keyDim = 1, valueDim = 64, outputs = 512) Layer mixed = null;
    @Flatten Layer flat = null;
    @Dense(units = 3) Layer logits = null;
  }

  @Network(input = {4, 512}) @Classifier(classes = 3) @Adam @MixedPrecision @AcceptAdvice("RG124")
  interface AttentionOfBlock {
    @TransformerBlock(heads = 8, keyDim = 64, feedForward = 2) Layer encoded = null;
    @Flatten Layer flat = null;
    @Dense(units = 3) Layer logits = null;
  }

  @Network(input = {4, 512}) @Classifier(classes = 3) @Adam @MixedPrecision @AcceptAdvice("RG124")
  interface FeedForwardOfBlock {
    @TransformerBlock(heads = 1, keyDim = 2, feedForward = 512) Layer encoded = null;
    @Flatten Layer flat = null;
    @Dense(units = 3) Layer logits = null;
  }
}
