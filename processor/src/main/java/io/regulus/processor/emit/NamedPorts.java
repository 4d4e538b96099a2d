package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.ANSWERS;
import static io.regulus.processor.emit.RuntimeNames.FEEDS;
import static io.regulus.processor.emit.RuntimeNames.FLOATS;
import static io.regulus.processor.emit.RuntimeNames.HEAD;
import static io.regulus.processor.emit.RuntimeNames.INPUT_PORT;
import static io.regulus.processor.emit.RuntimeNames.NETWORK_PLAN;
import static io.regulus.processor.emit.RuntimeNames.OUTPUT_PORT;
import static io.regulus.processor.emit.RuntimeNames.PASS;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.regulus.processor.graph.InputNode;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.graph.OutputNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Several inputs or outputs, or an output that says its task itself: each by the name of its field. */
final class NamedPorts implements PortsEmitter {
    private static final String OUTPUTS = "outputs";

    private final LayerGraph graph;
    private final GeneratedNames names;
    private final boolean several;

    NamedPorts(LayerGraph graph) {
        this.graph = graph;
        this.names = new GeneratedNames(graph.type());
        this.several = graph.outputs().size() > 1;
    }

    @Override
    public TypeName contract() {
        return NETWORK_PLAN;
    }

    @Override
    public List<ParameterSpec> fed() {
        return List.of(ParameterSpec.builder(FEEDS, "feeds").build());
    }

    /** Type of what the layers give. */
    private TypeName given() {
        return several ? names.outputs() : FLOATS;
    }

    @Override
    public CodeBlock outputs() {
        CodeBlock fed = graph.inputs().stream()
                .map(input -> CodeBlock.of("\nfeeds.input($S, $T.class)", input.name(), InputTypes.of(input.type())))
                .collect(CodeBlock.joining(","));
        return CodeBlock.of("$T outputs = network.$N($L)", given(), GeneratedNames.apply(graph), fed);
    }

    @Override
    public CodeBlock loss() {
        return CodeBlock.of("heads(pass, outputs, feeds)");
    }

    @Override
    public CodeBlock heads() {
        return loss();
    }

    @Override
    public MethodSpec inference() {
        return pass("inference", ANSWERS)
                .addJavadoc("A prediction for a batch, with its loss where targets are given.\n")
                .addStatement("$T network = new $T(pass, hyper)", names.graph(), names.graph())
                .addStatement("$L", outputs())
                .addStatement(
                        "return $T.of(\npass,\nheads(pass, outputs, feeds),\n$T.of($>$>$L$<$<))",
                        ANSWERS,
                        List.class,
                        elements(
                                graph.outputs(),
                                output -> TaskEmitter.of(output).predictions(given(output))))
                .build();
    }

    /** What the layer of an output gives. */
    private CodeBlock given(OutputNode output) {
        return several ? CodeBlock.of("outputs.$N()", output.name()) : CodeBlock.of(OUTPUTS);
    }

    private static <N> CodeBlock list(List<N> nodes, Function<N, CodeBlock> element) {
        return CodeBlock.of("$T.of($L)", List.class, elements(nodes, element));
    }

    /** Each on a line of its own. */
    private static <N> CodeBlock elements(List<N> nodes, Function<N, CodeBlock> element) {
        return nodes.stream()
                .map(node -> CodeBlock.of("\n$L", element.apply(node)))
                .collect(CodeBlock.joining(","));
    }

    @Override
    public List<MethodSpec> losses() {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(MethodSpec.methodBuilder("heads")
                .addJavadoc(
                        several
                                ? "The outputs with their losses, of which the sum of weight * loss is minimised.\n"
                                : "The output with its loss.\n")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(PASS, "pass")
                .addParameter(given(), OUTPUTS)
                .addParameter(FEEDS, "feeds")
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), HEAD))
                .addStatement("return $L", list(graph.outputs(), this::head))
                .build());
        graph.outputs()
                .forEach(output -> methods.add(PortsEmitter.loss(
                        loss(output), TaskEmitter.of(output), graph, CodeBlock.of("$S", output.name()))));
        return methods;
    }

    private CodeBlock head(OutputNode output) {
        return CodeBlock.of(
                "new $T($>$>\n$S,\n$L,\n$N(pass, $L, feeds.target($S, $T.class)),\n$L$<$<)",
                HEAD,
                output.name(),
                given(output),
                loss(output),
                given(output),
                output.name(),
                TaskEmitter.of(output).targetType(),
                output.lossWeight().map(GeneratedNames::read).orElseGet(() -> CodeBlock.of("1")));
    }

    private String loss(OutputNode output) {
        return several ? output.name() + "Loss" : "loss";
    }

    @Override
    public List<MethodSpec> ports() {
        TypeName port = ParameterizedTypeName.get(INPUT_PORT, WildcardTypeName.subtypeOf(Object.class));
        return List.of(
                TrainingEmitter.overriding("inputs", ParameterizedTypeName.get(ClassName.get(List.class), port))
                        .addStatement("return $L", list(graph.inputs(), this::port))
                        .build(),
                TrainingEmitter.overriding(OUTPUTS, ParameterizedTypeName.get(ClassName.get(List.class), OUTPUT_PORT))
                        .addStatement("return $L", list(graph.outputs(), NamedPorts::port))
                        .build());
    }

    private CodeBlock port(InputNode input) {
        return PortsEmitter.port(graph, input);
    }

    private static CodeBlock port(OutputNode output) {
        return CodeBlock.of(
                "new $T($S, $L)",
                OUTPUT_PORT,
                output.name(),
                TaskEmitter.of(output).newPort());
    }
}
