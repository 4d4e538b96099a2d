package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.INTERVAL;
import static io.regulus.processor.emit.RuntimeNames.NUMBERS;
import static io.regulus.processor.spec.FieldSpec.typeName;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.graph.Hyperparameter;
import io.regulus.processor.graph.HyperparameterGroup;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.spec.NumberUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes {@code XHyperparameters}: the numbers as records, with their ranges checked. */
final class HyperparametersEmitter {
    private static final ParameterizedTypeName NUMBER_MAP =
            ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), TypeName.DOUBLE.box());

    private final LayerGraph graph;
    private final GeneratedNames names;

    HyperparametersEmitter(LayerGraph graph) {
        this.graph = graph;
        this.names = new GeneratedNames(graph.type());
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.recordBuilder(names.hyperparameters())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The numbers of {@link $T} that change no shape, as annotated or as changed.\n\n",
                        names.annotated());
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        for (HyperparameterGroup group : graph.hyperparameters()) {
            components.addParameter(names.group(group.name()), group.name());
            type.addJavadoc("@param $L $L\n", group.name(), title(group));
        }
        type.recordConstructor(components.build())
                .addMethod(defaults())
                .addMethod(ofMap())
                .addMethod(toMap());
        for (HyperparameterGroup group : graph.hyperparameters()) {
            type.addMethod(with(group));
            type.addMethod(change(group));
        }
        graph.hyperparameters().forEach(group -> type.addType(group(group)));
        return type;
    }

    /** A name of ours beside the components, which bear the users' names. */
    private String free(String wanted) {
        return GeneratedNames.free(
                wanted,
                graph.hyperparameters().stream().map(HyperparameterGroup::name).toList());
    }

    private String title(HyperparameterGroup group) {
        return switch (group.name()) {
            case Hyperparameter.NETWORK -> "defaults of the class";
            case Hyperparameter.OPTIMIZER -> "the optimizer's";
            case Hyperparameter.TASK -> "the task's";
            default ->
                policy(group.name())
                        .map(text -> "those of " + Javadocs.code(text))
                        .orElse("those of " + (isInput(group.name()) ? "input" : "layer") + " {@code " + group.name()
                                + "}");
        };
    }

    private boolean isInput(String group) {
        return graph.inputs().stream().anyMatch(input -> input.name().equals(group));
    }

    /** The annotation of the class that a group belongs to. */
    private Optional<String> policy(String group) {
        return graph.policies().stream()
                .filter(policy -> policy.group().equals(group))
                .map(policy -> policy.usage().text())
                .findFirst();
    }

    private MethodSpec defaults() {
        return MethodSpec.methodBuilder("defaults")
                .addJavadoc("The numbers as annotated.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.hyperparameters())
                .addStatement("return $L", create(number -> CodeBlock.of("$L", NumberUse.text(number.value()))))
                .build();
    }

    private MethodSpec ofMap() {
        return MethodSpec.methodBuilder("of")
                .addJavadoc(
                        "Numbers by name, such as {@code $S}; those not named are as annotated.\n\n"
                                + "@throws IllegalArgumentException if a name is unknown or a number outside its range\n",
                        CodeBlock.of(
                                        "$L",
                                        key(graph.hyperparameters()
                                                .get(0)
                                                .numbers()
                                                .get(0)))
                                .toString())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(NUMBER_MAP, "numbers")
                .returns(names.hyperparameters())
                .addStatement("$T all = $T.merge(defaults().toMap(), numbers)", NUMBER_MAP, NUMBERS)
                .addStatement("return $L", create(number -> CodeBlock.of("all.get($S)", key(number))))
                .build();
    }

    private CodeBlock create(Function<Hyperparameter, CodeBlock> value) {
        CodeBlock groups = graph.hyperparameters().stream()
                .map(group -> CodeBlock.of(
                        "\nnew $T($L)",
                        names.group(group.name()),
                        group.numbers().stream().map(value).collect(CodeBlock.joining(", "))))
                .collect(CodeBlock.joining(","));
        return CodeBlock.of("new $T($L)", names.hyperparameters(), groups);
    }

    private MethodSpec toMap() {
        String map = free("numbers");
        MethodSpec.Builder toMap = MethodSpec.methodBuilder("toMap")
                .addJavadoc("Every number by name.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(NUMBER_MAP)
                .addStatement("$T $N = new $T<>()", NUMBER_MAP, map, LinkedHashMap.class);
        for (HyperparameterGroup group : graph.hyperparameters()) {
            for (Hyperparameter number : group.numbers()) {
                toMap.addStatement("$N.put($S, $N.$N())", map, key(number), number.group(), number.name());
            }
        }
        return toMap.addStatement("return $N", map).build();
    }

    private static String key(Hyperparameter number) {
        return number.group() + "." + number.name();
    }

    private MethodSpec with(HyperparameterGroup group) {
        String value = free("value");
        String others = graph.hyperparameters().stream()
                .map(other -> other.equals(group) ? value : other.name())
                .collect(Collectors.joining(", "));
        return MethodSpec.methodBuilder("with" + typeName(group.name()))
                .addJavadoc("With other numbers for {@code $L}.\n", group.name())
                .addModifiers(Modifier.PUBLIC)
                .addParameter(names.group(group.name()), value)
                .returns(names.hyperparameters())
                .addStatement("return new $T($L)", names.hyperparameters(), others)
                .build();
    }

    private MethodSpec change(HyperparameterGroup group) {
        ClassName type = names.group(group.name());
        String change = free("change");
        Hyperparameter first = group.numbers().get(0);
        return MethodSpec.methodBuilder("with" + typeName(group.name()))
                .addJavadoc(
                        "With changed numbers: {@code with$L(numbers -> numbers.with$L(...))}.\n",
                        typeName(group.name()),
                        typeName(first.name()))
                .addModifiers(Modifier.PUBLIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(UnaryOperator.class), type), change)
                .returns(names.hyperparameters())
                .addStatement("return with$L($N.apply($N))", typeName(group.name()), change, group.name())
                .build();
    }

    private TypeSpec group(HyperparameterGroup group) {
        ClassName type = names.group(group.name());
        List<Hyperparameter> numbers = group.numbers();
        TypeSpec.Builder record = TypeSpec.recordBuilder(type)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Numbers of {@code $L}.\n\n", group.name());
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        MethodSpec.Builder check = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
        for (Hyperparameter number : numbers) {
            record.addJavadoc("@param $L in $L; $L\n", number.name(), number.range(), Javadocs.code(number.source()));
            components.addParameter(TypeName.DOUBLE, number.name());
            check.addStatement(
                    "$T.parse($S).require($S, $N)", INTERVAL, number.range().toString(), key(number), number.name());
        }
        record.recordConstructor(components.build()).addMethod(check.build());
        for (Hyperparameter number : numbers) {
            String values = numbers.stream()
                    .map(other -> other.equals(number) ? "value" : other.name())
                    .collect(Collectors.joining(", "));
            record.addMethod(MethodSpec.methodBuilder("with" + typeName(number.name()))
                    .addJavadoc("With another {@code $L}.\n", number.name())
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(TypeName.DOUBLE, "value")
                    .returns(type)
                    .addStatement("return new $T($L)", type, values)
                    .build());
        }
        return record.build();
    }
}
