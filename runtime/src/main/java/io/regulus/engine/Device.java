package io.regulus.engine;

/** What a model runs on. */
public enum Device {
    /** A GPU where TensorFlow finds one, else the CPU. */
    AUTO,
    /** The CPU, even where there is a GPU. */
    CPU,
    /** A GPU; where there is none, creating the model fails. */
    GPU
}
