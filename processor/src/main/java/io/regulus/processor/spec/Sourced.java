package io.regulus.processor.spec;

/** A spec that stems from one annotation. */
public interface Sourced {
    /** The annotation. */
    Usage usage();
}
