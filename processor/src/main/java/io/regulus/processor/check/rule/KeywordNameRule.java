package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;

/** No field is named like a word that Java does not call as a method: every layer is one, called by its name alone. */
public final class KeywordNameRule implements Rule {
    /** Of the words that may name a field the one that is no UnqualifiedMethodIdentifier (JLS 3.8). */
    private static final String YIELD = "yield";

    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.spec().fields()) {
            if (field.declaredName().equals(YIELD)) {
                problems.add(Code.KEYWORD_NAME, field.declaredPlace(), field.declaredName(), field.declaredName());
            }
        }
    }
}
