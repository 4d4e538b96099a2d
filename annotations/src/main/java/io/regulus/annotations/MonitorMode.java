package io.regulus.annotations;

/** Which way a metric that is watched is to go. */
public enum MonitorMode {
    /** Up for {@code accuracy}, {@code auc} and {@code r2}, down for everything else. */
    AUTO,
    /** Smaller is better. */
    MIN,
    /** Larger is better. */
    MAX
}
