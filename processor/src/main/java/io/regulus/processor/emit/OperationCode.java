package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.factor;
import static io.regulus.processor.emit.GeneratedNames.member;
import static io.regulus.processor.emit.GeneratedNames.read;
import static io.regulus.processor.emit.GeneratedNames.words;
import static io.regulus.processor.emit.RuntimeNames.DROPOUT;
import static io.regulus.processor.emit.RuntimeNames.EMBEDDINGS;
import static io.regulus.processor.emit.RuntimeNames.POOLING;
import static io.regulus.processor.emit.RuntimeNames.POSITIONS;
import static io.regulus.processor.emit.RuntimeNames.SEQUENCES;

import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.graph.ActivationOp;
import io.regulus.processor.graph.ActivityPenaltyOp;
import io.regulus.processor.graph.AddOp;
import io.regulus.processor.graph.BatchNormOp;
import io.regulus.processor.graph.ConcatOp;
import io.regulus.processor.graph.Conv1DOp;
import io.regulus.processor.graph.Conv2DOp;
import io.regulus.processor.graph.Conv2DTransposeOp;
import io.regulus.processor.graph.DenseOp;
import io.regulus.processor.graph.DepthwiseConv2DOp;
import io.regulus.processor.graph.DotOp;
import io.regulus.processor.graph.DropoutOp;
import io.regulus.processor.graph.EmbeddingOp;
import io.regulus.processor.graph.FlattenOp;
import io.regulus.processor.graph.GlobalPoolOp;
import io.regulus.processor.graph.MultiHeadAttentionOp;
import io.regulus.processor.graph.MultiplyOp;
import io.regulus.processor.graph.NoiseOp;
import io.regulus.processor.graph.NormOp;
import io.regulus.processor.graph.Operation;
import io.regulus.processor.graph.PermuteOp;
import io.regulus.processor.graph.PoolOp;
import io.regulus.processor.graph.PositionEmbeddingOp;
import io.regulus.processor.graph.RecurrentOp;
import io.regulus.processor.graph.ReshapeOp;
import io.regulus.processor.graph.ScoredAttentionOp;
import io.regulus.processor.graph.TransformerBlockOp;
import io.regulus.processor.graph.UpSamplingOp;
import io.regulus.processor.graph.Variable;
import io.regulus.processor.graph.WavesOp;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the ops of an operation into a layer's method and says in words what they are. What takes more than a few lines
 * stands in a class of its own.
 */
final class OperationCode implements Operation.Cases<String> {
    private final LayerMethod method;

    OperationCode(LayerMethod method) {
        this.method = method;
    }

    @Override
    public String add(AddOp operation) {
        return MergeCode.add(method);
    }

    @Override
    public String concat(ConcatOp operation) {
        return MergeCode.concat(method);
    }

    @Override
    public String multiply(MultiplyOp operation) {
        return MergeCode.multiply(operation, method);
    }

    @Override
    public String dot(DotOp operation) {
        return MergeCode.dot(operation, method);
    }

    @Override
    public String dense(DenseOp operation) {
        if (operation.perStep()) {
            method.assign("$T.matMul(tf, $L, $L)", SEQUENCES, method.current(), factor(operation.kernel()));
        } else {
            method.assign("tf.linalg.matMul($L, $L)", method.current(), factor(operation.kernel()));
        }
        bias(operation.bias());
        return words(operation.perStep() ? "dense per step" : "dense", operation.kernel());
    }

    private void bias(Optional<Variable> bias) {
        bias.ifPresent(added -> method.assign("tf.nn.biasAdd($L, $L)", method.current(), member(added)));
    }

    @Override
    public String conv1d(Conv1DOp operation) {
        String words = WindowCode.conv1d(operation, method);
        bias(operation.bias());
        return words;
    }

    @Override
    public String conv2d(Conv2DOp operation) {
        String words = WindowCode.conv2d(operation, method);
        bias(operation.bias());
        return words;
    }

    @Override
    public String conv2dTranspose(Conv2DTransposeOp operation) {
        String words = WindowCode.conv2dTranspose(operation, method);
        bias(operation.bias());
        return words;
    }

    @Override
    public String depthwiseConv2d(DepthwiseConv2DOp operation) {
        String words = WindowCode.depthwiseConv2d(operation, method);
        bias(operation.bias());
        return words;
    }

    @Override
    public String embedding(EmbeddingOp operation) {
        method.assign("$T.lookUp(pass, $L, $L)", EMBEDDINGS, member(operation.table()), method.current());
        return "embedding";
    }

    @Override
    public String multiHeadAttention(MultiHeadAttentionOp operation) {
        return AttentionCode.attention(operation, method);
    }

    @Override
    public String scoredAttention(ScoredAttentionOp operation) {
        return AttentionCode.scored(operation, method);
    }

    @Override
    public String transformerBlock(TransformerBlockOp operation) {
        return AttentionCode.block(operation, method);
    }

    @Override
    public String waves(WavesOp operation) {
        method.assign("$T.addWaves(tf, $L, $L)", POSITIONS, method.current(), read(operation.maxWavelength()));
        return "positions";
    }

    @Override
    public String positionEmbedding(PositionEmbeddingOp operation) {
        return AttentionCode.positions(operation, method);
    }

    @Override
    public String recurrent(RecurrentOp operation) {
        return RecurrentCode.recurrent(operation, method);
    }

    @Override
    public String batchNorm(BatchNormOp operation) {
        return NormCode.batchNorm(operation, method);
    }

    @Override
    public String norm(NormOp operation) {
        return NormCode.norm(operation, method);
    }

    @Override
    public String activation(ActivationOp operation) {
        CodeBlock slope = operation.negativeSlope().map(GeneratedNames::read).orElseGet(ActivationCode::defaultSlope);
        method.assign("$L", ActivationCode.of(operation.function(), method.current(), slope));
        return operation.function().name().toLowerCase(Locale.ROOT).replace("_", " ");
    }

    @Override
    public String pool(PoolOp operation) {
        return WindowCode.pool(operation, method);
    }

    @Override
    public String globalPool(GlobalPoolOp operation) {
        if (operation.max()) {
            method.assign("$T.globalMax(tf, $L)", POOLING, method.current());
            return "global max pool";
        }
        String arguments =
                method.mask().map(mask -> method.current() + ", " + mask).orElse(method.current());
        method.assign("$T.globalAverage(tf, $L)", POOLING, arguments);
        return "global average pool";
    }

    @Override
    public String upSampling(UpSamplingOp operation) {
        return WindowCode.upSampling(operation, method);
    }

    @Override
    public String flatten(FlattenOp operation) {
        method.assign("tf.reshape($L, tf.constant(new long[] {-1, $L}))", method.current(), operation.length());
        return "flatten";
    }

    @Override
    public String reshape(ReshapeOp operation) {
        String dims = operation.shape().dims().stream().map(String::valueOf).collect(Collectors.joining(", "));
        method.assign("tf.reshape($L, tf.constant(new long[] {-1, $L}))", method.current(), dims);
        return "reshape";
    }

    @Override
    public String permute(PermuteOp operation) {
        // the rows of the batch stay where they are
        String order = operation.order().stream().map(String::valueOf).collect(Collectors.joining(", "));
        method.assign("tf.linalg.transpose($L, tf.constant(new int[] {0, $L}))", method.current(), order);
        return "permute";
    }

    @Override
    public String activityPenalty(ActivityPenaltyOp operation) {
        method.assign(
                "$T.apply(pass, $L, $L, $L)",
                RuntimeNames.ops("ActivityPenalty"),
                method.current(),
                read(operation.l1()),
                read(operation.l2()));
        return "activity penalty";
    }

    @Override
    public String dropout(DropoutOp operation) {
        String call = operation.relu() ? "afterRelu" : "apply";
        method.assign("$T.$L(pass, $S, $L, $L)", DROPOUT, call, method.layer(), method.current(), read(operation.p()));
        return operation.relu() ? "relu, dropout" : "dropout";
    }

    @Override
    public String noise(NoiseOp operation) {
        method.assign(
                "$T.apply(pass, $S, $L, $L)",
                RuntimeNames.ops(operation.type()),
                method.layer(),
                method.current(),
                read(operation.number()));
        return operation.words();
    }
}
