package io.regulus.report;

import io.regulus.train.Diagnosis;
import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import io.regulus.train.History;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The page of a run, section by section. */
final class ReportPage {
    private static final String STYLE = "report.css";
    private static final int TRAINING = 0;
    private static final int VALIDATION = 1;
    private static final int GAP = 2;

    private final RunReport run;
    private final List<EpochResult> epochs;
    private final Html html = new Html();

    ReportPage(RunReport run) {
        this.run = run;
        this.epochs = run.history().epochs();
    }

    String html() {
        String name = run.network().substring(run.network().lastIndexOf('.') + 1);
        open(html, name + " – training report");
        html.raw("<header>")
                .element("h1", name)
                .element("p", run.network() + " – " + ended())
                .raw("</header>\n");
        tiles();
        diagnosis();
        curves();
        judged();
        penalties();
        weights();
        network();
        settings();
        return html.raw("</main>\n</body>\n</html>\n").toString();
    }

    /** Begins a page, up to its first section. */
    static void open(Html html, String title) {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.element("title", title).raw("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
    }

    private static String style() {
        try (InputStream style = ReportPage.class.getResourceAsStream(STYLE)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + STYLE + " beside the classes of the library", failure);
        }
    }

    private String ended() {
        History history = run.history();
        String trained = epochs.size() + (epochs.size() == 1 ? " epoch" : " epochs") + " in "
                + Figures.seconds(
                        epochs.stream().mapToDouble(EpochResult::seconds).sum());
        return switch (history.ending().kind()) {
            case COMPLETED -> trained;
            case STOPPED -> trained + "; stopped: " + history.ending().reason();
            case PAUSED -> trained + "; paused: " + history.ending().reason();
            case FAILED -> trained + "; failed: " + history.ending().reason();
        };
    }

    /** The last numbers, as one sees them first. */
    private void tiles() {
        if (epochs.isEmpty()) {
            html.element("p", "No epoch has ended yet.");
            return;
        }
        EpochResult last = run.history().last();
        html.raw("<section class=\"tiles\">\n");
        // early stopping may have gone back: what is tested then are other weights
        tile("training, epoch " + last.epoch(), last.training());
        last.validation().ifPresent(validation -> tile("validation, epoch " + last.epoch(), validation));
        run.judged().ifPresent(judged -> tile("test", judged.evaluation()));
        html.raw("</section>\n");
    }

    private void tile(String data, Evaluation evaluation) {
        html.raw("<div>").element("h2", data).raw("<dl>");
        number("loss", Figures.of(evaluation.loss()));
        evaluation.metrics().forEach((name, value) -> number(name, Figures.of(value)));
        if (evaluation.penalty() != 0) {
            number("penalty", Figures.of(evaluation.penalty()));
        }
        number("rows", Figures.count(evaluation.rows()));
        html.raw("</dl></div>\n");
    }

    private void number(String name, String value) {
        html.element("dt", name).element("dd", value);
    }

    private void diagnosis() {
        if (epochs.isEmpty()) {
            return;
        }
        html.element("h2", "What the curves say").raw("<section class=\"figures\">\n");
        for (Diagnosis.Finding finding : run.diagnosis().findings()) {
            html.raw("<figure class=\"finding\"><figcaption>")
                    .text(finding.title())
                    .raw("</figcaption>")
                    .element("p", finding.because())
                    .raw("<ul>");
            finding.next().forEach(step -> html.element("li", step));
            html.raw("</ul></figure>\n");
        }
        html.raw("</section>\n");
    }

    private void curves() {
        if (epochs.isEmpty()) {
            return;
        }
        html.element("h2", "Learning").raw("<section class=\"figures\">\n");
        pair("loss", Evaluation::loss);
        for (String metric : epochs.get(0).training().metrics().keySet()) {
            pair(metric, evaluation -> evaluation.metrics().getOrDefault(metric, Double.NaN));
        }
        if (epochs.stream().anyMatch(epoch -> epoch.validation().isPresent())) {
            chart(
                    "generalisation gap: validation loss − training loss",
                    List.of(curve(
                            "gap",
                            GAP,
                            epoch -> validation(epoch, Evaluation::loss)
                                    - epoch.training().loss())));
        }
        if (epochs.stream().anyMatch(epoch -> epoch.training().penalty() != 0)) {
            chart(
                    "penalty",
                    List.of(curve("penalty", TRAINING, epoch -> epoch.training().penalty())));
        }
        chart("learning rate", List.of(curve("rate of the last step", TRAINING, EpochResult::learningRate)));
        html.raw("</section>\n");
    }

    private void pair(String name, ToDoubleFunction<Evaluation> value) {
        List<LineChart.Curve> both = new ArrayList<>();
        both.add(curve("training", TRAINING, epoch -> value.applyAsDouble(epoch.training())));
        if (epochs.stream().anyMatch(epoch -> epoch.validation().isPresent())) {
            both.add(curve("validation", VALIDATION, epoch -> validation(epoch, value)));
        }
        chart(name, both);
    }

    private static double validation(EpochResult epoch, ToDoubleFunction<Evaluation> value) {
        return epoch.validation()
                .map((Function<Evaluation, Double>) value::applyAsDouble)
                .orElse(Double.NaN);
    }

    private LineChart.Curve curve(String name, int colour, ToDoubleFunction<EpochResult> value) {
        return new LineChart.Curve(
                name, colour, epochs.stream().mapToDouble(value).boxed().toList());
    }

    private void chart(String title, List<LineChart.Curve> curves) {
        html.raw(LineChart.of(title, epochs.stream().map(EpochResult::epoch).toList(), curves));
    }

    private void judged() {
        run.judged().map(Judged::outputs).filter(outputs -> !outputs.isEmpty()).ifPresent(outputs -> {
            html.element("h2", "Test").raw("<section class=\"figures\">\n");
            outputs.forEach(judgement -> html.raw(JudgementFigure.of(judgement)));
            html.raw("</section>\n");
        });
    }

    private void penalties() {
        if (run.penalties().isEmpty() || run.penalties().get(0).values().isEmpty()) {
            return;
        }
        html.element("h2", "What each regulariser adds to the penalty");
        html.raw("<div class=\"scroll\"><table><tr><th>weight</th><th>penalty</th><th class=\"n\">first epoch</th>"
                + "<th class=\"n\">last epoch</th><th class=\"n\">share</th><th>over the epochs</th></tr>\n");
        double all = run.penalties().stream()
                .mapToDouble(term -> last(term.values()))
                .sum();
        run.penalties().stream()
                .sorted(Comparator.comparingDouble((PenaltyTrace term) -> last(term.values()))
                        .reversed())
                .forEach(term -> {
                    double share = all == 0 ? 0 : last(term.values()) / all;
                    html.raw("<tr><td>")
                            .text(term.weight())
                            .raw("</td><td>")
                            .text(term.kind() + " " + Figures.of(term.coefficient()))
                            .raw("</td><td class=\"n\">"
                                    + Figures.of(term.values().get(0)) + "</td><td class=\"n\">"
                                    + Figures.of(last(term.values())) + "</td><td class=\"n bar\" style=\"--v:"
                                    + String.format(Locale.ROOT, "%.4f", share) + "\">" + Figures.percent(share)
                                    + "</td><td>"
                                    + Sparkline.of(term.values()) + "</td></tr>\n");
                });
        html.raw("</table></div>\n");
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }

    private void weights() {
        if (run.weights().isEmpty()) {
            return;
        }
        html.element("h2", "Weights");
        html.raw(
                "<div class=\"scroll\"><table><tr><th>weight</th><th class=\"n\">values</th><th class=\"n\">norm before</th>"
                        + "<th class=\"n\">norm after</th><th>over the epochs</th><th class=\"n\">zeros</th></tr>\n");
        for (WeightTrace weight : run.weights()) {
            html.raw("<tr><td>")
                    .text(weight.name())
                    .raw("</td><td class=\"n\">" + Figures.count(weight.values())
                            + "</td><td class=\"n\">"
                            + Figures.of(weight.norms().get(0)) + "</td><td class=\"n\">"
                            + Figures.of(last(weight.norms())) + "</td><td>" + Sparkline.of(weight.norms())
                            + "</td><td class=\"n\">"
                            + Figures.percent(last(weight.zeros())) + "</td></tr>\n");
        }
        html.raw("</table></div>\n");
    }

    private void network() {
        html.element("h2", "Network").raw("<div class=\"scroll\">" + NetworkChart.of(run.nodes()) + "</div>\n");
        html.raw("<details><summary>As a table</summary><pre>")
                .text(run.summary())
                .raw("</pre></details>\n");
    }

    private void settings() {
        html.element("h2", "Settings").raw("<section class=\"settings\">\n");
        run.settings().forEach((group, settings) -> {
            html.raw("<div>").element("h3", group).raw("<dl>");
            settings.forEach(this::number);
            html.raw("</dl></div>\n");
        });
        html.raw("</section>\n");
    }
}
