package io.regulus.engine;

/**
 * What comes out of a network, and what it is trained towards.
 *
 * @param name the field
 * @param target what stands against it
 */
public record OutputPort(String name, TargetPort<?> target) {}
