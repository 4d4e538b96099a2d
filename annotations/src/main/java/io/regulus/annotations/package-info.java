/**
 * The annotations a model class is written with. They are read at compile time only, and this module depends on nothing:
 * whatever the annotation processor's path holds, TensorFlow is not on it.
 */
package io.regulus.annotations;
