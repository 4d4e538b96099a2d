package io.regulus.benchmarks.compiler;

import java.util.Set;
import java.util.function.LongSupplier;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A processor whose time is taken. What it asks of the compiler counts as its own, as does the writing of what it
 * generates; that this is then parsed does not.
 */
final class TimedProcessor implements Processor {
    private final Processor processor;
    private final LongSupplier clock;
    private long nanoseconds;

    TimedProcessor(Processor processor, LongSupplier clock) {
        this.processor = processor;
        this.clock = clock;
    }

    double milliseconds() {
        return nanoseconds / 1e6;
    }

    @Override
    public Set<String> getSupportedOptions() {
        long start = clock.getAsLong();
        Set<String> options = processor.getSupportedOptions();
        stop(start);
        return options;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        long start = clock.getAsLong();
        Set<String> types = processor.getSupportedAnnotationTypes();
        stop(start);
        return types;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        long start = clock.getAsLong();
        SourceVersion version = processor.getSupportedSourceVersion();
        stop(start);
        return version;
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        long start = clock.getAsLong();
        processor.init(environment);
        stop(start);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        long start = clock.getAsLong();
        boolean claims = processor.process(annotations, round);
        stop(start);
        return claims;
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
        return processor.getCompletions(element, annotation, member, userText);
    }

    private void stop(long start) {
        nanoseconds += clock.getAsLong() - start;
    }
}
