package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.DATASET;
import static io.regulus.processor.emit.RuntimeNames.MONTE_CARLO;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.graph.InputNode;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.graph.OutputNode;
import javax.lang.model.element.Modifier;

/** Writes the predictions of {@code XModel} with noise on: mean and spread, in the shape that {@code predict} gives. */
final class MonteCarloEmitter {
    /** Name of the methods. */
    static final String NAME = "monteCarlo";

    private static final String MEANING =
            "Mean and spread of what {@code predict} would say with dropout and other noise on, row by row, over several passes"
                    + " (Monte-Carlo dropout).\n\n";

    private static final String PASSES = "@param $L how many times each row is predicted; 30 to 100 are usual\n";
    private static final String SILENT = "@throws IllegalStateException if no layer has noise\n";

    private final LayerGraph graph;
    private final ClassName model;

    MonteCarloEmitter(LayerGraph graph) {
        this.graph = graph;
        this.model = new GeneratedNames(graph.type()).model();
    }

    /** Adds a method for rows and one for data. */
    void addTo(TypeSpec.Builder type) {
        String passes = GeneratedNames.free(
                "passes", graph.inputs().stream().map(InputNode::name).toList());
        PredictionsEmitter predictions = new PredictionsEmitter(graph);
        MethodSpec.Builder ofRows = predictions.ofRowsParameters(method(MEANING));
        graph.inputs()
                .forEach(
                        input -> ofRows.addJavadoc("@param $L as for {@code predict}\n", predictions.parameter(input)));
        type.addMethod(with(ofRows, passes)
                .addStatement("return $L", shaped(CodeBlock.of("$L, $L", rows(predictions), passes)))
                .build());
        type.addMethod(with(method(MEANING).addParameter(DATASET, "data"), "passes")
                .addStatement("return $L", shaped(CodeBlock.of("data, passes")))
                .build());
    }

    private MethodSpec.Builder method(String meaning) {
        return MethodSpec.methodBuilder(NAME)
                .addJavadoc(meaning)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(MONTE_CARLO, given()));
    }

    /** What every such method has last. */
    static MethodSpec.Builder with(MethodSpec.Builder method, String passes) {
        return method.addParameter(TypeName.INT, passes).addJavadoc(PASSES + SILENT, passes);
    }

    private TypeName given() {
        return graph.outputs().size() > 1
                ? model.nestedClass(PredictionsEmitter.PREDICTIONS)
                : PredictionsEmitter.returned(graph.outputs().get(0));
    }

    private CodeBlock rows(PredictionsEmitter predictions) {
        return graph.inputs().stream()
                .map(input -> CodeBlock.of(".add($S, $N)", input.name(), predictions.parameter(input)))
                .collect(CodeBlock.joining("", "inputs()", ""));
    }

    private CodeBlock shaped(CodeBlock arguments) {
        CodeBlock outputs = CodeBlock.of("monteCarloOutputs($L)", arguments);
        if (graph.outputs().size() > 1) {
            return CodeBlock.of("together($L, $T::predictionsOf)", outputs, model);
        }
        OutputNode output = graph.outputs().get(0);
        return output.size() == 1
                ? CodeBlock.of("$L.get(0).map($T::firstColumn)", outputs, model)
                : CodeBlock.of("$L.get(0)", outputs);
    }
}
