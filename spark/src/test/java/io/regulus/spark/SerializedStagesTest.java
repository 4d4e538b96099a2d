package io.regulus.spark;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.train.Ending;
import io.regulus.train.History;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.junit.jupiter.api.Test;

/** Stages of Spark are sent about by Java's serialization, and their parameters with them. */
class SerializedStagesTest {
    private static final SavedNetwork NETWORK = network("model.json", 7);

    private static SavedNetwork network(String file, int content) {
        return new SavedNetwork(
                Map.of(file, new byte[] {(byte) content}),
                List.of("a"),
                new History(List.of(), new Ending(Ending.Kind.COMPLETED, "")));
    }

    @Test
    void anEstimatorWithEveryParameterSetComesBack() throws IOException, ClassNotFoundException {
        NetworkEstimator estimator = new NetworkEstimator(ReadingsModel.class);
        NetworkEstimator back = assertComesBack(estimator);
        assertThat(assertThrows(IllegalArgumentException.class, () -> back.setHyperparameter("kind.lossWeight", -1)))
                .hasMessageThat()
                .contains("kind.lossWeight = -1.0 is outside");
    }

    @Test
    void aTransformerWithEveryParameterSetComesBack() throws IOException, ClassNotFoundException {
        NetworkTransformer transformer =
                new NetworkTransformer("it", ReadingsModel.class.getName(), new SentNetwork(NETWORK));
        NetworkTransformer back = assertComesBack(transformer);
        assertThat(back.classNames()).containsExactly("a");
        assertThat(back.saved().id()).isEqualTo(NETWORK.id());
    }

    @Test
    void networksWithOtherFilesHaveOtherIds() {
        assertThat(network("model.json", 7).id()).isEqualTo(NETWORK.id());
        assertThat(network("model.json", 8).id()).isNotEqualTo(NETWORK.id());
        assertThat(network("weights", 7).id()).isNotEqualTo(NETWORK.id());
    }

    private static <S extends Params> S assertComesBack(S stage) throws IOException, ClassNotFoundException {
        for (Param<?> param : stage.params()) {
            setToWhatItIs(stage, param);
        }
        S back = copy(stage);
        assertThat(back.uid()).isEqualTo(stage.uid());
        assertThat(back.params()).hasLength(stage.params().length);
        for (Param<?> param : stage.params()) {
            assertThat(back.isSet(param)).isTrue();
            assertThat(back.getOrDefault(param)).isEqualTo(stage.getOrDefault(param));
        }
        return back;
    }

    private static <T> void setToWhatItIs(Params stage, Param<T> param) {
        stage.set(param, stage.getOrDefault(param));
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // what was written here
    private static <S> S copy(S stage) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(stage);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (S) in.readObject();
        }
    }
}
