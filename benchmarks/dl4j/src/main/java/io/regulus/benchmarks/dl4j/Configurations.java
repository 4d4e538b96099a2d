package io.regulus.benchmarks.dl4j;

import io.regulus.benchmarks.Network;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks as configurations of DL4J. */
final class Configurations {
    private Configurations() {}

    static MultiLayerConfiguration of(Network network) {
        return switch (network) {
            case MLP -> mlp(network, 512, 256);
            case WIDE_MLP -> mlp(network, 2048, 2048);
            case CNN -> cnn(network);
            case REGRESSION -> regression(network);
            case EMBEDDING, LSTM -> throw new IllegalArgumentException("not compared on " + network);
        };
    }

    // [user code
    private static MultiLayerConfiguration mlp(Network network, int units1, int units2) {
        return builder(network)
                .l2(Network.L2_GRADIENT)
                .list()
                .layer(dense(units1, Activation.IDENTITY))
                .layer(batchNorm())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new DropoutLayer(1 - Network.DROPOUT))
                .layer(dense(units2, Activation.IDENTITY))
                .layer(batchNorm())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new DropoutLayer(1 - Network.DROPOUT))
                .layer(softmax(network))
                .setInputType(InputType.feedForward(network.inputs()))
                .build();
    }

    private static NeuralNetConfiguration.Builder builder(Network network) {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(network.learningRate()))
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .activation(Activation.IDENTITY);
    }

    private static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    private static BatchNormalization batchNorm() {
        return new BatchNormalization.Builder()
                .decay(Network.MOMENTUM)
                .eps(Network.EPSILON)
                .build();
    }

    private static OutputLayer softmax(Network network) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(network.outputs())
                .activation(Activation.SOFTMAX)
                .build();
    }
    // user code]

    private static MultiLayerConfiguration cnn(Network network) {
        return builder(network)
                .l2(Network.L2_GRADIENT)
                .list()
                .layer(convolution(32))
                .layer(batchNorm())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(maxPool())
                .layer(convolution(64))
                .layer(batchNorm())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(maxPool())
                .layer(dense(128, Activation.RELU))
                .layer(new DropoutLayer(1 - Network.DROPOUT))
                .layer(softmax(network))
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build();
    }

    private static ConvolutionLayer convolution(int filters) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Same)
                .build();
    }

    private static SubsamplingLayer maxPool() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                .build();
    }

    private static MultiLayerConfiguration regression(Network network) {
        return builder(network)
                .weightDecay(Network.DECAY)
                .list()
                .layer(dense(64, Activation.RELU))
                .layer(dense(32, Activation.RELU))
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nOut(network.outputs())
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.feedForward(network.inputs()))
                .build();
    }
}
