package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.read;
import static io.regulus.processor.emit.RuntimeNames.ops;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.graph.DataStep;
import io.regulus.processor.spec.DataSpec;

/** What happens to an input before the first layer: a call for each, which takes and gives {@code x}. */
final class DataCode {
    private static final ClassName AUGMENTATION = ops("Augmentation");
    private static final ClassName COLOURS = ops("Colours");
    private static final ClassName MIXING = ops("Mixing");

    private DataCode() {}

    /** The expression of the input's next value. */
    static CodeBlock of(String input, DataStep step) {
        DataSpec spec = step.spec();
        if (spec instanceof DataSpec.Standardize) {
            return call(ops("InputStatistics"), "standardize", input, CodeBlock.of(""));
        }
        if (spec instanceof DataSpec.Flip flip) {
            return call(AUGMENTATION, "flip", input, CodeBlock.of(", $L, $L", flip.horizontal(), flip.vertical()));
        }
        if (spec instanceof DataSpec.Crop crop) {
            return call(
                    AUGMENTATION,
                    "crop",
                    input,
                    CodeBlock.of(", $L", crop.padding().value()));
        }
        if (spec instanceof DataSpec.Trivial) {
            return call(ops("TrivialAugment"), "apply", input, numbers(step, "maximum"));
        }
        if (spec instanceof DataSpec.Hue) {
            return call(COLOURS, "hue", input, numbers(step, "delta"));
        }
        if (spec instanceof DataSpec.Saturation) {
            return call(COLOURS, "saturation", input, numbers(step, "factor"));
        }
        if (spec instanceof DataSpec.Translation) {
            return call(AUGMENTATION, "translate", input, numbers(step, "height", "width", "fill"));
        }
        if (spec instanceof DataSpec.Erasing) {
            return call(ops("Erasing"), "apply", input, numbers(step, "p", "minArea", "maxArea", "aspect", "fill"));
        }
        if (spec instanceof DataSpec.Rotation) {
            return call(AUGMENTATION, "rotate", input, numbers(step, "degrees", "fill"));
        }
        if (spec instanceof DataSpec.Brightness) {
            return call(AUGMENTATION, "brighten", input, numbers(step, "delta"));
        }
        if (spec instanceof DataSpec.Contrast) {
            return call(AUGMENTATION, "contrast", input, numbers(step, "factor"));
        }
        if (spec instanceof DataSpec.Cutout cutout) {
            return call(
                    AUGMENTATION,
                    "cutout",
                    input,
                    CodeBlock.of(", $L", cutout.size().value()));
        }
        if (spec instanceof DataSpec.MixUp mixUp) {
            return call(MIXING, mixUp.perRow() ? "mixUpPerRow" : "mixUp", input, numbers(step, "alpha"));
        }
        if (spec instanceof DataSpec.CutMix) {
            return call(MIXING, "cutMix", input, numbers(step, "alpha"));
        }
        throw new IllegalStateException("no code for " + spec);
    }

    private static CodeBlock call(ClassName type, String method, String input, CodeBlock arguments) {
        return CodeBlock.of("$T.$L(pass, $S, x$L)", type, method, input, arguments);
    }

    private static CodeBlock numbers(DataStep step, String... elements) {
        CodeBlock.Builder numbers = CodeBlock.builder();
        for (String element : elements) {
            numbers.add(", $L", read(step.number(element)));
        }
        return numbers.build();
    }

    /** What it is in words, for the summary. */
    static String words(DataStep step) {
        DataSpec spec = step.spec();
        return switch (spec.stage()) {
            case TRIVIAL_AUGMENT -> "trivial augment";
            case HUE -> "random hue";
            case SATURATION -> "random saturation";
            case STANDARDISATION -> "standardised";
            case FLIP -> "random flip";
            case CROP -> "random crop";
            case TRANSLATION -> "random translation";
            case ROTATION -> "random rotation";
            case BRIGHTNESS -> "random brightness";
            case CONTRAST -> "random contrast";
            case ERASING -> "random erasing";
            case CUTOUT -> "cutout";
            case MIXING -> spec instanceof DataSpec.MixUp ? "mixup" : "cutmix";
        };
    }
}
