package io.regulus.report;

import io.regulus.train.Diagnosis;
import io.regulus.train.History;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is to be told of one run of training.
 *
 * @param network qualified name of the annotated class
 * @param nodes inputs and layers, each behind those that it reads
 * @param summary the table of {@code Model.summary()}
 * @param history the epochs
 * @param diagnosis what the curves say
 * @param weights every trained weight over the epochs
 * @param penalties every term of the penalty of weights over the epochs
 * @param judged rows that the network was asked about when it had been trained, where there were some
 * @param settings groups of settings, each by name: hyperparameters, how it was fitted, seeds, versions
 */
public record RunReport(
        String network,
        List<NetworkNode> nodes,
        String summary,
        History history,
        Diagnosis diagnosis,
        List<WeightTrace> weights,
        List<PenaltyTrace> penalties,
        Optional<Judged> judged,
        Map<String, Map<String, String>> settings) {
    public RunReport {
        nodes = List.copyOf(nodes);
        weights = List.copyOf(weights);
        penalties = List.copyOf(penalties);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** A page of HTML that needs no other file: light and dark, for screens of any width. */
    public String toHtml() {
        return new ReportPage(this).html();
    }
}
