package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.FIT_PLAN;
import static io.regulus.processor.emit.RuntimeNames.train;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.regulus.annotations.Annealing;
import io.regulus.annotations.MonitorMode;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.spec.MonitorSpec;
import io.regulus.processor.spec.ScheduleSpec;
import io.regulus.processor.spec.WeightAveragingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** How the network is fitted: schedule of the rate and what watches the epochs, their numbers read from {@code hyper}. */
final class PlanEmitter {
    private PlanEmitter() {}

    /** The method {@code fitPlan} of the training class; none where the class says nothing of it. */
    static Optional<MethodSpec> of(LayerGraph graph) {
        List<CodeBlock> parts = new ArrayList<>();
        graph.policies(ScheduleSpec.class)
                .forEach(schedule -> parts.add(CodeBlock.of("\n.schedule($L)", schedule(schedule))));
        graph.policies(WeightAveragingSpec.class)
                .forEach(averaging -> parts.add(CodeBlock.of("\n.averagedAt($L)", averagingRate(averaging))));
        graph.policies(MonitorSpec.class)
                .forEach(monitor -> parts.add(CodeBlock.of("\n.callback(() -> $L)", callback(monitor))));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(MethodSpec.methodBuilder("fitPlan")
                .addJavadoc("How the class says that it is to be fitted.\n")
                .addModifiers(Modifier.STATIC)
                .addParameter(new GeneratedNames(graph.type()).hyperparameters(), "hyper")
                .returns(FIT_PLAN)
                .addStatement("return $T.NONE$L", FIT_PLAN, parts.stream().collect(CodeBlock.joining("")))
                .build());
    }

    private static CodeBlock schedule(ScheduleSpec schedule) {
        String group = schedule.group();
        if (schedule instanceof ScheduleSpec.Step step) {
            String at = step.at().value().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return CodeBlock.of(
                    "new $T($L, $T.of($L), hyper.$L().factor())",
                    train("StepDecay"),
                    step.every().value(),
                    List.class,
                    at,
                    group);
        }
        if (schedule instanceof ScheduleSpec.Exponential exponential) {
            return CodeBlock.of(
                    "new $T(hyper.$L().factor(), hyper.$L().epochs(), $L)",
                    train("ExponentialDecay"),
                    group,
                    group,
                    exponential.staircase());
        }
        if (schedule instanceof ScheduleSpec.Cosine) {
            return create("CosineDecay", group, "epochs", "warmupEpochs", "warmupFrom", "alpha");
        }
        if (schedule instanceof ScheduleSpec.Polynomial) {
            return create("PolynomialDecay", group, "epochs", "warmupEpochs", "warmupFrom", "alpha", "power");
        }
        if (schedule instanceof ScheduleSpec.CosineRestarts) {
            return create("CosineRestarts", group, "firstEpochs", "tMul", "mMul", "alpha");
        }
        if (schedule instanceof ScheduleSpec.OneCycle) {
            return create("OneCycle", group, "warmup", "startDivisor", "endDivisor");
        }
        throw new IllegalStateException("no code for " + schedule);
    }

    private static CodeBlock averagingRate(WeightAveragingSpec averaging) {
        return CodeBlock.of(
                "new $T($L, hyper.$L().rateFactor(), hyper.$L().annealEpochs(), $T.$L)",
                train("AveragingRate"),
                averaging.startEpoch(),
                averaging.group(),
                averaging.group(),
                Annealing.class,
                averaging.annealing());
    }

    private static CodeBlock create(String type, String group, String... numbers) {
        CodeBlock arguments = List.of(numbers).stream()
                .map(number -> CodeBlock.of("\nhyper.$L().$L()", group, number))
                .collect(CodeBlock.joining(","));
        return CodeBlock.of("new $T($L)", train(type), arguments);
    }

    private static CodeBlock callback(MonitorSpec monitor) {
        String group = monitor.group();
        if (monitor instanceof MonitorSpec.ReduceOnPlateau plateau) {
            return CodeBlock.of(
                    "new $T(\n$S,\n$T.$L,\nhyper.$L().factor(),\n$L,\nhyper.$L().minDelta(),\n$L,\nhyper.$L().minRate())",
                    train("ReduceOnPlateau"),
                    plateau.monitor().value(),
                    MonitorMode.class,
                    plateau.mode(),
                    group,
                    plateau.patience().value(),
                    group,
                    plateau.cooldown(),
                    group);
        }
        return earlyStopping((MonitorSpec.EarlyStopping) monitor);
    }

    /** Only what is not the default is written. */
    private static CodeBlock earlyStopping(MonitorSpec.EarlyStopping stop) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.patience($L)", train("EarlyStopping"), stop.patience().value())
                .add("\n.monitor($S)", stop.monitor().value());
        if (stop.mode() != MonitorMode.AUTO) {
            code.add("\n.mode($T.$L)", MonitorMode.class, stop.mode());
        }
        code.add("\n.minDelta(hyper.$L().minDelta())", stop.group());
        if (!Double.isNaN(stop.baseline())) {
            code.add("\n.baseline($L)", stop.baseline());
        }
        if (stop.startFromEpoch() > 0) {
            code.add("\n.startFromEpoch($L)", stop.startFromEpoch());
        }
        if (!stop.restoreBestWeights()) {
            code.add("\n.restoreBestWeights(false)");
        }
        return code.build();
    }
}
