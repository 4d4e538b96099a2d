package io.regulus.benchmarks.compare;

import io.regulus.benchmarks.Precision;
import io.regulus.benchmarks.Workload;
import java.util.List;
import java.util.Optional;

/** The contenders, in the order in which they take turns. */
enum Program {
    TENSORFLOW("TensorFlow by hand", "tensorflow", "HandWritten", Precision.FLOAT32, ""),
    REGULUS("Regulus", "regulus", "RegulusContender", Precision.FLOAT32, ""),
    REGULUS_KERNELS("Regulus, kernels", "regulus", "RegulusContender", Precision.FLOAT32, Program.KERNELS),
    REGULUS_MIXED("Regulus, mixed", "regulus", "RegulusContender", Precision.MIXED, ""),
    REGULUS_MIXED_KERNELS("Regulus, mixed, kernels", "regulus", "RegulusContender", Precision.MIXED, Program.KERNELS),
    /** Its natives are all on the class path: nothing is to be looked for in the net. */
    DJL("DJL", "djl", "DjlContender", Precision.FLOAT32, "-Dai.djl.offline=true"),
    DL4J("DL4J", "dl4j", "Dl4jContender", Precision.FLOAT32, "");

    /** What ratios are to. */
    static final Program BASELINE = TENSORFLOW;

    /** Has Regulus use its native kernels; the profile kernels puts them on its class path. */
    private static final String KERNELS = "-Dregulus.kernels=true";

    private static final String PACKAGE = "io.regulus.benchmarks.";

    private final String title;
    private final String module;
    private final String main;
    private final Precision precision;
    private final String flag;

    Program(String title, String module, String main, Precision precision, String flag) {
        this.title = title;
        this.module = module;
        this.main = PACKAGE + module + "." + main;
        this.precision = precision;
        this.flag = flag;
    }

    String title() {
        return title;
    }

    /** Its folder in benchmarks/. */
    String module() {
        return module;
    }

    String main() {
        return main;
    }

    Precision precision() {
        return precision;
    }

    /** Whether it has a network for a workload: mixed precision is for large ones, and the embedding and the LSTM are compared with no peer. */
    boolean runs(Workload workload) {
        return switch (workload.network()) {
            case MLP, WIDE_MLP, CNN -> true;
            case REGRESSION -> precision == Precision.FLOAT32;
            case EMBEDDING, LSTM -> precision == Precision.FLOAT32 && this != DJL && this != DL4J;
        };
    }

    /** What must be on its class path besides what its module depends on; empty for nothing. */
    Optional<String> needs() {
        return flag.equals(KERNELS) ? Optional.of("kernels-native") : Optional.empty();
    }

    /** Flags of its JVM. */
    List<String> flags() {
        return flag.isEmpty() ? List.of() : List.of(flag);
    }
}
