package io.regulus.processor.check.features;

import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FeaturesSpec;

/** Something that has to hold of a record with {@code @Features}. */
interface FeaturesRule {
    void check(FeaturesSpec features, Problems problems);
}
