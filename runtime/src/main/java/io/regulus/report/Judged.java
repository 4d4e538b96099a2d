package io.regulus.report;

import io.regulus.train.Evaluation;
import java.util.List;

/**
 * A network asked after its training.
 *
 * @param evaluation loss and metrics
 * @param outputs what each output said
 */
public record Judged(Evaluation evaluation, List<Judgement> outputs) {
    public Judged {
        outputs = List.copyOf(outputs);
    }
}
