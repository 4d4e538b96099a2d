package io.regulus.annotations;

/**
 * The type of every field that stands for a layer. It has no instances: the field is a place for annotations, read at
 * compile time; neither the field nor its class is ever used at run time.
 */
public final class Layer {
    private Layer() {}
}
