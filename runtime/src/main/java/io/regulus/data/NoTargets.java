package io.regulus.data;

/** No targets: the dataset is for prediction only. */
public final class NoTargets extends Targets {
    static final NoTargets INSTANCE = new NoTargets();

    private NoTargets() {}

    @Override
    public String toString() {
        return "NoTargets";
    }

    @Override
    int size() {
        return 0;
    }

    @Override
    String unit() {
        return "no targets";
    }

    @Override
    NoTargets blank(int rows) {
        return this;
    }

    @Override
    void copyRow(int from, Targets into, int to) {
        // there is nothing
    }

    @Override
    NoTargets range(int from, int to) {
        return this;
    }

    @Override
    NoTargets pick(int[] indices) {
        return this;
    }
}
