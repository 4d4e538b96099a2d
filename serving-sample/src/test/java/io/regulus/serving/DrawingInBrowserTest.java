package io.regulus.serving;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: digits are drawn on it, and the answer is read. */
@Timeout(180)
class DrawingInBrowserTest {
    private static final int DESKTOP = 1200;
    private static final int PHONE = 390;

    @TempDir
    static Path folder;

    private static Chromium browser;
    private static RunningSample sample;

    @BeforeAll
    static void start() throws Exception {
        browser = new Chromium(folder.resolve("profile"));
        sample = new RunningSample(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (sample != null) {
            sample.close();
        }
    }

    /** Straight lines through places on the paper, in parts of its width. */
    private static List<double[]> line(double... places) throws Exception {
        double[] box = new Gson()
                .fromJson(
                        browser.ask("(() => { const b = document.getElementById('paper').getBoundingClientRect();"
                                + " return JSON.stringify([b.left, b.top, b.width]); })()"),
                        double[].class);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i + 3 < places.length; i += 2) {
            for (int step = 0; step <= 8; step++) {
                double share = step / 8.0;
                points.add(new double[] {
                    box[0] + box[2] * (places[i] + share * (places[i + 2] - places[i])),
                    box[1] + box[2] * (places[i + 1] + share * (places[i + 3] - places[i + 1]))
                });
            }
        }
        return points;
    }

    private static List<double[]> circle(double x, double y, double width, double height) throws Exception {
        double[] places = IntStream.rangeClosed(0, 16)
                .boxed()
                .flatMap(i ->
                        List.of(x + width * Math.cos(i * Math.PI / 8), y + height * Math.sin(i * Math.PI / 8)).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return line(places);
    }

    private static void awaitDigit(int digit) throws Exception {
        browser.await("document.getElementById('digit').textContent === '" + digit + "'");
        browser.await("document.querySelector('#bars li.best b').textContent === '" + digit + "'");
    }

    private static void clear() throws Exception {
        browser.ask("document.getElementById('clear').click()");
        assertThat(browser.ask("document.getElementById('digit').textContent")).isEqualTo("?");
    }

    @Test
    void digitsDrawnWithTheMouseAreRead() throws Exception {
        browser.open(sample.address("/"), DESKTOP, 800, false);
        browser.drawWithMouse(line(0.3, 0.2, 0.7, 0.2, 0.5, 0.8));
        awaitDigit(7);
        clear();
        browser.drawWithMouse(circle(0.5, 0.5, 0.2, 0.3));
        awaitDigit(0);
        clear();
        // small and in a corner, in two strokes: it is moved and scaled
        browser.drawWithMouse(line(0.11, 0.05, 0.05, 0.16, 0.18, 0.16));
        browser.drawWithMouse(line(0.15, 0.1, 0.15, 0.25));
        awaitDigit(4);
        double sum = Double.parseDouble(browser.ask(
                "[...document.querySelectorAll('#bars li span')].reduce((s, e) => s + parseFloat(e.textContent), 0)"));
        assertThat(sum).isWithin(0.6).of(100.0);
    }

    @Test
    void aDigitDrawnWithAFingerOnAPhoneIsRead() throws Exception {
        browser.open(sample.address("/"), PHONE, 844, true);
        browser.drawWithFinger(line(0.3, 0.2, 0.7, 0.2, 0.5, 0.8));
        awaitDigit(7);
        assertThat(browser.ask("scrollY")).isEqualTo("0");
    }

    /** As MNIST's pictures: a box of 20 x 20, the mass in the middle of 28 x 28. */
    @Test
    void whatIsSentIsCentredAndScaled() throws Exception {
        browser.open(sample.address("/"), DESKTOP, 800, false);
        browser.drawWithMouse(line(0.1, 0.5, 0.1, 0.9, 0.2, 0.9));
        int[] pixels = new Gson().fromJson(browser.ask("JSON.stringify(picture())"), int[].class);
        double mass = 0;
        double x = 0;
        double y = 0;
        int top = DigitNet.SIDE;
        int bottom = 0;
        for (int i = 0; i < pixels.length; i++) {
            int row = i / DigitNet.SIDE;
            mass += pixels[i];
            x += pixels[i] * (i % DigitNet.SIDE + 0.5);
            y += pixels[i] * (row + 0.5);
            if (pixels[i] > 127) {
                top = Math.min(top, row);
                bottom = Math.max(bottom, row);
            }
        }
        assertThat(pixels).hasLength(Picture.PIXELS);
        assertThat(x / mass).isWithin(0.3).of(14.0);
        assertThat(y / mass).isWithin(0.3).of(14.0);
        assertThat(bottom - top + 1).isIn(List.of(19, 20, 21));
    }

    @Test
    void thePageFitsAPhoneAndCanBeReadInBothColours() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            browser.open(sample.address("/"), PHONE, 844, dark);
            assertThat(
                            browser.ask(
                                    "[...document.querySelectorAll('main, main *')]"
                                            + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth).length"))
                    .isEqualTo("0");
            String contrast = browser.ask("""
                    (() => {
                      const light = c => { const [r, g, b] = c.match(/[0-9.]+/g).slice(0, 3).map(v => { v /= 255;
                          return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
                        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                      const card = light(getComputedStyle(document.querySelector('section')).backgroundColor);
                      const words = light(getComputedStyle(document.getElementById('words')).color);
                      return (Math.max(card, words) + 0.05) / (Math.min(card, words) + 0.05);
                    })()""");
            // what the accessibility guidelines of the web ask for
            assertThat(Double.parseDouble(contrast)).isGreaterThan(4.5);
        }
        assertThat(browser.ask("document.querySelectorAll('script[src], link[rel=stylesheet]').length"))
                .isEqualTo("0");
    }
}
