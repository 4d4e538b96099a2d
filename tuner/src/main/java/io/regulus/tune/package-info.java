/** Searches over the hyperparameters of generated models, and over several classes of models: {@link io.regulus.tune.Tuner}. */
package io.regulus.tune;
