package io.regulus.samples.chart;

import java.awt.AWTError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of values per epoch: a PNG by XChart, or, on a machine where Java cannot draw text (no fonts, no AWT), an SVG.
 */
public final class LearningCurve {
    private final String title;
    private final String valueTitle;
    private final List<Series> series = new ArrayList<>();

    /** How a curve is drawn. */
    public enum Line {
        /** One stroke. */
        SOLID,
        /** Short strokes. */
        DASHED
    }

    /** Draws the picture into memory. */
    interface Painter {
        byte[] paint(LearningCurve chart) throws IOException;
    }

    /**
     * One curve.
     *
     * @param name in the legend
     * @param values one per epoch, from epoch 1
     * @param line how it is drawn
     * @param colour red, green and blue
     */
    record Series(String name, List<Double> values, Line line, int colour) {}

    /**
     * A picture without curves so far.
     *
     * @param title above it
     * @param valueTitle what the values are, with their unit
     */
    public LearningCurve(String title, String valueTitle) {
        this.title = title;
        this.valueTitle = valueTitle;
    }

    /**
     * Adds a curve. A dashed curve and the solid one after it have one colour: they belong together.
     *
     * @param name in the legend
     * @param values one per epoch, from epoch 1
     * @param line how it is drawn
     */
    public void add(String name, List<Double> values, Line line) {
        long solid = series.stream().filter(other -> other.line() == Line.SOLID).count();
        series.add(new Series(name, List.copyOf(values), line, Palette.colour((int) solid)));
    }

    /**
     * Writes the picture.
     *
     * @param folder must exist
     * @param name of the file, without its ending
     * @return the file that was written: {@code name.png} or {@code name.svg}
     * @throws UncheckedIOException if the folder cannot be written
     */
    public Path write(Path folder, String name) {
        return write(folder, name, new PngPainter());
    }

    /** With another painter of PNGs, for tests. */
    Path write(Path folder, String name, Painter png) {
        try {
            byte[] picture;
            try {
                picture = png.paint(this);
            } catch (RuntimeException | LinkageError | InternalError | AWTError cannotDraw) {
                // What a JDK throws without fonts or without AWT's libraries differs between releases and is nowhere
                // specified.
                return Files.writeString(
                        folder.resolve(name + ".svg"), new SvgText(this).toString(), StandardCharsets.UTF_8);
            }
            return Files.write(folder.resolve(name + ".png"), picture);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the picture to " + folder.toAbsolutePath(), failure);
        }
    }

    String title() {
        return title;
    }

    String valueTitle() {
        return valueTitle;
    }

    List<Series> series() {
        return List.copyOf(series);
    }

    int epochs() {
        return series.stream().mapToInt(one -> one.values().size()).max().orElse(1);
    }
}
