package io.regulus.processor.graph;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.processor.check.Parameter;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Regularisation;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.spec.DecayGroupSpec;
import io.regulus.processor.spec.DecaySpec;
import io.regulus.processor.spec.DropConnectSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Inlining;
import io.regulus.processor.spec.PenaltySpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.SpectralNormSpec;
import io.regulus.processor.spec.TensorShape;
import io.regulus.processor.spec.Usage;
import io.regulus.processor.spec.WeightNormSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One layer while it is built: what {@link Operations} add to it and ask of it. */
final class LayerBuilder {
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
        Operations cases = new Operations(this);
        for (ValidField.Step next : field.steps()) {
            // an activation written in the layer itself runs after the norm
            if (next.op().slot().compareTo(Slot.NORM) > 0) {
                addPendingActivation();
            }
            step = next;
            next.op().match(cases);
        }
        addPendingActivation();
        requireAllVariables();
        return new LayerNode(
                field.spec().name(),
                field.spec().owner(),
                field.spec().reuse().inlining().map(Inlining::comments).orElse(Map.of()),
                field.spec().sources(),
                field.inputs(),
                masks(),
                Fusion.of(operations),
                variables,
                field.output(),
                spec().isFrozen());
    }

    /** The checks reckon with the parameters that they name, so each has to be a variable; the other way round is looked up. */
    private void requireAllVariables() {
        Set<String> made = variables.stream().map(Variable::name).collect(Collectors.toSet());
        Parameters.of(spec()).stream()
                .filter(parameter -> spec().reuse().owner().isEmpty() && !made.contains(parameter.name()))
                .forEach(parameter -> {
                    throw new IllegalStateException(
                            "no operation of " + spec().name() + " has made " + parameter.name());
                });
    }

    /** The masks that operations of the layer use: a merge and what stands alone use those of the layer's inputs. */
    private List<Optional<String>> masks() {
        List<Optional<String>> masks =
                new ArrayList<>(Collections.nCopies(field.inputs().size(), Optional.empty()));
        for (ValidField.Step used : field.steps()) {
            for (int i = 0; i < Math.min(used.op().maskedInputs(), used.masks().size()); i++) {
                Optional<String> known = masks.get(i);
                masks.set(i, used.masks().get(i).or(() -> known));
            }
        }
        return masks;
    }

    private void addPendingActivation() {
        if (pendingActivation != ActivationFunction.LINEAR) {
            operations.add(new ActivationOp(pendingActivation, Optional.empty()));
            pendingActivation = ActivationFunction.LINEAR;
        }
    }

    /** What the user wrote. */
    FieldSpec spec() {
        return field.spec();
    }

    /** The operation that is being built, with its shapes. */
    ValidField.Step step() {
        return step;
    }

    /** The shape that comes into the operation. */
    TensorShape input() {
        return step.input();
    }

    void add(Operation operation) {
        operations.add(operation);
    }

    /** An activation that runs after the norm of the field, if it has one. */
    void activateAfterNorm(ActivationFunction function) {
        pendingActivation = function;
    }

    /** A number of an annotation, under a name of its own among those of the layer. */
    Hyperparameter number(String name, Usage usage, String element) {
        return numbers.of(spec().group(), name, usage, element);
    }

    /** A variable that starts at a fixed value. */
    Variable variable(String suffix, int... dims) {
        return variable(suffix, Optional.empty(), Optional.empty(), dims);
    }

    /** A variable that is drawn. */
    Variable variable(String suffix, Initializer initializer, int... dims) {
        return variable(suffix, Optional.of(initializer), Optional.empty(), dims);
    }

    /** The kernel of a layer; under a norm of it, it is held together with what that has a variable for. */
    Variable kernel(Initializer initializer, int... dims) {
        Optional<SpectralNormSpec> spectral =
                spec().policies(SpectralNormSpec.class).stream().findFirst();
        if (spectral.isPresent()) {
            int iterations = spectral.get().powerIterations();
            return kernel(Holder.SPECTRAL_NORM, "u", List.of(spec().isFrozen(), iterations, initializer), dims);
        }
        return spec().policies(WeightNormSpec.class).isEmpty()
                ? variable("kernel", initializer, dims)
                : kernel(Holder.WEIGHT_NORM, "gain", List.of(initializer), dims);
    }

    private Variable kernel(String type, String beside, List<Object> first, int... dims) {
        List<Object> arguments = new ArrayList<>(first);
        Arrays.stream(dims).forEach(arguments::add);
        Holder holder = new Holder(type, "Weights", arguments);
        Variable kernel = variable("kernel", holder, dims);
        variable(beside, holder, dims[dims.length - 1]);
        return kernel;
    }

    /** A variable that its holder declares. */
    Variable variable(String suffix, Holder holder, int... dims) {
        return variable(suffix, Optional.empty(), Optional.of(holder), dims);
    }

    private Variable variable(String suffix, Optional<Initializer> initializer, Optional<Holder> holder, int... dims) {
        Parameter parameter = Parameters.named(spec(), suffix);
        List<Integer> shape = Arrays.stream(dims).boxed().toList();
        if (spec().reuse().owner().isPresent()) {
            // the variable of another layer, which declares it and has the penalties and the decay that fall on it
            return new Variable(
                    spec().owner(),
                    suffix,
                    parameter.role(),
                    shape,
                    initializer,
                    holder,
                    List.of(),
                    Optional.empty(),
                    parameter.isTrained(),
                    dropped(parameter));
        }
        List<PenaltyTerm> penalties = regularisation.penalties(spec()).stream()
                .filter(penalty -> parameter.isIn(penalty.on()))
                .flatMap(penalty -> terms(penalty).stream())
                .toList();
        Optional<String> decayGroup = decay.filter(rule -> regularisation.decays(rule, spec(), parameter))
                .map(rule -> regularisation
                        .decayGroup(parameter)
                        .map(DecayGroupSpec::group)
                        .orElse(Hyperparameter.OPTIMIZER));
        Variable variable = new Variable(
                spec().name(),
                suffix,
                parameter.role(),
                shape,
                initializer,
                holder,
                penalties,
                decayGroup,
                parameter.isTrained(),
                dropped(parameter));
        variables.add(variable);
        return variable;
    }

    private Optional<Hyperparameter> dropped(Parameter parameter) {
        return spec().policies(DropConnectSpec.class).stream()
                .filter(dropped -> parameter.role() == Parameter.Role.KERNEL
                        && spec().weighted().isPresent())
                .findFirst()
                .map(dropped -> number(dropped.group(), dropped.usage(), "p"));
    }

    private List<PenaltyTerm> terms(PenaltySpec penalty) {
        return PenaltyTerm.of(penalty, group(penalty), numbers);
    }

    /** The numbers of a field's own penalty are the field's; those of a block's or the class's default are shared. */
    private String group(PenaltySpec penalty) {
        if (spec().penalties().contains(penalty)) {
            return spec().group();
        }
        return spec().reuse()
                .inlining()
                .filter(inlining -> inlining.penalties().contains(penalty))
                .map(Inlining::group)
                .orElse(Hyperparameter.NETWORK);
    }
}
