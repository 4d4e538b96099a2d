package io.regulus.processor.graph;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Statistics;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameter.Role;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Regularisation;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.spec.ActivationSpec;
import io.regulus.processor.spec.AddSpec;
import io.regulus.processor.spec.AvgPool2DSpec;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.ConcatSpec;
import io.regulus.processor.spec.Conv2DSpec;
import io.regulus.processor.spec.DecaySpec;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.DropoutSpec;
import io.regulus.processor.spec.FlattenSpec;
import io.regulus.processor.spec.GlobalAvgPool2DSpec;
import io.regulus.processor.spec.MaxPool2DSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.PenaltySpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.TensorShape;
import io.regulus.processor.spec.WeightedSpec;
import io.regulus.processor.spec.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds one layer: an operation or two per annotation, and the variables they need. */
final class LayerBuilder implements OpSpec.Cases<Void> {
    private final ValidField field;
    private final Optional<DecaySpec> decay;
    private final Regularisation regularisation;
    private final Hyperparameters numbers;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private ValidField.Step step;
    private ActivationFunction pendingActivation = ActivationFunction.LINEAR;

    LayerBuilder(ValidField field, Optional<DecaySpec> decay, Regularisation regularisation, Hyperparameters numbers) {
        this.field = field;
        this.decay = decay;
        this.regularisation = regularisation;
        this.numbers = numbers;
    }

    LayerNode build() {
        for (ValidField.Step next : field.steps()) {
            // an activation written in the layer itself runs after the norm
            if (next.op().slot().compareTo(Slot.NORM) > 0) {
                addPendingActivation();
            }
            step = next;
            next.op().match(this);
        }
        addPendingActivation();
        return new LayerNode(
                field.spec().name(),
                field.spec().sources(),
                field.inputs(),
                Fusion.of(operations),
                variables,
                field.output());
    }

    private void addPendingActivation() {
        if (pendingActivation != ActivationFunction.LINEAR) {
            operations.add(new Operation.Activation(pendingActivation, Optional.empty()));
            pendingActivation = ActivationFunction.LINEAR;
        }
    }

    @Override
    public Void add(AddSpec spec) {
        return operation(new Operation.Add(step.inputs().size()));
    }

    @Override
    public Void concat(ConcatSpec spec) {
        return operation(new Operation.Concat(step.inputs().size()));
    }

    @Override
    public Void dense(DenseSpec spec) {
        TensorShape input = step.input();
        if (input.rank() > 1) {
            operations.add(new Operation.Flatten(input.size()));
        }
        int units = spec.units().value();
        Variable kernel = kernel(spec, List.of(Math.toIntExact(input.size()), units));
        return operation(new Operation.Dense(kernel, bias(spec, units)));
    }

    @Override
    public Void conv2D(Conv2DSpec spec) {
        List<Integer> window = pair(spec.kernel().value());
        int filters = spec.filters().value();
        Variable kernel =
                kernel(spec, List.of(window.get(0), window.get(1), step.input().channels(), filters));
        return operation(new Operation.Conv2D(
                kernel, bias(spec, filters), pair(spec.strides().value()), spec.padding()));
    }

    private Variable kernel(WeightedSpec spec, List<Integer> dims) {
        pendingActivation = spec.activation().value();
        return variable("kernel", Role.KERNEL, dims, Optional.of(spec.kernelInitializer()));
    }

    private Optional<Variable> bias(WeightedSpec spec, int size) {
        return Parameters.hasBias(field.spec(), spec)
                ? Optional.of(variable("bias", Role.BIAS, List.of(size), Optional.empty()))
                : Optional.empty();
    }

    @Override
    public Void batchNorm(BatchNormSpec spec) {
        int channels = step.input().channels();
        variable("scale", Role.SCALE, List.of(channels), Optional.empty());
        variable("shift", Role.SHIFT, List.of(channels), Optional.empty());
        variable("mean", Role.STATISTIC, List.of(channels), Optional.empty());
        variable("variance", Role.STATISTIC, List.of(channels), Optional.empty());
        return operation(new Operation.BatchNorm(
                channels,
                numbers.of(name(), "batchNormMomentum", spec.usage(), "momentum"),
                numbers.of(name(), "batchNormEpsilon", spec.usage(), "epsilon"),
                spec.statistics() == Statistics.UNBIASED,
                false,
                Optional.empty()));
    }

    @Override
    public Void activation(ActivationSpec spec) {
        if (spec.function() == ActivationFunction.LINEAR) {
            return null;
        }
        Optional<Hyperparameter> slope = spec.function() == ActivationFunction.LEAKY_RELU
                ? Optional.of(numbers.of(name(), "negativeSlope", spec.usage(), "negativeSlope"))
                : Optional.empty();
        return operation(new Operation.Activation(spec.function(), slope));
    }

    @Override
    public Void maxPool2D(MaxPool2DSpec spec) {
        return operation(new Operation.Pool2D(
                true, pair(spec.pool().value()), strides(spec.strides(), spec.pool()), spec.padding()));
    }

    @Override
    public Void avgPool2D(AvgPool2DSpec spec) {
        return operation(new Operation.Pool2D(
                false, pair(spec.pool().value()), strides(spec.strides(), spec.pool()), spec.padding()));
    }

    private static List<Integer> strides(Written<List<Integer>> strides, Written<List<Integer>> window) {
        return pair(strides.value().isEmpty() ? window.value() : strides.value());
    }

    @Override
    public Void globalAvgPool2D(GlobalAvgPool2DSpec spec) {
        return operation(new Operation.GlobalAverage());
    }

    @Override
    public Void flatten(FlattenSpec spec) {
        return step.input().rank() == 1
                ? null
                : operation(new Operation.Flatten(step.input().size()));
    }

    @Override
    public Void dropout(DropoutSpec spec) {
        return operation(new Operation.Dropout(numbers.of(name(), "dropout", spec.usage(), "p"), false));
    }

    private Variable variable(String suffix, Role role, List<Integer> dims, Optional<Initializer> initializer) {
        Parameter parameter = new Parameter(name() + "/" + suffix, role);
        List<PenaltyTerm> penalties = regularisation.penalties(field.spec()).stream()
                .filter(penalty -> parameter.isIn(penalty.on()))
                .flatMap(penalty -> terms(penalty).stream())
                .toList();
        boolean decayed = decay.filter(spec -> regularisation.decays(spec, field.spec(), parameter))
                .isPresent();
        Variable variable = new Variable(name(), suffix, role, dims, initializer, penalties, decayed);
        variables.add(variable);
        return variable;
    }

    private List<PenaltyTerm> terms(PenaltySpec penalty) {
        // the numbers of a field's own penalty are the field's, those of the class's default are shared
        String group = field.spec().penalties().contains(penalty) ? name() : Hyperparameter.NETWORK;
        return PenaltyTerm.of(penalty, group, numbers);
    }

    private Void operation(Operation operation) {
        operations.add(operation);
        return null;
    }

    private String name() {
        return field.spec().name();
    }

    /** One number stands for both directions. */
    private static List<Integer> pair(List<Integer> numbers) {
        return numbers.size() == 1 ? List.of(numbers.get(0), numbers.get(0)) : numbers;
    }
}
