package io.regulus.processor.check;

import io.regulus.processor.check.Parameter.Role;
import io.regulus.processor.spec.ActivationSpec;
import io.regulus.processor.spec.ActivityRegularizationSpec;
import io.regulus.processor.spec.AddSpec;
import io.regulus.processor.spec.AlphaDropoutSpec;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.BidirectionalSpec;
import io.regulus.processor.spec.ConcatSpec;
import io.regulus.processor.spec.Conv1DSpec;
import io.regulus.processor.spec.Conv2DSpec;
import io.regulus.processor.spec.Conv2DTransposeSpec;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.DepthwiseConv2DSpec;
import io.regulus.processor.spec.DotSpec;
import io.regulus.processor.spec.DropPathSpec;
import io.regulus.processor.spec.DropoutSpec;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.FlattenSpec;
import io.regulus.processor.spec.GaussianDropoutSpec;
import io.regulus.processor.spec.GaussianNoiseSpec;
import io.regulus.processor.spec.GlobalPoolSpec;
import io.regulus.processor.spec.GroupNormSpec;
import io.regulus.processor.spec.InstanceNormSpec;
import io.regulus.processor.spec.LayerNormSpec;
import io.regulus.processor.spec.MultiHeadAttentionSpec;
import io.regulus.processor.spec.MultiplySpec;
import io.regulus.processor.spec.NormSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.PermuteSpec;
import io.regulus.processor.spec.PoolSpec;
import io.regulus.processor.spec.PositionEmbeddingSpec;
import io.regulus.processor.spec.PositionalEncodingSpec;
import io.regulus.processor.spec.RecurrentSpec;
import io.regulus.processor.spec.ReshapeSpec;
import io.regulus.processor.spec.RmsNormSpec;
import io.regulus.processor.spec.ScoredAttentionSpec;
import io.regulus.processor.spec.SeparableConv2DSpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.SpatialDropoutSpec;
import io.regulus.processor.spec.SpectralNormSpec;
import io.regulus.processor.spec.TransformerBlockSpec;
import io.regulus.processor.spec.UpSamplingSpec;
import io.regulus.processor.spec.WeightNormSpec;
import io.regulus.processor.spec.WeightedSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which parameters a field has. */
public final class Parameters implements OpSpec.Cases<List<Parameter>> {
    private final FieldSpec field;

    private Parameters(FieldSpec field) {
        this.field = field;
    }

    /** The parameters of a field, in the order of its operations. */
    public static List<Parameter> of(FieldSpec field) {
        Parameters cases = new Parameters(field);
        return field.ops().stream().flatMap(op -> op.match(cases).stream()).toList();
    }

    /**
     * The parameter of a field that has this name within it.
     *
     * @throws IllegalStateException if there is none
     */
    public static Parameter named(FieldSpec field, String suffix) {
        return of(field).stream()
                .filter(parameter -> parameter.name().equals(field.owner() + "/" + suffix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(field.name() + " has no parameter " + suffix));
    }

    /** Whether an operation of a field has parameters. */
    public static boolean has(FieldSpec field, OpSpec op) {
        return !op.match(new Parameters(field)).isEmpty();
    }

    /** The parameters of a field that an optimizer changes. */
    public static List<Parameter> trained(FieldSpec field) {
        return of(field).stream().filter(Parameter::isTrained).toList();
    }

    /** Whether a layer has a bias: as written, else unless a norm of its field, whose shift does the same, follows. */
    public static boolean hasBias(FieldSpec field, WeightedSpec layer) {
        return layer.useBias().explicit() ? layer.useBias().value() : !hasShift(field);
    }

    private static boolean hasShift(FieldSpec field) {
        return field.op(Slot.NORM).filter(norm -> ((NormSpec) norm).hasShift()).isPresent();
    }

    @Override
    public List<Parameter> dense(DenseSpec spec) {
        return weighted(spec);
    }

    @Override
    public List<Parameter> conv1D(Conv1DSpec spec) {
        return weighted(spec);
    }

    @Override
    public List<Parameter> conv2D(Conv2DSpec spec) {
        return weighted(spec);
    }

    @Override
    public List<Parameter> conv2DTranspose(Conv2DTransposeSpec spec) {
        return weighted(spec);
    }

    /** The name of what an attention multiplies its scores by; a norm of the same field has a scale of its own. */
    public static final String SCORE_SCALE = "score_scale";

    /** What the names of a backward direction's parameters begin with. */
    public static final String BACKWARD = "backward_";

    /** The recurrent layer of a field. */
    public static Optional<RecurrentSpec> recurrent(FieldSpec field) {
        return field.op(Slot.LAYER).filter(RecurrentSpec.class::isInstance).map(RecurrentSpec.class::cast);
    }

    /** What says that a recurrent layer goes in both directions. */
    public static Optional<BidirectionalSpec> directions(FieldSpec field) {
        return field.op(Slot.DIRECTIONS).map(BidirectionalSpec.class::cast);
    }

    @Override
    public List<Parameter> recurrent(RecurrentSpec spec) {
        return recurrent(spec, "");
    }

    @Override
    public List<Parameter> bidirectional(BidirectionalSpec spec) {
        return recurrent(field).stream()
                .flatMap(layer -> recurrent(layer, BACKWARD).stream())
                .toList();
    }

    private List<Parameter> recurrent(RecurrentSpec layer, String prefix) {
        Parameter kernel = parameter(prefix + "kernel", Role.KERNEL);
        Parameter recurrentKernel = parameter(prefix + "recurrent_kernel", Role.RECURRENT_KERNEL);
        return layer.useBias()
                ? List.of(kernel, recurrentKernel, parameter(prefix + "bias", Role.BIAS))
                : List.of(kernel, recurrentKernel);
    }

    @Override
    public List<Parameter> embedding(EmbeddingSpec spec) {
        return List.of(parameter("embedding", Role.EMBEDDING));
    }

    @Override
    public List<Parameter> depthwiseConv2D(DepthwiseConv2DSpec spec) {
        return weighted(spec);
    }

    @Override
    public List<Parameter> separableConv2D(SeparableConv2DSpec spec) {
        return weighted(spec, "depthwise_kernel", "pointwise_kernel");
    }

    @Override
    public List<Parameter> multiHeadAttention(MultiHeadAttentionSpec spec) {
        return Stream.of("query", "key", "value", "output")
                .flatMap(name -> projection(name, spec.useBias()))
                .toList();
    }

    @Override
    public List<Parameter> scoredAttention(ScoredAttentionSpec spec) {
        return spec.useScale() ? List.of(parameter(SCORE_SCALE, Role.SCALE)) : List.of();
    }

    @Override
    public List<Parameter> transformerBlock(TransformerBlockSpec spec) {
        return Stream.of(
                        Stream.of("query", "key", "value", "output").flatMap(name -> projection(name, true)),
                        norm("norm1"),
                        projection("dense1", true),
                        projection("dense2", true),
                        norm("norm2"))
                .flatMap(parameters -> parameters)
                .toList();
    }

    @Override
    public List<Parameter> positionalEncoding(PositionalEncodingSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> positionEmbedding(PositionEmbeddingSpec spec) {
        return List.of(parameter("positions", Role.EMBEDDING));
    }

    @Override
    public List<Parameter> batchNorm(BatchNormSpec spec) {
        return List.of(
                parameter("scale", Role.SCALE),
                parameter("shift", Role.SHIFT),
                parameter("mean", Role.STATISTIC),
                parameter("variance", Role.STATISTIC));
    }

    @Override
    public List<Parameter> layerNorm(LayerNormSpec spec) {
        return List.of(parameter("scale", Role.SCALE), parameter("shift", Role.SHIFT));
    }

    @Override
    public List<Parameter> groupNorm(GroupNormSpec spec) {
        return List.of(parameter("scale", Role.SCALE), parameter("shift", Role.SHIFT));
    }

    @Override
    public List<Parameter> instanceNorm(InstanceNormSpec spec) {
        return List.of(parameter("scale", Role.SCALE), parameter("shift", Role.SHIFT));
    }

    @Override
    public List<Parameter> rmsNorm(RmsNormSpec spec) {
        return List.of(parameter("scale", Role.SCALE));
    }

    @Override
    public List<Parameter> add(AddSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> concat(ConcatSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> multiply(MultiplySpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> dot(DotSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> activation(ActivationSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> pool(PoolSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> globalPool(GlobalPoolSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> upSampling(UpSamplingSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> flatten(FlattenSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> reshape(ReshapeSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> permute(PermuteSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> activityRegularization(ActivityRegularizationSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> dropout(DropoutSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> spatialDropout(SpatialDropoutSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> gaussianNoise(GaussianNoiseSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> gaussianDropout(GaussianDropoutSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> alphaDropout(AlphaDropoutSpec spec) {
        return List.of();
    }

    @Override
    public List<Parameter> dropPath(DropPathSpec spec) {
        return List.of();
    }

    /** A dense layer within a larger one. */
    private Stream<Parameter> projection(String name, boolean hasBias) {
        Parameter kernel = parameter(name + "_kernel", Role.KERNEL);
        return hasBias ? Stream.of(kernel, parameter(name + "_bias", Role.BIAS)) : Stream.of(kernel);
    }

    /** A layer norm within a larger layer. */
    private Stream<Parameter> norm(String name) {
        return Stream.of(parameter(name + "_scale", Role.SCALE), parameter(name + "_shift", Role.SHIFT));
    }

    private List<Parameter> weighted(WeightedSpec layer) {
        return weighted(layer, "kernel");
    }

    private List<Parameter> weighted(WeightedSpec layer, String... kernels) {
        List<Parameter> parameters = new ArrayList<>();
        for (String kernel : kernels) {
            parameters.add(parameter(kernel, Role.KERNEL));
        }
        if (!field.policies(WeightNormSpec.class).isEmpty()) {
            parameters.add(parameter("gain", Role.SCALE));
        }
        if (!field.policies(SpectralNormSpec.class).isEmpty()) {
            parameters.add(parameter("u", Role.STATISTIC));
        }
        if (hasBias(field, layer)) {
            parameters.add(parameter("bias", Role.BIAS));
        }
        return parameters;
    }

    private Parameter parameter(String name, Role role) {
        return new Parameter(field.owner() + "/" + name, role, field.isFrozen());
    }
}
