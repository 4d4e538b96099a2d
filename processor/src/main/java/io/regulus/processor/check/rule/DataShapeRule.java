package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.DataSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.Place;
import io.regulus.processor.spec.TensorShape;

/** What happens to an input fits it: images where images are needed, large enough; never ids. */
public final class DataShapeRule implements Rule {
    private static final int COLOURS = 3;

    @Override
    public void check(Draft draft, Problems problems) {
        for (InputSpec input : draft.inputs()) {
            for (DataSpec spec : draft.spec().data(input)) {
                check(draft, input, spec, problems);
            }
        }
    }

    private static void check(Draft draft, InputSpec input, DataSpec spec, Problems problems) {
        if (draft.holdsIds(input)) {
            report(
                    spec,
                    spec.usage().place(),
                    "'" + input.name() + "' holds ids, which are names and no amounts",
                    "Remove it.",
                    problems);
        } else if (input.usage().numbers().stream().allMatch(NumberUse::inRange)) {
            fits(new TensorShape(input.shape().value()), input.name(), spec, problems);
        }
    }

    private static void fits(TensorShape shape, String input, DataSpec spec, Problems problems) {
        if (spec.needsImage() && !shape.isImage()) {
            report(
                    spec,
                    spec.usage().place(),
                    "it needs an image [height, width, channels], and '" + input + "' is " + shape,
                    "Give the input that shape, or remove it.",
                    problems);
        } else if (spec.needsColours() && shape.channels() != COLOURS) {
            report(
                    spec,
                    spec.usage().place(),
                    "it needs the three channels red, green and blue, and '" + input + "' is " + shape,
                    "Remove it.",
                    problems);
        } else if (spec instanceof DataSpec.Erasing && number(spec, "minArea") > number(spec, "maxArea")) {
            report(spec, spec.usage().place(), "minArea is above maxArea", "Exchange them.", problems);
        } else if (spec instanceof DataSpec.Crop crop && crop.padding().value() >= side(shape)) {
            report(
                    spec,
                    crop.padding().place(),
                    "a border of " + crop.padding().value() + " leaves windows of '" + input + "' " + shape
                            + " without a pixel of it",
                    "Write less than " + side(shape) + ".",
                    problems);
        } else if (spec instanceof DataSpec.Cutout cutout && cutout.size().value() > side(shape)) {
            report(
                    spec,
                    cutout.size().place(),
                    "a square of " + cutout.size().value() + " is larger than '" + input + "' " + shape,
                    "Write at most " + side(shape) + ", usually half of that.",
                    problems);
        } else if (spec instanceof DataSpec.Flip flip && !flip.horizontal() && !flip.vertical()) {
            problems.add(
                    Code.WITHOUT_EFFECT,
                    spec.usage().place(),
                    spec.usage().text(),
                    "it flips neither way",
                    "Write vertical = true, or remove it.");
        }
    }

    private static double number(DataSpec spec, String element) {
        return spec.usage().number(element);
    }

    private static int side(TensorShape image) {
        return Math.min(image.dims().get(0), image.dims().get(1));
    }

    private static void report(DataSpec spec, Place place, String what, String cure, Problems problems) {
        problems.add(Code.DATA_SHAPE, place, spec.usage().text(), what, cure);
    }
}
