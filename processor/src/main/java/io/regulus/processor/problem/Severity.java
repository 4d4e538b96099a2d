package io.regulus.processor.problem;

/** How bad a problem is. */
public enum Severity {
    /** Cannot work; nothing but stubs is generated. */
    ERROR,
    /** Works, but the practice of regularisation advises against it; a warning unless an option says otherwise. */
    ADVICE
}
