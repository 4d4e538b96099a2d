package io.regulus.effects;

import java.util.List;

/**
 * Pictures beside each other, each with words below it, in as many lines as are given.
 *
 * @param words above all
 * @param perLine pictures of a line
 */
record Tiles(String words, int perLine, List<Tile> tiles) implements Figure {
    private static final int GAP = 10;
    private static final int WORDS = 20;
    private static final int TOP = 28;

    /** A picture and its words, which may be none. */
    record Tile(String words, Picture picture) {}

    private double width() {
        return (Svg.WIDTH - 2.0 * Svg.EDGE - GAP * (perLine - 1.0)) / perLine;
    }

    private double tileHeight() {
        Picture first = tiles.get(0).picture();
        return width() * first.height() / first.width();
    }

    private boolean told() {
        return tiles.stream().anyMatch(tile -> !tile.words().isEmpty());
    }

    @Override
    public int height() {
        int lines = (tiles.size() + perLine - 1) / perLine;
        return (int) Math.ceil(TOP + lines * (tileHeight() + (told() ? WORDS : GAP)) + 4);
    }

    @Override
    public void draw(Svg svg) {
        svg.text(Svg.EDGE, 18, "start", "", words);
        for (int i = 0; i < tiles.size(); i++) {
            double x = Svg.EDGE + (i % perLine) * (width() + GAP);
            int line = i / perLine;
            double y = TOP + line * (tileHeight() + (told() ? WORDS : GAP));
            svg.raw("<image x=\"" + Svg.of(x) + "\" y=\"" + Svg.of(y) + "\" width=\"" + Svg.of(width()) + "\" height=\""
                    + Svg.of(tileHeight()) + "\" preserveAspectRatio=\"none\" href=\""
                    + tiles.get(i).picture().address() + "\"/>");
            svg.box(x, y, width(), tileHeight(), "box");
            svg.text(
                    x + width() / 2,
                    y + tileHeight() + 14,
                    "middle",
                    "soft",
                    tiles.get(i).words());
        }
    }
}
