package io.regulus.model;

import io.regulus.engine.Engine;
import io.regulus.engine.OutputPort;
import io.regulus.engine.Precision;
import io.regulus.ops.Pass;
import io.regulus.ops.Penalty;
import io.regulus.ops.Role;
import io.regulus.ops.Variable;
import io.regulus.report.TextTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of {@link Model#summary()}, read from the graph that runs. */
final class Summary {
    private final Engine engine;

    Summary(Engine engine) {
        this.engine = engine;
    }

    String text() {
        TextTable.Builder columns = TextTable.builder()
                .left("layer")
                .left("operations")
                .left("output")
                .left("parameter")
                .left("shape")
                .right("values")
                .left("penalty")
                .left("decay");
        if (showsRates()) {
            columns.left("rate");
        }
        TextTable table = columns.build();
        // an input that something happens to before the first layer stands among the layers
        engine.plan().inputs().stream()
                .filter(input ->
                        engine.layers().stream().noneMatch(layer -> layer.name().equals(input.name())))
                .forEach(input -> row(table, input.name(), "", input.row().toString(), "", "", "", "", "", ""));
        for (Pass.LayerOutput layer : engine.layers()) {
            addLayer(table, layer);
        }
        return engine.plan().name() + "\n" + table + totals();
    }

    private void addLayer(TextTable table, Pass.LayerOutput layer) {
        List<Variable<?>> parameters = engine.state().weights().stream()
                .filter(variable -> variable.name().startsWith(layer.name() + "/"))
                .toList();
        String output = row(layer.output().shape().asArray(), 1);
        if (parameters.isEmpty()) {
            row(table, layer.name(), layer.operations(), output, "", "", "", "", "", "");
        }
        for (int i = 0; i < parameters.size(); i++) {
            Variable<?> parameter = parameters.get(i);
            boolean first = i == 0;
            row(
                    table,
                    first ? layer.name() : "",
                    first ? layer.operations() : "",
                    first ? output : "",
                    parameter.name().substring(layer.name().length() + 1),
                    row(parameter.shape().asArray(), 0),
                    number(parameter.size()),
                    penalty(parameter),
                    decay(parameter),
                    rate(parameter));
        }
    }

    /** A row of the table; the last cell stands where learning rates differ. */
    private void row(TextTable table, String... cells) {
        table.row(showsRates() ? cells : Arrays.copyOf(cells, cells.length - 1));
    }

    private boolean showsRates() {
        return !engine.training().rateFactors().isEmpty();
    }

    /** The coefficient where there are several, which the line on the numbers would not tell apart. */
    private String decay(Variable<?> parameter) {
        Double coefficient = engine.training().decay().get(parameter.name());
        if (coefficient == null) {
            return "";
        }
        boolean oneForAll = Set.copyOf(engine.training().decay().values()).size() == 1;
        return oneForAll ? "yes" : shortened(coefficient);
    }

    private String rate(Variable<?> parameter) {
        Double factor = engine.training().rateFactors().get(parameter.name());
        return factor == null
                ? ""
                : "x "
                        + new BigDecimal(factor)
                                .round(new MathContext(4))
                                .stripTrailingZeros()
                                .toPlainString();
    }

    private String penalty(Variable<?> parameter) {
        if (parameter.role() == Role.STATISTIC) {
            return "(not trained)";
        }
        return engine.penalties().terms().stream()
                .filter(term -> term.weight().equals(parameter.name()))
                .map(Summary::text)
                .collect(Collectors.joining(" + "));
    }

    private static String text(Penalty.Term term) {
        return term.kind() + " " + shortened(term.coefficient());
    }

    /** 1e-4 rather than 1.0E-4, as it is written in the annotation. */
    static String shortened(double number) {
        return Double.toString(number).replace(".0E", "e").replace('E', 'e');
    }

    private String totals() {
        long trained = engine.plan().trainedValues();
        long frozen = count(true) - trained;
        long statistics = count(false);
        return outputs() + policies() + batches() + "trained parameters: " + number(trained)
                + (frozen == 0 ? "" : ", frozen parameters: " + number(frozen)) + ", moving statistics: "
                + number(statistics)
                + (engine.plan().averaged() ? ", moving averages: " + number(trained + statistics) : "") + "\n"
                + "computes in " + (engine.plan().precision() == Precision.MIXED ? mixed() : "float32") + " on "
                + (engine.gpus().isEmpty() ? "the CPU" : String.join(", ", engine.gpus()))
                + (engine.kernels() ? " with native kernels" : "") + "\n";
    }

    /** A line on several outputs, with what each counts in the loss as it is now. */
    private String outputs() {
        List<OutputPort> outputs = engine.plan().outputs();
        return outputs.size() == 1
                ? ""
                : "outputs "
                        + outputs.stream().map(output -> policy(output.name())).collect(Collectors.joining(", "))
                        + "\n";
    }

    /** A line on steps that take several batches. */
    private String batches() {
        int batches = engine.plan().batchesPerStep();
        return batches == 1 ? "" : "a step takes " + batches + " batches\n";
    }

    /** A line on what changes how it is trained, with the numbers as they are now. */
    private String policies() {
        List<String> policies =
                engine.plan().policies().stream().map(this::policy).toList();
        return policies.isEmpty() ? "" : "trained with " + String.join(", ", policies) + "\n";
    }

    private String policy(String name) {
        String numbers = engine.plan().hyperparameters().entrySet().stream()
                .filter(number -> number.getKey().startsWith(name + "."))
                .map(number -> number.getKey().substring(name.length() + 1) + " = " + shortened(number.getValue()))
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? name : name + "(" + numbers + ")";
    }

    private String mixed() {
        return engine.gpus().isEmpty() ? "float32, and bfloat16 where the processor has it," : "float16 and float32";
    }

    /** Values of what the optimizer can change, or of what it cannot. */
    private long count(boolean trained) {
        return engine.state().weights().stream()
                .filter(variable -> variable.role().trained() == trained)
                .mapToLong(Variable::size)
                .sum();
    }

    private static String row(long[] shape, int from) {
        return Arrays.toString(Arrays.copyOfRange(shape, from, shape.length));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
