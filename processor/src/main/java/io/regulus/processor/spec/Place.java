package io.regulus.processor.spec;

/**
 * Where in the user's source something was written. Opaque on purpose: only the reader, which makes places, and the
 * messager, which prints at them, know what is inside, so that everything between them is free of {@code javax.lang.model}.
 */
public interface Place {
    /** For what is written in no source, such as a compiler option. */
    Place NOWHERE = new Place() {};
}
