package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** No two fields differ by capitals only: their types would be one, or one where the file system ignores capitals. */
public final class NamesClashRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        Map<String, String> byType = new HashMap<>();
        for (FieldSpec field : draft.spec().fields()) {
            String type = field.typeName();
            String other = byType.putIfAbsent(type.toLowerCase(Locale.ROOT), field.name());
            if (other != null) {
                problems.add(Code.NAMES_CLASH, field.place(), field.name(), type, other);
            }
        }
    }
}
