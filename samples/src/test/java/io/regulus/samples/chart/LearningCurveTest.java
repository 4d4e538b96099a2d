package io.regulus.samples.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class LearningCurveTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void headless() {
        System.setProperty("java.awt.headless", "true");
    }

    @Test
    void drawsAPngWhereJavaCan() throws Exception {
        Path file = chart().write(folder, "curve");
        if (file.endsWith("curve.png")) {
            BufferedImage image = ImageIO.read(file.toFile());
            assertNotNull(image);
            assertTrue(image.getWidth() > 600 && image.getHeight() > 400);
        } else {
            assertTrue(Files.size(file) > 0, "this machine cannot draw text: an SVG");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {InternalError.class, NoClassDefFoundError.class, NullPointerException.class})
    void writesAnSvgWhereAwtFails(Class<? extends Throwable> failure) throws Exception {
        Throwable thrown = failure.getDeclaredConstructor().newInstance();
        Path file = chart().write(folder, "curve", chart -> {
            throw unchecked(thrown);
        });
        assertEquals(folder.resolve("curve.svg"), file);
        assertTrue(Files.notExists(folder.resolve("curve.png")));
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertEquals("svg", svg.getDocumentElement().getTagName());
        String text = svg.getDocumentElement().getTextContent();
        assertTrue(text.contains("Loss & <gain>") && text.contains("plain, test") && text.contains("epoch"), text);
        // two curves and two samples in the legend; the rest is the grid
        assertEquals(4, count(svg, "stroke-width"));
    }

    @Test
    void saysWhereItCannotWrite() {
        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> chart().write(folder.resolve("missing"), "curve"));
        assertTrue(failure.getMessage().contains(folder.resolve("missing").toString()), failure.getMessage());
    }

    @Test
    void aCurveOfOneEpochOrWithGapsCanBeDrawn() throws Exception {
        LearningCurve chart = new LearningCurve("One", "loss");
        chart.add("a", List.of(0.5), LearningCurve.Line.SOLID);
        chart.add("b", List.of(Double.NaN), LearningCurve.Line.SOLID);
        Path file = chart.write(folder, "one", broken -> {
            throw new InternalError();
        });
        String svg = Files.readString(file);
        assertTrue(!svg.contains("NaN") && !svg.contains("Infinity"), svg);
    }

    @Test
    void ticksAreRoundNumbersAroundTheValues() {
        assertEquals(
                List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0), Ticks.over(7, 98).values());
        assertEquals("0.05", Ticks.over(0.01, 0.3).label(0.05));
        assertArrayEquals(
                new double[] {0, 40},
                new double[] {Ticks.over(0, 40).first(), Ticks.over(0, 40).last()});
    }

    private static LearningCurve chart() {
        LearningCurve chart = new LearningCurve("Loss & <gain>", "loss");
        chart.add("plain, training", List.of(1.0, 0.5, 0.2), LearningCurve.Line.DASHED);
        chart.add("plain, test", List.of(1.1, 0.8, 0.9), LearningCurve.Line.SOLID);
        return chart;
    }

    private static int count(Document svg, String attribute) {
        int found = 0;
        for (int i = 0; i < svg.getElementsByTagName("path").getLength(); i++) {
            found += svg.getElementsByTagName("path").item(i).getAttributes().getNamedItem(attribute) != null ? 1 : 0;
        }
        return found;
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
