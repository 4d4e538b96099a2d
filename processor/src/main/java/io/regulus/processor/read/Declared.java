package io.regulus.processor.read;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The top-level types of the source being compiled. What lies on the class path is not asked: there stand the generated
 * types of the last compile, and they are no one's but ours.
 */
public final class Declared {
    private final Set<String> names = new HashSet<>();

    /** Adds the types that a round brings. */
    public void addAll(RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            names.add(type.getQualifiedName().toString());
        }
    }

    /** Their qualified names. */
    public Set<String> names() {
        return Collections.unmodifiableSet(names);
    }
}
