package io.regulus.ensemble;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.model.Model;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bagging: members of bootstrap samples, and what they say of the rows that they have not seen. */
final class Bagging<M extends Model> {
    private final Members<M> members;
    private final Dataset data;
    private final List<M> made = new ArrayList<>();
    /** Member by member, whether a row is in its sample. */
    private final List<boolean[]> seen = new ArrayList<>();

    private Bagging(Members<M> members, Dataset data) {
        this.members = members;
        this.data = data;
    }

    static <M extends Model> Ensemble<M> train(Members<M> members, Dataset data, Fit fit) {
        Bagging<M> bagging = new Bagging<>(members, data);
        return Ensemble.closingOnFailure(bagging.made, () -> {
            for (int i = 0; i < members.count(); i++) {
                members.trained(bagging.made, bagging.sample(i), fit);
            }
            return new Ensemble<>(bagging.made, members.network(), new Combination.Mean(), bagging.outOfBag());
        });
    }

    private Dataset sample(int number) {
        int[] drawn = Order.bootstrap(data.size(), members.settings().seed(), number);
        boolean[] in = new boolean[data.size()];
        for (int row : drawn) {
            in[row] = true;
        }
        seen.add(in);
        return data.subset(drawn);
    }

    /** Empty where every row is in every sample, as with very few rows or members. */
    private Optional<Evaluation> outOfBag() {
        List<Integer> left = new ArrayList<>();
        for (int row = 0; row < data.size(); row++) {
            int at = row;
            if (seen.stream().anyMatch(in -> !in[at])) {
                left.add(row);
            }
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        int[] rows = left.stream().mapToInt(Integer::intValue).toArray();
        Dataset unseen = data.subset(rows);
        List<List<float[][]>> said =
                made.stream().map(member -> member.outputs(unseen)).toList();
        List<float[][]> together = new ArrayList<>();
        Combination mean = new Combination.Mean();
        for (int output = 0; output < said.get(0).size(); output++) {
            float[][] ofOutput = new float[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                List<float[]> votes = new ArrayList<>();
                for (int member = 0; member < made.size(); member++) {
                    if (!seen.get(member)[rows[i]]) {
                        votes.add(said.get(member).get(output)[i]);
                    }
                }
                ofOutput[i] = mean.together(votes);
            }
            together.add(ofOutput);
        }
        return Optional.of(Ensemble.evaluation(made, unseen, together));
    }
}
