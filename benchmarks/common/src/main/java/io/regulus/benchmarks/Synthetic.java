package io.regulus.benchmarks;

import java.util.Random;

/** Data that can be learned, but not by heart: the same numbers on every machine. */
public final class Synthetic {
    private static final long SEED = 20260101;
    private static final int SIDE = 28;
    private static final int CLASSES = 10;
    private static final int BLOBS = 6;
    private static final int TYPICAL = 200;

    private Synthetic() {}

    /** Rows for a network. */
    public static Samples samples(Network network, int rows) {
        Random random = new Random(SEED);
        return switch (network) {
            case MLP, WIDE_MLP, CNN -> images(rows, random);
            case REGRESSION -> numbers(network.inputs(), rows, random);
            case EMBEDDING -> ids(network.inputs(), rows, random);
            case LSTM -> sequences(rows, random);
        };
    }

    /** Ten smooth pictures under noise. */
    private static Samples images(int rows, Random random) {
        float[][] pictures = new float[CLASSES][];
        for (int label = 0; label < CLASSES; label++) {
            pictures[label] = picture(random);
        }
        float[] features = new float[rows * SIDE * SIDE];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            int shown = random.nextInt(CLASSES);
            labels[row] = told(shown, random);
            for (int i = 0; i < SIDE * SIDE; i++) {
                features[row * SIDE * SIDE + i] = pictures[shown][i] + (float) random.nextGaussian();
            }
        }
        return new Samples(SIDE * SIDE, features, labels, new float[0]);
    }

    /** Ids of which a fourth is drawn from 200 that are typical of the class. */
    private static Samples ids(int width, int rows, Random random) {
        float[] features = new float[rows * width];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            int shown = random.nextInt(CLASSES);
            labels[row] = told(shown, random);
            for (int i = 0; i < width; i++) {
                features[row * width + i] = random.nextInt(4) == 0
                        ? TYPICAL * shown + random.nextInt(TYPICAL)
                        : random.nextInt(Network.VOCABULARY);
            }
        }
        return new Samples(width, features, labels, new float[0]);
    }

    /** Sequences of noise, in which a step somewhere in the middle shows the class. */
    private static Samples sequences(int rows, Random random) {
        int width = Network.STEPS * Network.FEATURES;
        float[][] shapes = new float[CLASSES][Network.FEATURES];
        for (float[] shape : shapes) {
            for (int i = 0; i < shape.length; i++) {
                shape[i] = (float) random.nextGaussian();
            }
        }
        float[] features = new float[rows * width];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            int shown = random.nextInt(CLASSES);
            labels[row] = told(shown, random);
            int at = Network.STEPS / 2 + random.nextInt(Network.STEPS / 4);
            for (int i = 0; i < width; i++) {
                float noise = (float) random.nextGaussian() / 4;
                boolean isShown = i / Network.FEATURES == at;
                features[row * width + i] = isShown ? shapes[shown][i % Network.FEATURES] + noise : noise;
            }
        }
        return new Samples(width, features, labels, new float[0]);
    }

    /** The class that a row is labelled with: one in ten is drawn by lot, so that no loss comes near 0. */
    private static int told(int shown, Random random) {
        return random.nextInt(10) == 0 ? random.nextInt(CLASSES) : shown;
    }

    private static float[] picture(Random random) {
        float[] picture = new float[SIDE * SIDE];
        for (int blob = 0; blob < BLOBS; blob++) {
            double across = random.nextInt(SIDE);
            double down = random.nextInt(SIDE);
            double size = 2 + 4 * random.nextDouble();
            double height = random.nextGaussian();
            for (int i = 0; i < picture.length; i++) {
                int line = i / SIDE;
                double distance = Math.hypot(i % SIDE - across, line - down) / size;
                picture[i] += (float) (height * Math.exp(-distance * distance / 2));
            }
        }
        return picture;
    }

    /** A smooth function of five of the numbers, and a little noise. */
    private static Samples numbers(int width, int rows, Random random) {
        float[] features = new float[rows * width];
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            int at = row * width;
            for (int i = 0; i < width; i++) {
                features[at + i] = (float) random.nextGaussian();
            }
            values[row] = (float) (Math.sin(2 * features[at])
                    + features[at + 1] * features[at + 2]
                    + 0.5 * Math.abs(features[at + 3])
                    - 0.3 * features[at + 4]
                    + 0.1 * random.nextGaussian());
        }
        return new Samples(width, features, new int[0], values);
    }
}
