package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.FLOATS;
import static io.regulus.processor.emit.RuntimeNames.INPUT_PORT;
import static io.regulus.processor.emit.RuntimeNames.LOSS;
import static io.regulus.processor.emit.RuntimeNames.PASS;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.regulus.processor.graph.InputNode;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.spec.DistillSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NumberUse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What {@code XTraining} says of inputs, outputs and losses: by position where there is one of each, else by name. */
interface PortsEmitter {
    static PortsEmitter of(LayerGraph graph) {
        return graph.isPlain() ? new PlainPorts(graph) : new NamedPorts(graph);
    }

    /** What the class implements. */
    TypeName contract();

    /** What the ops of a pass are fed from. */
    List<ParameterSpec> fed();

    /** Runs the layers of {@code network}. */
    CodeBlock outputs();

    /** The loss of what {@link #outputs} gave, as a step takes it. */
    CodeBlock loss();

    /** The outputs with their losses as a list of heads, of what {@link #outputs} gave. */
    CodeBlock heads();

    /** The method that adds a prediction. */
    MethodSpec inference();

    /** The methods that add losses. */
    List<MethodSpec> losses();

    /** The methods that name what is fed. */
    List<MethodSpec> ports();

    /** The start of a method that adds ops. */
    default MethodSpec.Builder pass(String name, TypeName returned) {
        return TrainingEmitter.overriding(name, returned)
                .addParameter(PASS, "pass")
                .addParameters(fed());
    }

    /** The method of the data loss of one output. */
    static MethodSpec loss(String name, TaskEmitter task, LayerGraph graph, CodeBlock output) {
        Optional<DistillSpec> distill = graph.distill();
        CodeBlock loss = distill.map(spec -> CodeBlock.of(
                        "$T.loss(\npass,\n$L,\noutputs,\n$L,\n$T.$L,\nhyper.$L().temperature(),\nhyper.$L().alpha())",
                        RuntimeNames.DISTILLATION,
                        output,
                        task.loss(),
                        RuntimeNames.AGREEMENT,
                        task.agreement(),
                        spec.group(),
                        spec.group()))
                .orElseGet(task::loss);
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L\n", task.formula())
                .addJavadoc(distill.isPresent() ? "In a step the teacher's outputs are a second target.\n" : "")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(PASS, "pass")
                .addParameter(FLOATS, "outputs")
                .addParameter(RuntimeNames.operand(task.targetType()), "target")
                .returns(LOSS)
                .addStatement("return $L", loss)
                .build();
    }

    /** The port of an input: its name, its shape, and what ids there are, whether it is standardised. */
    static CodeBlock port(LayerGraph graph, InputNode input) {
        CodeBlock start = input.name().equals(InputSpec.UNNAMED)
                ? CodeBlock.of("$T.of(", INPUT_PORT)
                : CodeBlock.of("$T.named($S, ", INPUT_PORT, input.name());
        String dims = input.shape().dims().stream().map(String::valueOf).collect(Collectors.joining(", "));
        CodeBlock port = CodeBlock.of("$L$T.class, $L)", start, InputTypes.of(input.type()), dims);
        if (input.isStandardized()) {
            return CodeBlock.of(
                    "$L.standardized($S, $L)",
                    port,
                    input.name(),
                    NumberUse.text(input.spec().scale()));
        }
        OptionalInt vocabulary = graph.vocabulary(input.spec());
        return vocabulary.isPresent() ? CodeBlock.of("$L.ids($L)", port, vocabulary.getAsInt()) : port;
    }
}
