package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.FILE_COLUMN;
import static io.regulus.processor.emit.RuntimeNames.ROW_FIELDS;
import static io.regulus.processor.emit.RuntimeNames.ROW_SCHEMA;
import static io.regulus.processor.emit.RuntimeNames.rows;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.ComponentType;
import io.regulus.processor.spec.ComponentType.Kind;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.RoleSpec;
import io.regulus.processor.spec.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code XRows}: what the components of a record are to a network, and how a row is read from a file. */
final class RowsEmitter {
    private final FeaturesSpec features;
    private final ClassName record;
    private final ParameterizedTypeName schema;

    RowsEmitter(FeaturesSpec features) {
        this.features = features;
        this.record = new GeneratedNames(features.type()).annotated();
        this.schema = ParameterizedTypeName.get(ROW_SCHEMA, record);
    }

    TypeSpec.Builder type() {
        return empty("How rows of {@link $T} are read and encoded.\n")
                .addField(FieldSpec.builder(schema, "SCHEMA", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "new $T<>(\n$>$>$S,\n$L,\n$L,\n$T::row)$<$<",
                                ROW_SCHEMA,
                                record.simpleName(),
                                columns(),
                                fileColumns(),
                                GeneratedNames.rows(features.type()))
                        .build())
                .addMethod(schemaMethod()
                        .addJavadoc("What the components are to a network; reads such rows from files too.\n")
                        .addStatement("return SCHEMA")
                        .build())
                .addMethod(row());
    }

    /** For a record with errors. */
    TypeSpec.Builder stub() {
        return empty("{@link $T} has errors.\n")
                .addMethod(schemaMethod()
                        .addStatement(
                                "throw new $T($S)", IllegalStateException.class, record.simpleName() + " has errors")
                        .build());
    }

    private TypeSpec.Builder empty(String doc) {
        return TypeSpec.classBuilder(GeneratedNames.rows(features.type()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                // whether a modular user re-exports the runtime is for the user to decide
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "exports")
                        .build())
                .addJavadoc(doc, record)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    private MethodSpec.Builder schemaMethod() {
        return MethodSpec.methodBuilder("schema")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(schema);
    }

    private CodeBlock columns() {
        return list(features.components().stream()
                .flatMap(component -> column(component).stream())
                .toList());
    }

    private static CodeBlock list(List<CodeBlock> items) {
        return CodeBlock.of("$T.of(\n$>$>$L)$<$<", List.class, items.stream().collect(CodeBlock.joining(",\n")));
    }

    /** What a network is told of a component; nothing of an ignored one. */
    private Optional<CodeBlock> column(ComponentSpec component) {
        RoleSpec role = component.role();
        if (role instanceof RoleSpec.Numeric number) {
            return Optional.of(column(
                    "NumericColumn",
                    component,
                    number(component),
                    constant(number.scaling()),
                    constant(number.missing()),
                    CodeBlock.of("$L", number.flagged())));
        }
        if (role instanceof RoleSpec.Categorical category) {
            return Optional.of(column(
                    "CategoricalColumn",
                    component,
                    name(component),
                    strings(category.names(component.type())),
                    CodeBlock.of("$L", category.places(component.type())),
                    CodeBlock.of("$L", category.isEmbedded()),
                    constant(category.missing()),
                    constant(category.unknown())));
        }
        if (role instanceof RoleSpec.Label label) {
            return Optional.of(
                    component.type().kind().isNumber()
                            ? column(
                                    "NumberLabel",
                                    component,
                                    number(component),
                                    CodeBlock.of("$L", label.standardize().value()))
                            : column(
                                    "NameLabel",
                                    component,
                                    name(component),
                                    strings(component.type().names())));
        }
        return role instanceof RoleSpec.Weight
                ? Optional.of(column("WeightColumn", component, number(component)))
                : Optional.empty();
    }

    /** A column of the runtime, by its name and what else it is made of, with the annotation that asks for it. */
    private static CodeBlock column(String type, ComponentSpec component, CodeBlock... values) {
        return CodeBlock.of(
                "// $L\nnew $T<>($S, $L)",
                component.role().usage().text(),
                rows(type),
                component.name(),
                Stream.of(values).collect(CodeBlock.joining(", ")));
    }

    private static CodeBlock constant(Enum<?> constant) {
        return CodeBlock.of("$T.$L", constant.getDeclaringClass(), constant);
    }

    /** A component as a double, NaN where it is missing. */
    private CodeBlock number(ComponentSpec component) {
        boolean asIs = component.type().kind().isNumber() && !component.type().nullable();
        return asIs
                ? CodeBlock.of("$T::$N", record, component.name())
                : CodeBlock.of("row -> $T.orMissing(row.$N())", rows("NumericColumn"), component.name());
    }

    /** A component as the name of a category or class, null where it is missing. */
    private CodeBlock name(ComponentSpec component) {
        return component.type().kind() == Kind.STRING
                ? CodeBlock.of("$T::$N", record, component.name())
                : CodeBlock.of("row -> $T.text(row.$N())", rows("CategoricalColumn"), component.name());
    }

    private static CodeBlock strings(List<String> names) {
        return CodeBlock.of(
                "$T.of($L)",
                List.class,
                names.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", ")));
    }

    private CodeBlock fileColumns() {
        return list(features.components().stream()
                .map(component -> CodeBlock.of(
                        component.role() instanceof RoleSpec.Label ? "$T.ofLabel($S, $L)" : "new $T($S, $L)",
                        FILE_COLUMN,
                        columnName(component),
                        isOptional(component)))
                .toList());
    }

    private static String columnName(ComponentSpec component) {
        return component.column().map(Written::value).orElse(component.name());
    }

    /** Files of rows to predict on have no labels, and a row without a label has null there. */
    private static boolean isOptional(ComponentSpec component) {
        boolean read = component.role() instanceof RoleSpec.Numeric || component.role() instanceof RoleSpec.Categorical;
        return component.type().nullable() && !read;
    }

    private MethodSpec row() {
        return MethodSpec.methodBuilder("row")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(ROW_FIELDS, "fields")
                .returns(record)
                .addStatement(
                        "return new $T($L)",
                        record,
                        features.components().stream()
                                .map(RowsEmitter::field)
                                .collect(CodeBlock.joining(",\n", "\n", "")))
                .build();
    }

    private static CodeBlock field(ComponentSpec component) {
        ComponentType type = component.type();
        String column = columnName(component);
        return switch (type.kind()) {
            case OTHER -> CodeBlock.of(type.nullable() ? "null" : "($L) 0", type.name());
            case ENUM ->
                CodeBlock.of(
                        "fields.getConstantOrNull($S, $T.class)",
                        column,
                        GeneratedNames.nested(type.packageName(), type.name()));
            default -> CodeBlock.of("fields.get$L$L($S)", type.kind().word(), type.nullable() ? "OrNull" : "", column);
        };
    }
}
