package io.regulus.benchmarks;

import com.google.gson.Gson;

/**
 * The fastest matrix product of a machine, in 1e9 floating point operations per second.
 *
 * @param float32 of float32 matrices
 * @param bfloat16 of bfloat16 matrices
 */
public record Limit(double float32, double bfloat16) {
    /** Nothing measured yet. */
    public static final Limit NONE = new Limit(0, 0);

    /** That of a precision. */
    public double of(Precision precision) {
        return precision == Precision.MIXED ? bfloat16 : float32;
    }

    /** The larger of both, type by type. */
    public Limit max(Limit other) {
        return new Limit(Math.max(float32, other.float32), Math.max(bfloat16, other.bfloat16));
    }

    /** The line that a process prints. */
    public String line() {
        return Outcome.MARK + new Gson().toJson(this);
    }

    /** The limit of a line's text behind the mark. */
    public static Limit of(String text) {
        return new Gson().fromJson(text, Limit.class);
    }
}
