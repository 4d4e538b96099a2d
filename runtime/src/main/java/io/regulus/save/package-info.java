/**
 * Saved models. {@link io.regulus.save.ModelFile} writes and reads a model's variables in the safetensors format,
 * which holds numbers and text only: nothing in a file is ever run or deserialised as a Java object.
 */
package io.regulus.save;
