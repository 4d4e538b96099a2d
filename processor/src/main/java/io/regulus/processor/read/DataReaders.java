package io.regulus.processor.read;

import io.regulus.annotations.MixPer;
import io.regulus.processor.spec.DataSpec;
import io.regulus.processor.spec.PolicySpec;

/** Reads what happens to an input before the first layer. */
final class DataReaders {
    private DataReaders() {}

    static PolicySpec flip(AnnotationUse use) {
        return new DataSpec.Flip(
                use.usage(),
                use.flag("horizontal").value(),
                use.flag("vertical").value());
    }

    static PolicySpec crop(AnnotationUse use) {
        return new DataSpec.Crop(use.usage(), use.integer("padding"));
    }

    static PolicySpec cutout(AnnotationUse use) {
        return new DataSpec.Cutout(use.usage(), use.integer("size"));
    }

    static PolicySpec mixUp(AnnotationUse use) {
        return new DataSpec.MixUp(use.usage(), use.constant("per", MixPer.class).value() == MixPer.ROW);
    }
}
