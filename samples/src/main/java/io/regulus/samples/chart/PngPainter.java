package io.regulus.samples.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart's picture. */
final class PngPainter implements LearningCurve.Painter {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    private static final int TICK_SPACING = 60;
    private static final float STROKE = 2.2f;
    private static final float[] DASHES = {7, 5};

    @Override
    public byte[] paint(LearningCurve curves) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .theme(ChartTheme.Matlab)
                .title(curves.title())
                .xAxisTitle("epoch")
                .yAxisTitle(curves.valueTitle())
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.OutsideE)
                .setLegendSeriesLineLength(36)
                .setChartBackgroundColor(Color.WHITE);
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisTickMarkSpacingHint(TICK_SPACING)
                .setYAxisTickMarkSpacingHint(TICK_SPACING);
        for (LearningCurve.Series series : curves.series()) {
            List<Integer> epochs =
                    IntStream.rangeClosed(1, series.values().size()).boxed().toList();
            boolean dashed = series.line() == LearningCurve.Line.DASHED;
            chart.addSeries(series.name(), epochs, series.values())
                    .setMarker(SeriesMarkers.NONE)
                    .setLineColor(new Color(series.colour()))
                    .setLineStyle(new BasicStroke(
                            STROKE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashed ? DASHES : null, 0));
        }
        return ChartEncoder.getBytes(chart, "png");
    }
}
