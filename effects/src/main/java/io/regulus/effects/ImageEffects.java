package io.regulus.effects;

import static io.regulus.effects.Effect.claim;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AvgPool2D;
import io.regulus.annotations.CutMix;
import io.regulus.annotations.Cutout;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.MixPer;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.Network;
import io.regulus.annotations.RandomBrightness;
import io.regulus.annotations.RandomContrast;
import io.regulus.annotations.RandomCrop;
import io.regulus.annotations.RandomErasing;
import io.regulus.annotations.RandomFlip;
import io.regulus.annotations.RandomHue;
import io.regulus.annotations.RandomRotation;
import io.regulus.annotations.RandomSaturation;
import io.regulus.annotations.RandomTranslation;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.TrivialAugment;
import io.regulus.annotations.UpSampling2D;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What happens to images: the image as it is, and as the layers get it in a step of training, five times. */
final class ImageEffects {
    private static final int SIDE = 24;
    private static final int DRAWS = 5;
    private static final long SEED = 4;

    private ImageEffects() {}

    @Network
    @Regressor
    @Adam
    abstract static class Flipped {
        @Input(shape = {SIDE, SIDE, 3})
        @RandomFlip
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Cropped {
        @Input(shape = {SIDE, SIDE, 3})
        @RandomCrop(padding = 6)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Moved {
        @Input(shape = {SIDE, SIDE, 3})
        @RandomTranslation(height = 0.25, width = 0.25)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Turned {
        @Input(shape = {SIDE, SIDE, 3})
        @RandomRotation(degrees = 30)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Hues {
        @Input(shape = {SIDE, SIDE, 3})
        @RandomHue(delta = 0.4)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Pale {
        @Input(shape = {SIDE, SIDE, 3})
        @RandomSaturation(factor = 1)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Bright {
        @Input(shape = {SIDE, SIDE, 3})
        @RandomBrightness(delta = 0.4)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Contrasts {
        @Input(shape = {SIDE, SIDE, 3})
        @RandomContrast(factor = 0.9)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Erased {
        @Input(shape = {SIDE, SIDE, 3})
        @RandomErasing(p = 0.8)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class CutOut {
        @Input(shape = {SIDE, SIDE, 3})
        @Cutout(size = 10)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Trivial {
        @Input(shape = {SIDE, SIDE, 3})
        @TrivialAugment
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Mixed {
        @Input(shape = {SIDE, SIDE, 3})
        @MixUp(alpha = 1, per = MixPer.ROW)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network
    @Regressor
    @Adam
    abstract static class Pasted {
        @Input(shape = {SIDE, SIDE, 3})
        @CutMix(alpha = 1)
        Layer image;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = {SIDE, SIDE, 3})
    @Regressor
    @Adam
    abstract static class MaxPooled {
        @MaxPool2D(pool = 3)
        Layer small;

        @Flatten
        Layer flat;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = {SIDE, SIDE, 3})
    @Regressor
    @Adam
    abstract static class AvgPooled {
        @AvgPool2D(pool = 3)
        Layer small;

        @Flatten
        Layer flat;

        @Dense(units = 1)
        Layer out;
    }

    @Network(input = {SIDE, SIDE, 3})
    @Regressor
    @Adam
    abstract static class Enlarged {
        @UpSampling2D(size = 2)
        Layer large;

        @Flatten
        Layer flat;

        @Dense(units = 1)
        Layer out;
    }

    static List<Effect> all() {
        List<Effect> effects = new ArrayList<>(List.of(
                strip(
                        RandomFlip.class,
                        "A house, and five draws of it: some show it mirrored.",
                        ImageEffects_FlippedModel.type(),
                        "mirrored or not",
                        draw -> same(draw, house()) || same(draw, mirrored(house()))),
                strip(
                        RandomCrop.class,
                        "A house, and five draws of it: each moved by some pixels, black beyond its border.",
                        ImageEffects_CroppedModel.type(),
                        "moved by whole pixels, at most 6",
                        draw -> isMoved(draw, 6)),
                strip(
                        RandomTranslation.class,
                        "A house, and five draws of it: each moved up, down or aside by up to a quarter, black where nothing is.",
                        ImageEffects_MovedModel.type(),
                        "the mean is no larger than that of the image",
                        draw -> mean(draw) < mean(house())),
                strip(
                        RandomRotation.class,
                        "A house, and five draws of it: each turned by up to thirty degrees, black in the corners.",
                        ImageEffects_TurnedModel.type(),
                        "the middle stays, the corners do not",
                        draw -> corner(draw) < corner(house())),
                strip(
                        RandomHue.class,
                        "A house, and five draws of it: other colours, the same brightness.",
                        ImageEffects_HuesModel.type(),
                        "the brightest channel of each pixel stays",
                        draw -> Math.abs(brightest(draw) - brightest(house())) < 1e-4),
                strip(
                        RandomSaturation.class,
                        "A house, and five draws of it: from nearly grey to strong colours.",
                        ImageEffects_PaleModel.type(),
                        "the colours are others",
                        draw -> !same(draw, house())),
                strip(
                        RandomBrightness.class,
                        "A house, and five draws of it: some darker, some brighter.",
                        ImageEffects_BrightModel.type(),
                        "one number is added to all pixels",
                        draw -> spread(draw, house()) < 1e-4),
                strip(
                        RandomContrast.class,
                        "A house, and five draws of it: from flat to strong contrast.",
                        ImageEffects_ContrastsModel.type(),
                        "the mean stays",
                        draw -> Math.abs(mean(draw) - mean(house())) < 1e-3),
                strip(
                        RandomErasing.class,
                        "A house, and five draws of it: most have a black rectangle of another size and place.",
                        ImageEffects_ErasedModel.type(),
                        "unchanged or black",
                        ImageEffects::isPartlyBlack),
                strip(
                        Cutout.class,
                        "A house, and five draws of it: each has a black square of one size in another place.",
                        ImageEffects_CutOutModel.type(),
                        "unchanged or black",
                        ImageEffects::isPartlyBlack),
                strip(
                        TrivialAugment.class,
                        "A house, and five draws of it: each changed in one way, of random strength.",
                        ImageEffects_TrivialModel.type(),
                        "no pixel is beyond 0 to 1",
                        draw -> IntStream.range(0, draw.length).allMatch(i -> draw[i] >= -1e-5 && draw[i] <= 1 + 1e-5)),
                mixed(
                        MixUp.class,
                        "Three houses and three trees; in training each shows through the other, some more, some less.",
                        ImageEffects_MixedModel.type()),
                mixed(
                        CutMix.class,
                        "Three houses and three trees; in training a rectangle of one is pasted into the other.",
                        ImageEffects_PastedModel.type())));
        effects.add(resized(
                MaxPool2D.class,
                "A house, and the same in an eighth of its size: of each square of nine pixels the brightest values are left.",
                "behind @MaxPool2D(pool = 3)",
                ImageEffects_MaxPooledModel.type(),
                "small",
                true));
        effects.add(resized(
                AvgPool2D.class,
                "A house, and the same smaller and softer: of each square of nine pixels the mean is left.",
                "behind @AvgPool2D(pool = 3)",
                ImageEffects_AvgPooledModel.type(),
                "small",
                false));
        effects.add(enlarged());
        return effects;
    }

    private interface Test {
        boolean holds(float... draw);
    }

    private static float[] house() {
        return Drawings.house(SIDE);
    }

    private static List<float[]> draws(
            ModelType<?> type, String layer, boolean training, long seed, float[]... images) {
        Dataset rows = Dataset.of(images, new float[images.length][1]);
        try (Model model = Numbers.model(type)) {
            float[] given = (training
                            ? Peek.training(model, type.plan(Map.of()), rows, seed)
                            : Peek.prediction(model, type.plan(Map.of()), rows))
                    .get(layer);
            int length = given.length / images.length;
            return IntStream.range(0, images.length)
                    .mapToObj(i -> Arrays.copyOfRange(given, i * length, (i + 1) * length))
                    .toList();
        }
    }

    private static Effect strip(
            Class<? extends Annotation> annotation, String seen, ModelType<?> type, String words, Test test) {
        float[][] images = new float[DRAWS][];
        Arrays.fill(images, house());
        List<float[]> draws = draws(type, "image", true, SEED, images);
        List<Tiles.Tile> tiles = new ArrayList<>(List.of(new Tiles.Tile("as it is", image(house()))));
        draws.forEach(draw -> tiles.add(new Tiles.Tile("", image(draw))));
        return Effect.of(
                annotation,
                seen,
                new Tiles("An image, and five draws of @" + annotation.getSimpleName(), DRAWS + 1, tiles),
                claim(words, draws.stream().allMatch(test::holds)),
                claim("not all draws are alike", draws.stream().anyMatch(draw -> !same(draw, draws.get(0)))));
    }

    private static Effect mixed(Class<? extends Annotation> annotation, String seen, ModelType<?> type) {
        float[][] images = new float[6][];
        for (int i = 0; i < images.length; i++) {
            images[i] = i < 3 ? house() : Drawings.tree(SIDE);
        }
        List<float[]> draws = draws(type, "image", true, SEED, images);
        List<Tiles.Tile> tiles = new ArrayList<>();
        for (float[] image : images) {
            tiles.add(new Tiles.Tile("", image(image)));
        }
        draws.forEach(draw -> tiles.add(new Tiles.Tile("", image(draw))));
        return Effect.of(
                annotation,
                seen,
                new Tiles("A batch of six images, and below it under @" + annotation.getSimpleName(), 6, tiles),
                claim(
                        "each pixel is between those of house and tree",
                        draws.stream().allMatch(ImageEffects::isBetween)),
                claim(
                        "some images are of both",
                        draws.stream()
                                        .filter(draw -> !same(draw, house()) && !same(draw, Drawings.tree(SIDE)))
                                        .count()
                                >= 2));
    }

    private static boolean isBetween(float... draw) {
        float[] one = house();
        float[] other = Drawings.tree(SIDE);
        return IntStream.range(0, draw.length)
                .allMatch(i ->
                        draw[i] >= Math.min(one[i], other[i]) - 1e-5 && draw[i] <= Math.max(one[i], other[i]) + 1e-5);
    }

    private static Effect resized(
            Class<? extends Annotation> annotation,
            String seen,
            String words,
            ModelType<?> type,
            String layer,
            boolean largest) {
        float[] small = draws(type, layer, false, SEED, house()).get(0);
        int side = SIDE / 3;
        boolean right = true;
        for (int i = 0; i < small.length; i++) {
            double[] square = new double[9];
            for (int j = 0; j < 9; j++) {
                int row = i / 3 / side * 3 + j / 3;
                int column = i / 3 % side * 3 + j % 3;
                square[j] = house()[(row * SIDE + column) * 3 + i % 3];
            }
            double expected = largest ? Arrays.stream(square).max().orElseThrow() : Numbers.mean(square);
            right &= Math.abs(small[i] - expected) < 1e-5;
        }
        return Effect.of(
                annotation,
                seen,
                new Tiles(
                        "An image of 24 x 24 pixels becomes one of 8 x 8",
                        3,
                        List.of(
                                new Tiles.Tile("before", image(house())),
                                new Tiles.Tile(words, Picture.image(small, side, side)))),
                claim("each value is that of its square", right));
    }

    private static Effect enlarged() {
        float[] large = draws(ImageEffects_EnlargedModel.type(), "large", false, SEED, house())
                .get(0);
        boolean right = IntStream.range(0, large.length)
                .allMatch(i ->
                        large[i] == house()[(i / 3 / (2 * SIDE) / 2 * SIDE + i / 3 % (2 * SIDE) / 2) * 3 + i % 3]);
        return Effect.of(
                UpSampling2D.class,
                "A house, and the same with each pixel as a square of four.",
                new Tiles(
                        "An image of 24 x 24 pixels becomes one of 48 x 48",
                        3,
                        List.of(
                                new Tiles.Tile("before", image(house())),
                                new Tiles.Tile("behind @UpSampling2D(2)", Picture.image(large, 2 * SIDE, 2 * SIDE)))),
                claim("each pixel stands four times", right));
    }

    private static Picture image(float... values) {
        return Picture.image(values, SIDE, SIDE);
    }

    private static boolean same(float[] one, float... other) {
        return IntStream.range(0, one.length).allMatch(i -> Math.abs(one[i] - other[i]) < 1e-5);
    }

    private static float[] mirrored(float... image) {
        float[] mirrored = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            int column = i / 3 % SIDE;
            mirrored[i + 3 * (SIDE - 1 - 2 * column)] = image[i];
        }
        return mirrored;
    }

    private static boolean isMoved(float[] draw, int most) {
        for (int down = -most; down <= most; down++) {
            for (int right = -most; right <= most; right++) {
                if (same(draw, moved(house(), down, right))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static float[] moved(float[] image, int down, int right) {
        float[] moved = new float[image.length];
        for (int i = 0; i < image.length; i++) {
            int row = i / 3 / SIDE - down;
            int column = i / 3 % SIDE - right;
            boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
            moved[i] = inside ? image[(row * SIDE + column) * 3 + i % 3] : 0;
        }
        return moved;
    }

    private static boolean isPartlyBlack(float... draw) {
        return IntStream.range(0, draw.length).allMatch(i -> draw[i] == 0 || Math.abs(draw[i] - house()[i]) < 1e-5);
    }

    private static double mean(float... image) {
        return Numbers.mean(Numbers.doubles(image));
    }

    private static double spread(float[] one, float... other) {
        return Numbers.deviation(IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] - other[i])
                .toArray());
    }

    private static double corner(float... image) {
        return image[0] + image[1] + image[2];
    }

    /** The mean of the largest of the three colours. */
    private static double brightest(float... image) {
        return IntStream.range(0, image.length / 3)
                .mapToDouble(i -> Math.max(image[3 * i], Math.max(image[3 * i + 1], image[3 * i + 2])))
                .average()
                .orElse(0);
    }
}
