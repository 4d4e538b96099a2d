/** Weights of Keras 3 models, from {@code .weights.h5} and {@code .keras} files: {@link io.regulus.keras.KerasWeights}. */
package io.regulus.keras;
