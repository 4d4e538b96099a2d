package io.regulus.processor.spec;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happens to an input before the first layer, as written on it. */
public sealed interface DataSpec extends PolicySpec
        permits DataSpec.Trivial,
                DataSpec.Hue,
                DataSpec.Saturation,
                DataSpec.Standardize,
                DataSpec.Flip,
                DataSpec.Crop,
                DataSpec.Translation,
                DataSpec.Rotation,
                DataSpec.Brightness,
                DataSpec.Contrast,
                DataSpec.Erasing,
                DataSpec.Cutout,
                DataSpec.MixUp,
                DataSpec.CutMix {
    /** The order in which they run, whatever the order of the annotations. */
    enum Stage {
        TRIVIAL_AUGMENT,
        HUE,
        SATURATION,
        STANDARDISATION,
        FLIP,
        CROP,
        TRANSLATION,
        ROTATION,
        BRIGHTNESS,
        CONTRAST,
        ERASING,
        CUTOUT,
        MIXING
    }

    /** When it runs. */
    Stage stage();

    /** Whether it takes an image and nothing else. */
    default boolean needsImage() {
        return stage() != Stage.STANDARDISATION;
    }

    /** Whether it takes the three channels of a colour image and nothing else. */
    default boolean needsColours() {
        return stage() == Stage.HUE || stage() == Stage.SATURATION;
    }

    /** Whether it changes the targets too. */
    default boolean mixes() {
        return stage() == Stage.MIXING;
    }

    @Override
    default Optional<String> oneOf() {
        return mixes() ? Optional.of("way of mixing rows") : Optional.empty();
    }

    /** Those among policies, in the order in which they run. */
    static List<DataSpec> among(List<PolicySpec> policies) {
        return PolicySpec.of(DataSpec.class, policies).stream()
                .sorted(Comparator.comparing(DataSpec::stage))
                .toList();
    }

    /** {@code @Standardize}. */
    record Standardize(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.STANDARDISATION;
        }
    }

    /** {@code @RandomFlip}. */
    record Flip(Usage usage, boolean horizontal, boolean vertical) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.FLIP;
        }
    }

    /** {@code @RandomCrop}. */
    record Crop(Usage usage, Written<Integer> padding) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.CROP;
        }
    }

    /** {@code @RandomRotation}. */
    record Rotation(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.ROTATION;
        }
    }

    /** {@code @RandomBrightness}. */
    record Brightness(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.BRIGHTNESS;
        }
    }

    /** {@code @RandomContrast}. */
    record Contrast(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.CONTRAST;
        }
    }

    /** {@code @Cutout}. */
    record Cutout(Usage usage, Written<Integer> size) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.CUTOUT;
        }
    }

    /** {@code @TrivialAugment}. */
    record Trivial(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.TRIVIAL_AUGMENT;
        }
    }

    /** {@code @RandomHue}. */
    record Hue(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.HUE;
        }
    }

    /** {@code @RandomSaturation}. */
    record Saturation(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.SATURATION;
        }
    }

    /** {@code @RandomTranslation}. */
    record Translation(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.TRANSLATION;
        }
    }

    /** {@code @RandomErasing}. */
    record Erasing(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.ERASING;
        }
    }

    /** {@code @MixUp}. */
    record MixUp(Usage usage, boolean perRow) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.MIXING;
        }

        @Override
        public boolean needsImage() {
            return false;
        }
    }

    /** {@code @CutMix}. */
    record CutMix(Usage usage) implements DataSpec {
        @Override
        public Stage stage() {
            return Stage.MIXING;
        }
    }
}
