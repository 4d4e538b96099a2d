package io.regulus.samples.techniques;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.Styler.YAxisPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A picture of a summary: test accuracy as points with their deviation, the gap as bars, the best technique first. */
final class SummaryChart {
    private static final int HEIGHT = 760;
    private static final int SIDES = 260;
    private static final int COLUMN = 22;
    private static final int LEAST_WIDTH = 800;
    private static final Color ACCURACY = new Color(0x0072B2);
    private static final Color GAP = new Color(0xE6B98A);

    private final Suite suite;
    private final List<Standing> standings;

    SummaryChart(Suite suite, Summary summary) {
        this.suite = suite;
        this.standings = summary.standings();
    }

    /** Writes a PNG. */
    void write(Path file) throws IOException {
        Files.write(file, ChartEncoder.getBytes(chart(), "png"));
    }

    CategoryChart chart() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(Math.max(LEAST_WIDTH, SIDES + COLUMN * standings.size()))
                .height(HEIGHT)
                .title(suite.name() + ": " + suite.network())
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.InsideNE)
                .setChartBackgroundColor(Color.WHITE)
                .setYAxisGroupPosition(1, YAxisPosition.Right);
        chart.getStyler().setOverlapped(true);
        chart.getStyler()
                .setPlotGridVerticalLinesVisible(false)
                .setXAxisLabelRotation(90)
                .setXAxisMaxLabelCount(standings.size());
        double highest = 100
                * standings.stream()
                        .mapToDouble(one -> one.testAccuracy().mean())
                        .max()
                        .orElse(1);
        double lowest = 100
                * standings.stream()
                        .mapToDouble(one -> one.testAccuracy().mean())
                        .min()
                        .orElse(0);
        chart.setYAxisGroupTitle(0, "test accuracy, %");
        chart.setYAxisGroupTitle(1, "training minus test accuracy, points");
        chart.getStyler().setYAxisMin(0, Math.floor(lowest - 1)).setYAxisMax(0, Math.ceil(highest + 1));
        chart.getStyler().setYAxisMin(1, 0.0);
        List<String> names = standings.stream().map(this::label).toList();
        CategorySeries gap = chart.addSeries(
                "gap",
                names,
                standings.stream()
                        .map(one -> Math.max(0, 100 * one.gap().mean()))
                        .toList());
        gap.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Bar).setFillColor(GAP);
        gap.setYAxisGroup(1);
        CategorySeries accuracy = chart.addSeries(
                "test accuracy",
                names,
                standings.stream().map(one -> 100 * one.testAccuracy().mean()).toList(),
                standings.stream()
                        .map(one -> 100 * one.testAccuracy().deviation())
                        .toList());
        accuracy.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(ACCURACY);
        accuracy.setYAxisGroup(0);
        return chart;
    }

    /** The baseline stands out by its capitals. */
    private String label(Standing one) {
        return one.technique().equals(suite.baseline().name())
                ? one.technique().toUpperCase(Locale.ROOT)
                : one.technique();
    }
}
