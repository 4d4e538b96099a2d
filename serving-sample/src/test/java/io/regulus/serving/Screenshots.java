package io.regulus.serving;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pictures of docs/serving.md: draws on the page of a server that runs. Arguments: its address and a folder. */
final class Screenshots {
    private Screenshots() {}

    /** Takes them. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Path profile = Files.createTempDirectory("profile");
        try (Chromium browser = new Chromium(profile)) {
            for (int width : new int[] {1000, 390}) {
                boolean phone = width < 500;
                browser.open(URI.create(args[0]), width, phone ? 860 : 600, phone);
                String box = browser.ask("(() => { const b = document.getElementById('paper').getBoundingClientRect();"
                        + " return [b.left, b.top, b.width].join(' '); })()");
                String[] places = box.split(" ", -1);
                double left = Double.parseDouble(places[0]);
                double top = Double.parseDouble(places[1]);
                double size = Double.parseDouble(places[2]);
                List<double[]> points = new ArrayList<>();
                for (int i = 0; i <= 60; i++) {
                    double t = i / 60.0;
                    // a three: two bows
                    double angle = (t < 0.5 ? -150 + 480 * t : -90 + 480 * (t - 0.5)) * Math.PI / 180;
                    double y = t < 0.5 ? 0.34 : 0.66;
                    points.add(new double[] {
                        left + size * (0.47 + 0.17 * Math.cos(angle)), top + size * (y + 0.16 * Math.sin(angle))
                    });
                }
                browser.drawWithMouse(points);
                browser.await("document.getElementById('digit').textContent !== '?'");
                Thread.sleep(600);
                browser.screenshot(folder.resolve(phone ? "serving-phone.png" : "serving-desktop.png"));
            }
        }
    }
}
