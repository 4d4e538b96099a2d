package io.regulus.processor.read;

import io.regulus.processor.spec.BlockWidth;
import io.regulus.processor.spec.NumberUse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Writes an annotation the way a person would: only what was written, and no more braces or digits than needed. */
final class AnnotationText extends SimpleAnnotationValueVisitor14<String, Void> {
    private static final AnnotationText TEXT = new AnnotationText();

    private AnnotationText() {}

    /** The annotation as source, such as {@code @Dense(units = 10)}. */
    static String of(AnnotationMirror mirror) {
        Map<? extends ExecutableElement, ? extends AnnotationValue> values = mirror.getElementValues();
        boolean onlyValue = values.size() == 1
                && values.keySet().iterator().next().getSimpleName().contentEquals("value");
        String inner = values.entrySet().stream()
                .map(entry -> (onlyValue ? "" : entry.getKey().getSimpleName() + " = ") + TEXT.visit(entry.getValue()))
                .collect(Collectors.joining(", "));
        return "@" + Annotations.simpleName(mirror) + (inner.isEmpty() ? "" : "(" + inner + ")");
    }

    @Override
    public String visitInt(int value, Void none) {
        return BlockWidth.isShare(value) ? BlockWidth.text(value) : Integer.toString(value);
    }

    @Override
    public String visitDouble(double value, Void none) {
        return NumberUse.shortText(value);
    }

    @Override
    public String visitString(String value, Void none) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return "\"" + escaped + "\"";
    }

    @Override
    public String visitEnumConstant(VariableElement constant, Void none) {
        return constant.getSimpleName().toString();
    }

    @Override
    public String visitArray(List<? extends AnnotationValue> values, Void none) {
        String inner = values.stream().map(this::visit).collect(Collectors.joining(", "));
        return values.size() == 1 ? inner : "{" + inner + "}";
    }

    @Override
    protected String defaultAction(Object value, Void none) {
        return value.toString();
    }
}
