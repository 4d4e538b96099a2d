package io.regulus.processor.check;

import io.regulus.processor.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on a model class.
 *
 * @param model the network, present if and only if no problem is an error
 * @param problems what was found, errors and advice
 */
public record CheckResult(Optional<ValidModel> model, List<Problem> problems) {
    public CheckResult {
        problems = List.copyOf(problems);
    }
}
