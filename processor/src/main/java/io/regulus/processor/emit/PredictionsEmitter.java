package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.DATASET;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.graph.InputNode;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.graph.OutputNode;
import io.regulus.processor.spec.TaskSpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes what users ask of {@code XModel}: predictions of rows, an argument per input, a result per output. */
final class PredictionsEmitter {
    static final String PREDICTIONS = "Predictions";
    private static final String PER_ROW =
            "any number of rows, each of shape $L flattened, the last dimension fastest\n";

    private final LayerGraph graph;
    private final ClassName model;
    private final ClassName record;

    PredictionsEmitter(LayerGraph graph) {
        this.graph = graph;
        this.model = new GeneratedNames(graph.type()).model();
        this.record = model.nestedClass(PREDICTIONS);
    }

    void addTo(TypeSpec.Builder type) {
        if (graph.outputs().size() > 1) {
            type.addMethod(ofRows("predict", record, allWords())
                    .addStatement("return predictionsOf(outputs($L))", rows())
                    .build());
            type.addMethod(ofData("predict", record, allWords())
                    .addStatement("return predictionsOf(outputs(data))")
                    .build());
            type.addMethod(make());
            type.addType(predictions());
            return;
        }
        OutputNode output = graph.outputs().get(0);
        String what = TaskEmitter.of(output).meaning();
        type.addMethod(ofRows("predict", returned(output), what)
                .addStatement("return $L", shaped(output, CodeBlock.of("predictions($L)", rows())))
                .build());
        type.addMethod(ofData("predict", returned(output), what)
                .addStatement("return $L", shaped(output, CodeBlock.of("predictions(data)")))
                .build());
        if (output.task() instanceof TaskSpec.Classifier) {
            type.addMethod(classify(
                    ofRowsParameters(MethodSpec.methodBuilder("classify")),
                    graph.inputs().stream().map(this::parameter).toList()));
            type.addMethod(
                    classify(MethodSpec.methodBuilder("classify").addParameter(DATASET, "data"), List.of("data")));
        }
    }

    private MethodSpec.Builder ofRows(String name, TypeName returned, String what) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addJavadoc("$L.\n\n", what);
        graph.inputs().forEach(input -> method.addJavadoc("@param $L " + PER_ROW, parameter(input), input.shape()));
        return ofRowsParameters(method.addModifiers(Modifier.PUBLIC)).returns(returned);
    }

    /** With a parameter per input. */
    MethodSpec.Builder ofRowsParameters(MethodSpec.Builder method) {
        graph.inputs().forEach(input -> method.addParameter(type(input), parameter(input)));
        return method;
    }

    private static MethodSpec.Builder ofData(String name, TypeName returned, String what) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L of the data, whose targets, if any, are not looked at.\n", what)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(DATASET, "data")
                .returns(returned);
    }

    private static MethodSpec classify(MethodSpec.Builder method, List<String> parameters) {
        method.addJavadoc("The likeliest class, row by row.\n\n");
        parameters.forEach(parameter -> method.addJavadoc("@param $L as for {@code predict}\n", parameter));
        return method.addModifiers(Modifier.PUBLIC)
                .returns(ArrayTypeName.of(TypeName.INT))
                .addStatement("return likeliest(predict($L))", String.join(", ", parameters))
                .build();
    }

    /** Name of the parameter for the rows of an input. */
    String parameter(InputNode input) {
        return graph.inputs().size() == 1 ? "rows" : input.name();
    }

    /** The rows of every input, as the model takes them. */
    private CodeBlock rows() {
        if (graph.inputs().size() == 1) {
            return CodeBlock.of("rows");
        }
        return graph.inputs().stream()
                .map(input -> CodeBlock.of(".add($S, $N)", input.name(), input.name()))
                .collect(CodeBlock.joining("", "inputs()", ""));
    }

    /** Type of the rows of an input: what is fed. */
    private static TypeName type(InputNode input) {
        TypeName value = switch (input.type()) {
            case FLOAT32 -> TypeName.FLOAT;
            case UINT8 -> TypeName.BYTE;
            case INT32 -> TypeName.INT;
        };
        return ArrayTypeName.of(ArrayTypeName.of(value));
    }

    /** Type of what is said of an output. */
    static TypeName returned(OutputNode output) {
        TypeName row = ArrayTypeName.of(TypeName.FLOAT);
        return output.size() == 1 ? row : ArrayTypeName.of(row);
    }

    /** A row per row, or a number where a row is one. */
    private static CodeBlock shaped(OutputNode output, CodeBlock rows) {
        return output.size() == 1 ? CodeBlock.of("firstColumn($L)", rows) : rows;
    }

    private String allWords() {
        return "Predictions of "
                + graph.outputs().stream()
                        .map(output -> "{@code " + output.name() + "}")
                        .collect(Collectors.joining(", "));
    }

    private MethodSpec make() {
        CodeBlock.Builder values = CodeBlock.builder();
        for (int i = 0; i < graph.outputs().size(); i++) {
            OutputNode output = graph.outputs().get(i);
            values.add("$L\n$L", i == 0 ? "" : ",", shaped(output, CodeBlock.of("outputs.get($L)", i)));
        }
        TypeName rows = ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT));
        return MethodSpec.methodBuilder("predictionsOf")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), rows), "outputs")
                .returns(record)
                .addStatement("return new $T($L)", record, values.build())
                .build();
    }

    private TypeSpec predictions() {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        TypeSpec.Builder type = TypeSpec.recordBuilder(record)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("What each output predicts.\n\n");
        for (OutputNode output : graph.outputs()) {
            String words = TaskEmitter.of(output).meaning();
            type.addJavadoc("@param $L $L\n", output.name(), lower(words));
            components.addParameter(returned(output), output.name());
        }
        type.recordConstructor(components.build());
        List<String> taken = graph.outputs().stream().map(OutputNode::name).toList();
        for (OutputNode output : graph.outputs()) {
            if (output.task() instanceof TaskSpec.Classifier) {
                type.addMethod(MethodSpec.methodBuilder(GeneratedNames.free(output.name() + "Classes", taken))
                        .addJavadoc("The likeliest class of {@code $L}, row by row.\n", output.name())
                        .addModifiers(Modifier.PUBLIC)
                        .returns(ArrayTypeName.of(TypeName.INT))
                        // a component may be named as the method of the model
                        .addStatement("return $T.likeliest($N)", model, output.name())
                        .build());
            }
        }
        return type.build();
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
