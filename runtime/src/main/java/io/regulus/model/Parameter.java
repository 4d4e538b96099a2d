package io.regulus.model;

/** One weight of a living model: reads and replaces its values. */
public final class Parameter {
    private final Model model;
    private final String name;

    Parameter(Model model, String name) {
        this.model = model;
        this.name = name;
    }

    /** Its name, such as {@code "head/kernel"}. */
    public String name() {
        return name;
    }

    /** Its dimensions. */
    public long[] shape() {
        return model.weights(name).shape(name);
    }

    /** A copy of its values, in row-major order, the last dimension fastest. */
    public float[] values() {
        return model.weights(name).get(name);
    }

    /**
     * Replaces its values.
     *
     * @param values in row-major order
     * @throws IllegalArgumentException if their number differs from the shape's
     */
    public void set(float... values) {
        model.setWeights(model.weights(name).with(name, values));
    }
}
