package io.regulus.engine;

import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.proto.RewriterConfig.Toggle;

/** The configuration of a session: its threads, its device, the numbers it computes in. */
final class SessionConfig {
    /** The others would be opened, and left alone: a graph is placed on one. */
    private static final String FIRST_GPU = "0";

    private SessionConfig() {}

    /** Threads and devices; enough to ask for the devices with. */
    static ConfigProto of(Settings settings, Threads threads) {
        ConfigProto.Builder config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads.intraOp())
                .setInterOpParallelismThreads(threads.interOp())
                // what has no GPU kernel runs on the CPU
                .setAllowSoftPlacement(true)
                // as much memory as is needed, for others use the GPU too
                .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true).setVisibleDeviceList(FIRST_GPU));
        if (settings.device() == Device.CPU) {
            config.putDeviceCount("GPU", 0);
        }
        return config.build();
    }

    /** The same, for numbers of a precision on these devices. */
    static ConfigProto of(Settings settings, Threads threads, Precision precision, Devices devices) {
        ConfigProto config = of(settings, threads);
        if (precision == Precision.FLOAT32) {
            return config;
        }
        RewriterConfig.Builder rewriter = RewriterConfig.newBuilder();
        if (devices.gpu()) {
            rewriter.setAutoMixedPrecision(Toggle.ON);
        } else {
            rewriter.setAutoMixedPrecisionOnednnBfloat16(Toggle.ON);
        }
        return config.toBuilder()
                .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriter))
                .build();
    }
}
