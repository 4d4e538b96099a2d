package io.regulus.processor.check;

import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.TaskSpec;

/**
 * An output of the network.
 *
 * @param field the layer
 * @param task what it is for
 */
public record Output(FieldSpec field, TaskSpec task) {}
