package io.regulus.processor.graph;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Padding;
import java.util.List;
import java.util.Optional;

/** What a layer computes, op by op, with every size known. */
public sealed interface Operation {
    /** Calls the case of this operation. */
    <R> R match(Cases<R> cases);

    /** One answer per operation. */
    interface Cases<R> {
        R add(Add operation);

        R concat(Concat operation);

        R dense(Dense operation);

        R conv2d(Conv2D operation);

        R batchNorm(BatchNorm operation);

        R activation(Activation operation);

        R pool2d(Pool2D operation);

        R globalAverage(GlobalAverage operation);

        R flatten(Flatten operation);

        R dropout(Dropout operation);
    }

    /** Sum of the layer's inputs. */
    record Add(int inputs) implements Operation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.add(this);
        }
    }

    /** The layer's inputs joined along the last axis. */
    record Concat(int inputs) implements Operation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.concat(this);
        }
    }

    /** x W + b. */
    record Dense(Variable kernel, Optional<Variable> bias) implements Operation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dense(this);
        }
    }

    /** A convolution; window and strides are vertical, horizontal. */
    record Conv2D(Variable kernel, Optional<Variable> bias, List<Integer> strides, Padding padding)
            implements Operation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.conv2d(this);
        }
    }

    /**
     * A batch norm over the last axis, with what follows it.
     *
     * @param relu whether a ReLU follows
     * @param dropout probability of the dropout that follows the ReLU
     */
    record BatchNorm(
            int channels,
            Hyperparameter momentum,
            Hyperparameter epsilon,
            boolean unbiased,
            boolean relu,
            Optional<Hyperparameter> dropout)
            implements Operation {
        BatchNorm withRelu() {
            return new BatchNorm(channels, momentum, epsilon, unbiased, true, dropout);
        }

        BatchNorm withDropout(Hyperparameter p) {
            return new BatchNorm(channels, momentum, epsilon, unbiased, relu, Optional.of(p));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.batchNorm(this);
        }
    }

    /** An activation other than the linear one; a slope only for a leaky ReLU that was given one of its own. */
    record Activation(ActivationFunction function, Optional<Hyperparameter> negativeSlope) implements Operation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.activation(this);
        }
    }

    /** A pooling; window and strides are vertical, horizontal. */
    record Pool2D(boolean max, List<Integer> window, List<Integer> strides, Padding padding) implements Operation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pool2d(this);
        }
    }

    /** Mean of each channel over the image. */
    record GlobalAverage() implements Operation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.globalAverage(this);
        }
    }

    /** An image made a row of the given length. */
    record Flatten(long length) implements Operation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.flatten(this);
        }
    }

    /** Dropout, after a ReLU where there is one. */
    record Dropout(Hyperparameter p, boolean relu) implements Operation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dropout(this);
        }
    }
}
