package io.regulus.processor.spec;

/**
 * The place of an operation within its field. Operations of a field run in this order, whatever the order of the
 * annotations, and a field has at most one of each.
 */
public enum Slot {
    MERGE("merge"),
    LAYER("layer"),
    DIRECTIONS("@Bidirectional"),
    POSITION("position"),
    NORM("norm"),
    ACTIVATION("activation"),
    POOLING("pooling"),
    SHAPE("change of shape"),
    ACTIVITY("penalty on activities"),
    NOISE("noise");

    private final String title;

    Slot(String title) {
        this.title = title;
    }

    /** The word for it in messages. */
    public String title() {
        return title;
    }
}
