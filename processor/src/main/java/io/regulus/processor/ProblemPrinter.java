package io.regulus.processor;

import io.regulus.processor.problem.Problem;
import io.regulus.processor.read.MirrorPlace;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints problems where they were found. */
final class ProblemPrinter {
    private final Messager messager;
    private final AdviceLevel advice;

    ProblemPrinter(Messager messager, AdviceLevel advice) {
        this.messager = messager;
        this.advice = advice;
    }

    void print(List<Problem> problems) {
        problems.forEach(problem -> kind(problem).ifPresent(kind -> print(kind, problem)));
    }

    private void print(Diagnostic.Kind kind, Problem problem) {
        if (problem.place() instanceof MirrorPlace place) {
            place.print(messager, kind, problem.message());
        } else {
            messager.printMessage(kind, problem.message());
        }
    }

    private Optional<Diagnostic.Kind> kind(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> Optional.of(Diagnostic.Kind.ERROR);
            case ADVICE -> advice.kind();
        };
    }
}
