package io.regulus.processor.graph;

import io.regulus.processor.check.Regularisation;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.check.ValidModel;
import io.regulus.processor.spec.AdversarialSpec;
import io.regulus.processor.spec.DistillSpec;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.ModelClass;
import io.regulus.processor.spec.MovingAverageSpec;
import io.regulus.processor.spec.OptimizerSpec;
import io.regulus.processor.spec.PolicySpec;
import io.regulus.processor.spec.RDropSpec;
import io.regulus.processor.spec.RowsSpec;
import io.regulus.processor.spec.SamSpec;
import io.regulus.processor.spec.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The network with everything decided: operations, variables, which of them are penalised and decayed, and the numbers that
 * can be changed.
 *
 * @param type the annotated class
 * @param rows the record whose components are the inputs, where that is so
 * @param inputs what is fed
 * @param layers each after the ones it reads
 * @param outputs the layers that are outputs, with their tasks
 * @param optimizer how it is trained
 * @param policies what else changes how it is trained, as written on the class; their numbers are hyperparameters
 * @param mixedPrecision the {@code @MixedPrecision} on the class, where it computes so
 * @param weightDecay the coefficient of the decoupled decay, where the optimizer has one
 * @param weightRules what a step does to single weights
 * @param hyperparameters the numbers, by group
 * @param regularisers what regularises it
 */
public record LayerGraph(
        ModelClass type,
        Optional<FeaturesSpec> rows,
        List<InputNode> inputs,
        List<LayerNode> layers,
        List<OutputNode> outputs,
        OptimizerSpec optimizer,
        List<PolicySpec> policies,
        Optional<Usage> mixedPrecision,
        Optional<Hyperparameter> weightDecay,
        WeightRules weightRules,
        List<HyperparameterGroup> hyperparameters,
        List<Regulariser> regularisers) {
    public LayerGraph {
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
        policies = List.copyOf(policies);
        hyperparameters = List.copyOf(hyperparameters);
        regularisers = List.copyOf(regularisers);
    }

    /** The graph of a checked model. */
    public static LayerGraph of(ValidModel model) {
        Hyperparameters numbers = new Hyperparameters();
        Regularisation regularisation = new Regularisation(model.spec());
        List<InputNode> inputs = model.inputs().stream()
                .map(input -> InputNode.of(model.spec(), input, numbers))
                .toList();
        List<LayerNode> layers = new ArrayList<>();
        WeightRules.Builder rules = new WeightRules.Builder(model.spec(), numbers);
        for (ValidField field : model.fields()) {
            LayerNode layer = new LayerBuilder(field, model.optimizer().decay(), regularisation, numbers).build();
            layers.add(layer);
            rules.add(field.spec(), layer);
        }
        numbers.all(Hyperparameter.OPTIMIZER, model.optimizer().usage());
        List<OutputNode> outputs = OutputNode.of(model.spec(), model.outputs(), numbers);
        model.spec().policies().forEach(policy -> numbers.ofPolicy(policy, Optional.empty()));
        Optional<Hyperparameter> weightDecay = model.optimizer()
                .decay()
                .map(decay -> numbers.of(
                        Hyperparameter.OPTIMIZER,
                        "weightDecay",
                        model.optimizer().usage(),
                        "weightDecay"));
        return new LayerGraph(
                model.spec().type(),
                model.spec().rows().flatMap(RowsSpec::features),
                inputs,
                layers,
                outputs,
                model.optimizer(),
                model.spec().policies(),
                model.spec().mixedPrecision(),
                weightDecay,
                rules.build(layers),
                numbers.groups(),
                numbers.regularisers(model));
    }

    /** Whether it has one input and one output, whose task stands on the class: what most networks are. */
    public boolean isPlain() {
        return inputs.size() == 1
                && outputs.size() == 1
                && outputs.get(0).group().equals(Hyperparameter.TASK);
    }

    /** The adversarial training on the class. */
    public Optional<AdversarialSpec> adversarial() {
        return policies(AdversarialSpec.class).stream().findFirst();
    }

    /** The two runs with different masks on the class. */
    public Optional<RDropSpec> rDrop() {
        return policies(RDropSpec.class).stream().findFirst();
    }

    /** The second run at other weights on the class. */
    public Optional<SamSpec> sam() {
        return policies(SamSpec.class).stream().findFirst();
    }

    /** The learning from a teacher on the class. */
    public Optional<DistillSpec> distill() {
        return policies(DistillSpec.class).stream().findFirst();
    }

    /** Whether the layers run twice in a step. */
    public boolean runsTwice() {
        return adversarial().isPresent() || rDrop().isPresent() || sam().isPresent();
    }

    /** Whether a second run reads an input as the first one has made it, or an attack changed that: what is not read as ids is read as floats. */
    public boolean isReadAgain(InputSpec read) {
        return runsTwice() && idReaders(read).isEmpty();
    }

    /** The policies of one type on the class. */
    public <P extends PolicySpec> List<P> policies(Class<P> type) {
        return PolicySpec.of(type, policies);
    }

    /** The layers that read an input's ids as they are fed. */
    public List<LayerNode> idReaders(InputSpec read) {
        return readers(read).filter(LayerNode::readsIds).toList();
    }

    /** Whether a layer reads an input as floats. */
    public boolean isReadAsFloats(InputSpec read) {
        return readers(read).anyMatch(layer -> !layer.readsIds());
    }

    private Stream<LayerNode> readers(InputSpec read) {
        return layers.stream().filter(layer -> layer.inputs().contains(read.name()));
    }

    /** The ids that every embedding of an input knows are below this; empty where there is none. */
    public OptionalInt vocabulary(InputSpec read) {
        return idReaders(read).stream()
                .flatMap(layer -> layer.operations().stream())
                .filter(EmbeddingOp.class::isInstance)
                .mapToInt(operation -> ((EmbeddingOp) operation).vocabulary())
                .min();
    }

    /** Whether a layer relates the steps of sequences to each other. */
    public boolean relatesSteps() {
        return layers.stream().flatMap(layer -> layer.operations().stream()).anyMatch(Operation::relatesSteps);
    }

    /** Whether a layer asks for the mask that an input's zeros make. */
    public boolean isMasked(InputSpec read) {
        return layers.stream()
                .flatMap(layer -> layer.masks().stream())
                .anyMatch(mask -> mask.equals(Optional.of(read.name())));
    }

    /** Every variable, layer by layer. */
    public Stream<Variable> variables() {
        return layers.stream().flatMap(layer -> layer.variables().stream());
    }

    /** What the optimizer updates. */
    public Stream<Variable> trained() {
        return variables().filter(Variable::trained);
    }

    /** How many values are trained, over all weights. */
    public long trainedValues() {
        return trained().mapToLong(Variable::size).sum();
    }

    /**
     * How many trained values a row of a batch works with: of a table those of the rows that it reads, unless all of them are
     * averaged.
     */
    public long valuesPerRow() {
        if (!policies(MovingAverageSpec.class).isEmpty()) {
            return trainedValues();
        }
        List<EmbeddingOp> readings = layers.stream()
                .flatMap(layer -> layer.operations().stream())
                .filter(EmbeddingOp.class::isInstance)
                .map(EmbeddingOp.class::cast)
                .toList();
        List<Variable> tables = readings.stream().map(EmbeddingOp::table).toList();
        long whole = trained()
                .filter(variable -> !tables.contains(variable))
                .mapToLong(Variable::size)
                .sum();
        return whole + readings.stream().mapToLong(EmbeddingOp::valuesPerRow).sum();
    }

    /** The numbers of a group; none if it has none. */
    public List<Hyperparameter> hyperparameters(String group) {
        return hyperparameters.stream()
                .filter(candidate -> candidate.name().equals(group))
                .flatMap(candidate -> candidate.numbers().stream())
                .toList();
    }
}
