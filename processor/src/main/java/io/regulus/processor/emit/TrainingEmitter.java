package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.member;
import static io.regulus.processor.emit.GeneratedNames.read;
import static io.regulus.processor.emit.RuntimeNames.EPOCH_AVERAGES;
import static io.regulus.processor.emit.RuntimeNames.HEAD;
import static io.regulus.processor.emit.RuntimeNames.OPTIMIZER;
import static io.regulus.processor.emit.RuntimeNames.PASS;
import static io.regulus.processor.emit.RuntimeNames.PENALTY;
import static io.regulus.processor.emit.RuntimeNames.PRECISION;
import static io.regulus.processor.emit.RuntimeNames.REGULARISER;
import static io.regulus.processor.emit.RuntimeNames.TRAINING_STEP;
import static io.regulus.processor.emit.RuntimeNames.WEIGHT;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.graph.Hyperparameter;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.graph.OutputNode;
import io.regulus.processor.graph.PenaltyTerm;
import io.regulus.processor.graph.Regulariser;
import io.regulus.processor.graph.Variable;
import io.regulus.processor.spec.AccumulationSpec;
import io.regulus.processor.spec.ClippingSpec;
import io.regulus.processor.spec.DecayGroupSpec;
import io.regulus.processor.spec.MovingAverageSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.Sourced;
import io.regulus.processor.spec.Usage;
import io.regulus.processor.spec.WeightAveragingSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code XTraining}: data loss, penalty term by term, decay group, update. */
final class TrainingEmitter {
    private final LayerGraph graph;
    private final GeneratedNames names;
    private final PortsEmitter ports;
    private final WeightRulesEmitter rules;

    TrainingEmitter(LayerGraph graph) {
        this.graph = graph;
        this.names = new GeneratedNames(graph.type());
        this.ports = PortsEmitter.of(graph);
        this.rules = new WeightRulesEmitter(graph.weightRules(), names.graph());
    }

    TypeSpec.Builder type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.training())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(ports.contract())
                .addJavadoc("How {@link $T} is trained and asked: $L.\n", names.annotated(), sources())
                .addField(names.hyperparameters(), "hyper", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(names.hyperparameters(), "hyper")
                        .addStatement("this.hyper = hyper")
                        .build())
                .addMethod(training())
                .addMethod(ports.inference())
                .addMethods(ports.losses());
        graph.adversarial()
                .ifPresent(spec -> type.addMethod(again(
                        "attacked", "The outputs with their losses once more, on inputs that the attack changed.\n")));
        graph.rDrop()
                .ifPresent(spec -> type.addMethod(
                        again("again", "The outputs with their losses once more, with masks of their own.\n")));
        graph.sam().ifPresent(spec -> type.addMethod(displaced()));
        type.addMethod(penalty()).addMethod(trained());
        if (graph.weightDecay().isPresent()) {
            type.addMethod(decayed());
        }
        graph.policies(DecayGroupSpec.class).forEach(group -> type.addMethod(decayed(group)));
        rules.addMethods(type);
        type.addMethod(optimizer())
                .addMethod(overriding("name", ClassName.get(String.class))
                        .addStatement("return $S", graph.type().qualifiedName())
                        .build())
                .addMethods(ports.ports())
                .addMethod(overriding(
                                "hyperparameters",
                                ParameterizedTypeName.get(
                                        ClassName.get(Map.class), ClassName.get(String.class), TypeName.DOUBLE.box()))
                        .addStatement("return hyper.toMap()")
                        .build());
        if (!graph.regularisers().isEmpty()) {
            type.addMethod(regularisers());
        }
        type.addMethod(overriding("trainedValues", TypeName.LONG)
                .addStatement("return $LL", graph.trainedValues())
                .build());
        if (graph.valuesPerRow() != graph.trainedValues()) {
            type.addMethod(overriding("valuesPerRow", TypeName.LONG)
                    .addStatement("return $LL", graph.valuesPerRow())
                    .build());
        }
        PlanEmitter.of(graph).ifPresent(type::addMethod);
        if (!graph.policies().isEmpty()) {
            type.addMethod(policies());
        }
        graph.policies(AccumulationSpec.class).forEach(accumulation -> type.addMethod(batchesPerStep(accumulation)));
        for (MovingAverageSpec average : graph.policies(MovingAverageSpec.class)) {
            type.addMethod(saying("averaged"));
            if (average.refreshStatistics().value()) {
                type.addMethod(saying("refreshesStatistics"));
            }
        }
        if (graph.distill().isPresent()) {
            type.addMethod(saying("distils"));
        }
        graph.policies(WeightAveragingSpec.class).forEach(averaging -> {
            type.addMethod(epochAverages(averaging));
            if (graph.variables().anyMatch(variable -> variable.role() == Parameter.Role.STATISTIC)) {
                type.addMethod(saying("refreshesStatistics"));
            }
        });
        if (graph.mixedPrecision().isPresent()) {
            type.addMethod(precision());
        }
        if (graph.relatesSteps()) {
            type.addMethod(relatesSteps());
        }
        return type;
    }

    /** The annotations of the class that it stems from, as code. */
    private String sources() {
        return Stream.concat(
                        Stream.concat(graph.outputs().stream().map(OutputNode::task), Stream.of(graph.optimizer()))
                                .map(Sourced::usage),
                        Stream.concat(graph.policies().stream().map(Sourced::usage), graph.mixedPrecision().stream()))
                .map(Usage::text)
                .map(Javadocs::code)
                .collect(Collectors.joining(", "));
    }

    private MethodSpec training() {
        CodeBlock.Builder step = CodeBlock.builder()
                .add("return $T.of(pass, $L, penalty(pass, network))\n", TRAINING_STEP, ports.loss());
        graph.adversarial()
                .ifPresent(spec -> step.add(
                        ".adversarial($>$>\n() -> attacked(pass, network, $L),\nhyper.$L().epsilon(),\nhyper.$L().weight())$<$<\n",
                        fed(),
                        spec.group(),
                        spec.group()));
        graph.rDrop()
                .ifPresent(spec -> step.add(
                        ".rDrop($>$>\n() -> again(pass, network, $L),\n$T.of($L),\nhyper.$L().alpha())$<$<\n",
                        fed(),
                        List.class,
                        agreements(),
                        spec.group()));
        graph.sam()
                .ifPresent(
                        spec -> step.add(".sam(() -> displaced(pass, $L), hyper.$L().rho())\n", fed(), spec.group()));
        graph.policies(ClippingSpec.class).forEach(clipping -> step.add(".clip($L)\n", ClippingEmitter.of(clipping)));
        graph.weightDecay().ifPresent(decay -> step.add(".decay(decayed(network), $L)\n", read(decay)));
        graph.policies(DecayGroupSpec.class)
                .forEach(group ->
                        step.add(".decay($L(network), hyper.$L().weightDecay())\n", group.group(), group.group()));
        step.add(rules.calls());
        graph.policies(MovingAverageSpec.class)
                .forEach(average -> step.add(".average(hyper.$L().decay())\n", average.group()));
        step.add(".minimize(trained(network), hyper.optimizer().learningRate(), optimizer())");
        return ports.pass("training", TRAINING_STEP)
                .addJavadoc("One step on a batch.\n")
                .addStatement("$T network = new $T(pass, hyper)", names.graph(), names.graph())
                .addStatement("$L", ports.outputs())
                .addStatement("$L", step.build())
                .build();
    }

    private String fed() {
        return ports.fed().stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
    }

    /** How far two runs are apart, output by output. */
    private CodeBlock agreements() {
        return graph.outputs().stream()
                .map(output -> CodeBlock.of(
                        "$T.$L", RuntimeNames.AGREEMENT, TaskEmitter.of(output).agreement()))
                .collect(CodeBlock.joining(", "));
    }

    private MethodSpec again(String name, String javadoc) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(PASS, "pass")
                .addParameter(names.graph(), "network")
                .addParameters(ports.fed())
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), HEAD))
                .addStatement("$L", ports.outputs())
                .addStatement("return $L", ports.heads())
                .build();
    }

    private MethodSpec displaced() {
        return MethodSpec.methodBuilder("displaced")
                .addJavadoc("The outputs with their losses at the weights as they are moved.\n")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(PASS, "pass")
                .addParameters(ports.fed())
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), HEAD))
                .addStatement("$T network = new $T(pass, hyper)", names.graph(), names.graph())
                .addStatement("$L", ports.outputs())
                .addStatement("return $L", ports.heads())
                .build();
    }

    static MethodSpec.Builder overriding(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned);
    }

    private MethodSpec penalty() {
        Chain chain = new Chain(CodeBlock.of("new $T(pass.tf())", PENALTY));
        graph.variables()
                .forEach(variable -> variable.penalties()
                        .forEach(term -> chain.add(
                                CodeBlock.of(
                                        ".$L(network.$L, $L)", call(term), member(variable), read(term.coefficient())),
                                term.source())));
        return MethodSpec.methodBuilder("penalty")
                .addJavadoc(chain.isEmpty() ? "Nothing is penalised.\n" : "The regularisation penalty, term by term.\n")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(PASS, "pass")
                .addParameter(names.graph(), "network")
                .returns(PENALTY)
                .addCode(chain.statement())
                .build();
    }

    private static String call(PenaltyTerm term) {
        return switch (term.kind()) {
            case L1 -> "l1";
            case L1_PROXIMAL -> "l1Proximal";
            case L2 -> "l2";
            case ORTHOGONAL_COLUMNS -> "orthogonalColumns";
            case ORTHOGONAL_ROWS -> "orthogonalRows";
        };
    }

    private MethodSpec trained() {
        return weights(
                "trained", "What the optimizer updates.\n", graph.trained().toList());
    }

    private MethodSpec decayed() {
        return weights(
                "decayed",
                "What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.\n",
                decaying(Hyperparameter.OPTIMIZER));
    }

    private MethodSpec decayed(DecayGroupSpec group) {
        return weights(
                group.group(),
                "What decays by {@code learningRate * weightDecay} of "
                        + Javadocs.code(group.usage().text()) + ".\n",
                decaying(group.group()));
    }

    private List<Variable> decaying(String group) {
        return graph.variables()
                .filter(variable -> variable.decayGroup().filter(group::equals).isPresent())
                .toList();
    }

    private MethodSpec weights(String name, String javadoc, List<Variable> variables) {
        String members = variables.stream()
                .map(variable -> "\nnetwork." + member(variable))
                .collect(Collectors.joining(","));
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L", javadoc)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(names.graph(), "network")
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), WEIGHT))
                .addStatement("return $T.of($L)", List.class, members)
                .build();
    }

    private MethodSpec optimizer() {
        return MethodSpec.methodBuilder("optimizer")
                .addJavadoc("$L.\n", Javadocs.code(graph.optimizer().usage().text()))
                .addModifiers(Modifier.PRIVATE)
                .returns(OPTIMIZER)
                .addStatement("return $L", OptimizerEmitter.of(graph.optimizer()))
                .build();
    }

    private MethodSpec policies() {
        String names = graph.policies().stream()
                .map(policy -> CodeBlock.of("$S", policy.group()).toString())
                .collect(Collectors.joining(", "));
        return overriding("policies", ParameterizedTypeName.get(List.class, String.class))
                .addStatement("return $T.of($L)", List.class, names)
                .build();
    }

    private MethodSpec regularisers() {
        CodeBlock all =
                graph.regularisers().stream().map(TrainingEmitter::regulariser).collect(CodeBlock.joining(","));
        return overriding("regularisers", ParameterizedTypeName.get(ClassName.get(List.class), REGULARISER))
                .addStatement("return $T.of($L)", List.class, all)
                .build();
    }

    private static CodeBlock regulariser(Regulariser regulariser) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "\n$T.$L($S, $S)",
                        REGULARISER,
                        regulariser.noisy() ? "noisy" : "of",
                        regulariser.source(),
                        regulariser.place());
        regulariser.off().forEach((number, value) -> code.add(".off($S, $L)", number, NumberUse.text(value)));
        return code.build();
    }

    private static MethodSpec saying(String yes) {
        return overriding(yes, TypeName.BOOLEAN).addStatement("return true").build();
    }

    private static MethodSpec epochAverages(WeightAveragingSpec averaging) {
        return overriding("epochAverages", ParameterizedTypeName.get(ClassName.get(Optional.class), EPOCH_AVERAGES))
                .addStatement(
                        "return $T.of(new $T($L, $L))",
                        Optional.class,
                        EPOCH_AVERAGES,
                        averaging.startEpoch(),
                        averaging.everyEpochs())
                .build();
    }

    private static MethodSpec batchesPerStep(AccumulationSpec accumulation) {
        return overriding("batchesPerStep", TypeName.INT)
                .addStatement("return $L", accumulation.batches())
                .build();
    }

    private static MethodSpec precision() {
        return overriding("precision", PRECISION)
                .addStatement("return $T.MIXED", PRECISION)
                .build();
    }

    private static MethodSpec relatesSteps() {
        return overriding("relatesSteps", TypeName.BOOLEAN)
                .addStatement("return true")
                .build();
    }
}
