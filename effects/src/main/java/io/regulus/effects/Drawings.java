package io.regulus.effects;

/** Two small pictures in colour, without any symmetry. */
final class Drawings {
    private static final float[] SKY = {0.55f, 0.75f, 0.95f};
    private static final float[] GRASS = {0.35f, 0.65f, 0.3f};
    private static final float[] SUN = {0.98f, 0.85f, 0.25f};
    private static final float[] WALL = {0.85f, 0.5f, 0.4f};
    private static final float[] ROOF = {0.6f, 0.15f, 0.15f};
    private static final float[] DOOR = {0.35f, 0.2f, 0.1f};
    private static final float[] LEAVES = {0.1f, 0.4f, 0.15f};
    private static final float[] DUSK = {0.95f, 0.8f, 0.6f};

    private Drawings() {}

    private interface Painter {
        float[] colour(double x, double y);
    }

    /** A house under a sun. */
    static float[] house(int side) {
        return paint(side, (x, y) -> {
            if (Math.hypot(x - 0.82, y - 0.16) < 0.12) {
                return SUN;
            }
            if (y > 0.3 && y < 0.52 && Math.abs(x - 0.42) < (y - 0.26) * 1.2) {
                return ROOF;
            }
            if (y >= 0.52 && y < 0.86 && x > 0.18 && x < 0.66) {
                return y > 0.62 && x > 0.26 && x < 0.4 ? DOOR : WALL;
            }
            return y > 0.8 ? GRASS : SKY;
        });
    }

    /** A tree in the evening. */
    static float[] tree(int side) {
        return paint(side, (x, y) -> {
            if (Math.hypot(x - 0.58, y - 0.36) < 0.27) {
                return LEAVES;
            }
            if (y > 0.55 && y < 0.9 && Math.abs(x - 0.58) < 0.06) {
                return DOOR;
            }
            return y > 0.85 ? GRASS : DUSK;
        });
    }

    private static float[] paint(int side, Painter painter) {
        float[] image = new float[side * side * 3];
        for (int pixel = 0; pixel < side * side; pixel++) {
            int row = pixel / side;
            float[] colour = painter.colour((pixel % side + 0.5) / side, (row + 0.5) / side);
            System.arraycopy(colour, 0, image, 3 * pixel, 3);
        }
        return image;
    }
}
