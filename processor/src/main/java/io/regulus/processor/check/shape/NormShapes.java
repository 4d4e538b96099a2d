package io.regulus.processor.check.shape;

import io.regulus.processor.spec.GroupNormSpec;
import io.regulus.processor.spec.NormSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.Optional;

/** Norms leave the shape as it is; those of a row by itself need more than one value to take statistics of. */
final class NormShapes {
    private NormShapes() {}

    /** A norm over the last axis. */
    static Optional<TensorShape> features(NormSpec spec, TensorShape input, Report report) {
        return input.channels() == 1
                ? report.oneValue(spec, input, "It normalises over the last axis, which has one value.")
                : Optional.of(input);
    }

    /** A norm of each channel over all places. */
    static Optional<TensorShape> channels(NormSpec spec, TensorShape input, Report report) {
        return input.size() == input.channels()
                ? report.oneValue(spec, input, "It normalises each channel over its places, and here is one place.")
                : Optional.of(input);
    }

    static Optional<TensorShape> groups(GroupNormSpec spec, TensorShape input, Report report) {
        int groups = spec.groups().value();
        int channels = input.channels();
        if (channels % groups != 0) {
            return report.groups(spec, groups, input);
        }
        return input.size() == groups
                ? report.oneValue(spec, input, "Each of its " + groups + " groups has one value.")
                : Optional.of(input);
    }
}
