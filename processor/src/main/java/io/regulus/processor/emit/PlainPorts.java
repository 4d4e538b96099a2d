package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.BLUEPRINT;
import static io.regulus.processor.emit.RuntimeNames.FLOATS;
import static io.regulus.processor.emit.RuntimeNames.HEAD;
import static io.regulus.processor.emit.RuntimeNames.INFERENCE;
import static io.regulus.processor.emit.RuntimeNames.INPUT_PORT;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.regulus.processor.graph.InputNode;
import io.regulus.processor.graph.LayerGraph;
import java.util.List;

/** One input and one output. */
final class PlainPorts implements PortsEmitter {
    private final LayerGraph graph;
    private final InputNode input;
    private final ClassName inputType;
    private final TaskEmitter task;

    PlainPorts(LayerGraph graph) {
        this.graph = graph;
        this.input = graph.inputs().get(0);
        this.inputType = InputTypes.of(input.type());
        this.task = TaskEmitter.of(graph.outputs().get(0));
    }

    @Override
    public TypeName contract() {
        return ParameterizedTypeName.get(BLUEPRINT, inputType, task.targetType());
    }

    @Override
    public List<ParameterSpec> fed() {
        return List.of(
                ParameterSpec.builder(RuntimeNames.operand(inputType), "input").build(),
                ParameterSpec.builder(RuntimeNames.operand(task.targetType()), "target")
                        .build());
    }

    @Override
    public CodeBlock outputs() {
        return CodeBlock.of("$T outputs = network.$N(input)", FLOATS, GeneratedNames.apply(graph));
    }

    @Override
    public CodeBlock loss() {
        return CodeBlock.of("outputs, loss(pass, outputs, target)");
    }

    @Override
    public CodeBlock heads() {
        return CodeBlock.of("$T.of($T.only($L))", List.class, HEAD, loss());
    }

    @Override
    public MethodSpec inference() {
        ClassName network = new GeneratedNames(graph.type()).graph();
        return pass("inference", INFERENCE)
                .addJavadoc("A prediction for a batch, with its loss where targets are given.\n")
                .addStatement("$T network = new $T(pass, hyper)", network, network)
                .addStatement("$L", outputs())
                .addStatement(
                        "return new $T(\noutputs, $L, loss(pass, outputs, target).value())",
                        INFERENCE,
                        task.predictions(CodeBlock.of("outputs")))
                .build();
    }

    @Override
    public List<MethodSpec> losses() {
        return List.of(PortsEmitter.loss("loss", task, graph, CodeBlock.of("OUTPUT")));
    }

    @Override
    public List<MethodSpec> ports() {
        return List.of(
                TrainingEmitter.overriding("input", ParameterizedTypeName.get(INPUT_PORT, inputType))
                        .addStatement("return $L", PortsEmitter.port(graph, input))
                        .build(),
                TrainingEmitter.overriding("target", task.port())
                        .addStatement("return $L", task.newPort())
                        .build());
    }
}
