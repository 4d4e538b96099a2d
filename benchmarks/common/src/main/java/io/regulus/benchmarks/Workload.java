package io.regulus.benchmarks;

/** What is measured: training steps of a network, or calls that predict a number of rows. */
public enum Workload {
    W1(Network.MLP),
    W2(Network.WIDE_MLP),
    W3(Network.CNN),
    W4(Network.REGRESSION),
    W5(Network.EMBEDDING),
    W6(Network.LSTM),
    W7_MLP_1(Network.MLP, 1),
    W7_MLP_1000(Network.MLP, 1000),
    W7_CNN_1(Network.CNN, 1),
    W7_CNN_1000(Network.CNN, 1000);

    private final Network network;
    private final int rowsPerCall;

    Workload(Network network) {
        this(network, 0);
    }

    Workload(Network network, int rowsPerCall) {
        this.network = network;
        this.rowsPerCall = rowsPerCall;
    }

    /** What is trained or asked. */
    public Network network() {
        return network;
    }

    /** Whether its steps are training steps; else they are calls of predict. */
    public boolean trains() {
        return rowsPerCall == 0;
    }

    /** Rows of each call of predict. */
    public int rowsPerCall() {
        if (trains()) {
            throw new IllegalStateException(this + " trains: it has no rows per call");
        }
        return rowsPerCall;
    }

    /** Floating point operations of a step or call. */
    public double flops() {
        return trains() ? network.flopsOfStep() : network.flopsOfPrediction(rowsPerCall);
    }
}
