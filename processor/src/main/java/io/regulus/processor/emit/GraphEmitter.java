package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.holder;
import static io.regulus.processor.emit.GeneratedNames.member;
import static io.regulus.processor.emit.RuntimeNames.BOOL;
import static io.regulus.processor.emit.RuntimeNames.EMBEDDINGS;
import static io.regulus.processor.emit.RuntimeNames.FLOATS;
import static io.regulus.processor.emit.RuntimeNames.INITIALIZERS;
import static io.regulus.processor.emit.RuntimeNames.PASS;
import static io.regulus.processor.emit.RuntimeNames.TF_OPS;
import static io.regulus.processor.emit.RuntimeNames.WEIGHT;
import static io.regulus.processor.emit.RuntimeNames.ops;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Initializer;
import io.regulus.processor.graph.DataStep;
import io.regulus.processor.graph.Holder;
import io.regulus.processor.graph.InputNode;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.graph.LayerNode;
import io.regulus.processor.graph.OutputNode;
import io.regulus.processor.graph.Variable;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NumberUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code XGraph}: the variables and a method per layer. */
final class GraphEmitter {
    private final LayerGraph graph;
    private final GeneratedNames names;

    GraphEmitter(LayerGraph graph) {
        this.graph = graph;
        this.names = new GeneratedNames(graph.type());
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.graph())
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "The layers of {@link $T} in TensorFlow ops, one method per field. An instance is one pass, of training "
                                + "or of inference.\n\n<pre>\n$L</pre>\n",
                        names.annotated(),
                        trace());
        graph.layers().forEach(layer -> type.addFields(members(layer)));
        type.addField(PASS, "pass", Modifier.PRIVATE, Modifier.FINAL)
                .addField(TF_OPS, "tf", Modifier.PRIVATE, Modifier.FINAL);
        if (readsNumbers()) {
            type.addField(names.hyperparameters(), "hyper", Modifier.PRIVATE, Modifier.FINAL);
        }
        Calls calls = new Calls(graph, this::fed, this::mask, names);
        type.addMethod(constructor()).addMethod(apply(calls));
        graph.inputs().stream().filter(this::isConverted).forEach(input -> type.addMethod(conversion(input)));
        type.addMethods(calls.methods());
        if (graph.outputs().size() > 1) {
            type.addType(outputs());
        }
        return type;
    }

    /** A line per layer with its shape. */
    private String trace() {
        int width = graph.layers().stream()
                .mapToInt(layer -> layer.name().length())
                .max()
                .orElse(0);
        int shapes = graph.layers().stream()
                .mapToInt(layer -> layer.output().toString().length())
                .max()
                .orElse(0);
        for (InputNode input : graph.inputs()) {
            width = Math.max(width, input.name().length());
            shapes = Math.max(shapes, input.shape().toString().length());
        }
        String format = "%-" + width + "s  %-" + shapes + "s  %s";
        StringBuilder lines = new StringBuilder();
        for (InputNode input : graph.inputs()) {
            lines.append(String.format(format, input.name(), input.shape(), words(input))
                            .stripTrailing())
                    .append('\n');
        }
        for (LayerNode layer : graph.layers()) {
            lines.append(String.format(format, layer.name(), layer.output(), LayerMethod.words(layer))
                            .stripTrailing())
                    .append('\n');
        }
        return lines.toString();
    }

    /** A field per variable, or per object that holds several. */
    private static List<FieldSpec> members(LayerNode layer) {
        List<FieldSpec> fields = new ArrayList<>();
        for (Variable variable : declared(layer)) {
            FieldSpec.Builder field = variable.holder()
                    .map(holder -> FieldSpec.builder(ops(holder.type()), holder(layer.name(), holder)))
                    .orElseGet(() -> FieldSpec.builder(WEIGHT, member(variable)));
            fields.add(field.addModifiers(Modifier.FINAL).build());
        }
        return fields;
    }

    /** The variables of a layer that stand on their own, and the first of each holder for all that it holds. */
    private static List<Variable> declared(LayerNode layer) {
        Set<Holder> seen = new HashSet<>();
        return layer.variables().stream()
                .filter(variable -> variable.holder().map(seen::add).orElse(true))
                .toList();
    }

    private boolean readsNumbers() {
        return graph.inputs().stream()
                        .flatMap(input -> input.data().stream())
                        .anyMatch(step -> !step.numbers().isEmpty())
                || graph.layers().stream()
                        .flatMap(layer -> layer.operations().stream())
                        .anyMatch(operation -> !operation.numbers().isEmpty())
                || graph.layers().stream()
                        .flatMap(layer -> layer.variables().stream())
                        .anyMatch(variable -> variable.dropped().isPresent());
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(PASS, "pass")
                .addParameter(names.hyperparameters(), "hyper")
                .addStatement("this.pass = pass")
                .addStatement("this.tf = pass.tf()");
        if (readsNumbers()) {
            constructor.addStatement("this.hyper = hyper");
        }
        graph.layers()
                .forEach(layer -> declared(layer)
                        .forEach(variable ->
                                constructor.addStatement("$N = $L", name(variable), declaration(variable))));
        return constructor.build();
    }

    private static String name(Variable variable) {
        return variable.holder().map(holder -> holder(variable.layer(), holder)).orElseGet(() -> member(variable));
    }

    private static CodeBlock declaration(Variable variable) {
        if (variable.holder().isPresent()) {
            Holder holder = variable.holder().get();
            CodeBlock.Builder of =
                    CodeBlock.builder().add("$T.$L(pass, $S", ops(holder.type()), holder.factory(), variable.layer());
            holder.arguments().forEach(argument -> of.add(", $L", argument(argument)));
            return of.add(")").build();
        }
        String dims = variable.dims().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String method = variable.role().name().toLowerCase(Locale.ROOT);
        return variable.initializer()
                .map(initializer ->
                        CodeBlock.of("pass.$L($S, $L, $L)", method, variable.name(), argument(initializer), dims))
                .orElseGet(() -> CodeBlock.of("pass.$L($S, $L)", method, variable.name(), dims));
    }

    private static Object argument(Object value) {
        return value instanceof Initializer initializer
                ? CodeBlock.of("$T.$L()", INITIALIZERS, initializer(initializer))
                : value;
    }

    private static String initializer(Initializer initializer) {
        return switch (initializer) {
            case GLOROT_UNIFORM -> "glorotUniform";
            case GLOROT_NORMAL -> "glorotNormal";
            case HE_UNIFORM -> "heUniform";
            case HE_NORMAL -> "heNormal";
            case LECUN_UNIFORM -> "lecunUniform";
            case LECUN_NORMAL -> "lecunNormal";
            case UNIFORM -> "uniform";
            case ORTHOGONAL -> "orthogonal";
        };
    }

    private MethodSpec apply(Calls calls) {
        boolean several = graph.outputs().size() > 1;
        MethodSpec.Builder apply = MethodSpec.methodBuilder(GeneratedNames.apply(graph))
                .addJavadoc(
                        "From rows of $L to rows of $L.\n",
                        codes(graph.inputs().stream().map(InputNode::name)),
                        codes(graph.outputs().stream().map(OutputNode::name)))
                .returns(several ? names.outputs() : FLOATS);
        for (InputNode input : graph.inputs()) {
            String fed = fed(input);
            apply.addParameter(RuntimeNames.operand(InputTypes.of(input.type())), fed);
            CodeBlock floats = isConverted(input) ? CodeBlock.of("$N($N)", input.name(), fed) : CodeBlock.of("$N", fed);
            if (graph.isReadAgain(input.spec())) {
                apply.addStatement("$T $N = pass.attackable($S, () -> $L)", FLOATS, input.name(), input.name(), floats);
            } else if (isConverted(input)) {
                apply.addStatement("$T $N = $L", FLOATS, input.name(), floats);
            }
            if (graph.isMasked(input.spec())) {
                apply.addStatement(
                        "$T $N = $T.mask(tf, $N)", RuntimeNames.operand(BOOL), mask(input.name()), EMBEDDINGS, fed);
            }
        }
        apply.addCode(calls.all());
        return apply.build();
    }

    private static String codes(Stream<String> fields) {
        return fields.map(name -> "{@code " + name + "}").collect(Collectors.joining(", "));
    }

    /** The name of the mask that the zeros of an input make. */
    private String mask(String input) {
        return GeneratedNames.free(input + "Mask", GeneratedNames.scope(graph));
    }

    /** Whether a layer takes floats where something else is fed. */
    private boolean isConverted(InputNode input) {
        return input.converts() && graph.isReadAsFloats(input.spec());
    }

    /** The name of what is fed: that of the input, unless what the layers read of it has the name. */
    private String fed(InputNode input) {
        if (!isConverted(input) && !graph.isReadAgain(input.spec())) {
            return input.name();
        }
        String wanted = graph.inputs().size() == 1 ? "fed" : input.name() + "Fed";
        return GeneratedNames.free(wanted, GeneratedNames.scope(graph));
    }

    private TypeSpec outputs() {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        graph.outputs().forEach(output -> components.addParameter(FLOATS, output.name()));
        return TypeSpec.recordBuilder(names.outputs())
                .addJavadoc("What the outputs give.\n")
                .recordConstructor(components.build())
                .build();
    }

    private MethodSpec conversion(InputNode node) {
        InputSpec input = node.spec();
        CodeBlock floats = input.type() == DataType.FLOAT32
                ? CodeBlock.of("fed")
                : CodeBlock.of("tf.dtypes.cast(fed, $T.class)", RuntimeNames.FLOAT32);
        CodeBlock scaled = input.scale() == 1
                ? floats
                : CodeBlock.of("tf.math.mul($L, tf.constant((float) $L))", floats, NumberUse.text(input.scale()));
        MethodSpec.Builder method = MethodSpec.methodBuilder(input.name())
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeNames.operand(InputTypes.of(input.type())), "fed")
                .returns(FLOATS)
                .addComment("$L", input.usage().text());
        if (node.data().isEmpty()) {
            return method.addStatement("return $L", scaled).build();
        }
        method.addStatement("$T x = $L", FLOATS, scaled);
        for (DataStep step : node.data()) {
            method.addComment("$L", step.spec().usage().text());
            method.addStatement("x = $L", DataCode.of(input.name(), step));
        }
        return method.addStatement("return pass.layer($S, $S, x)", input.name(), words(node))
                .build();
    }

    private static String words(InputNode input) {
        return input.data().stream().map(DataCode::words).collect(Collectors.joining(", "));
    }
}
