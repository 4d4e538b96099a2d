package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** No two fields differ by capitals only: their types would be one, or one where the file system ignores capitals. */
public final class NamesClashRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        Map<String, String> byType = new HashMap<>();
        for (FieldSpec field : draft.spec().fields()) {
            for (String name : names(field)) {
                String type = FieldSpec.typeName(FieldSpec.identifier(name));
                String other = byType.putIfAbsent(type.toLowerCase(Locale.ROOT), name);
                if (other != null && !other.equals(name)) {
                    problems.add(Code.NAMES_CLASH, field.declaredPlace(), name, type, other);
                }
            }
        }
    }

    /** The names that generated code makes identifiers of: the layer's, its hyperparameters', and those of the blocks around it. */
    private static List<String> names(FieldSpec field) {
        List<String> names = new ArrayList<>();
        for (int end = field.name().indexOf('/'); end >= 0; end = field.name().indexOf('/', end + 1)) {
            names.add(field.name().substring(0, end));
        }
        names.add(field.name());
        names.add(field.name().replaceAll("/\\d+(?=/)", ""));
        return names;
    }
}
