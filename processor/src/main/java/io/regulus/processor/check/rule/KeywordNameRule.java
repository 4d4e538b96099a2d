package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import java.util.Set;

/** No name made from a field's name is a word of the language. */
public final class KeywordNameRule implements Rule {
    /** JLS 3.9: keywords, literals, and the words that name no type or no method. */
    private static final Set<String> WORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "true",
            "false",
            "null",
            "permits",
            "record",
            "sealed",
            "var",
            "yield");

    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.spec().fields()) {
            String variable = Names.variable(field.name());
            if (WORDS.contains(variable)) {
                problems.add(Code.KEYWORD_NAME, field.place(), field.name(), variable);
            }
        }
    }
}
