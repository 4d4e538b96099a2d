package io.regulus.model;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.engine.NetworkPlan;
import io.regulus.engine.Settings;
import io.regulus.rows.RowNets_RentModel;
import io.regulus.rows.Target;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTypeTest {
    @TempDir
    Path folder;

    @Test
    void aTypeMakesTheModelThatItsClassMakes() {
        ModelType<TwinModel> type = ModelType.of(TwinModel.class);
        assertThat(type.modelClass()).isEqualTo(TwinModel.class);
        assertThat(type.defaults()).isEqualTo(TwinHyperparameters.defaults().toMap());
        String number = type.defaults().keySet().iterator().next();
        Map<String, Double> changed = Map.of(number, type.defaults().get(number) / 2);
        Settings settings = Settings.defaults().withSeed(7);
        try (TwinModel one = type.create(changed, settings);
                TwinModel other = TwinModel.create(TwinHyperparameters.of(changed), settings)) {
            for (String name : other.weights().names()) {
                assertThat(one.weights().get(name)).isEqualTo(other.weights().get(name));
            }
            one.save(folder);
        }
        try (TwinModel loaded = type.load(folder, Settings.defaults())) {
            assertThat(loaded.steps()).isEqualTo(0);
        }
    }

    @Test
    void aPlanSaysWhatANetworkIs() {
        NetworkPlan plan = TwinModel.type().plan(Map.of());
        assertThat(plan.name()).isEqualTo(Twin.class.getName());
        assertThat(plan.hyperparameters()).isEqualTo(TwinModel.type().defaults());
        assertThat(TwinModel.type().rows()).isEmpty();
    }

    @Test
    void aNumberThatTheClassDoesNotHaveIsRefused() {
        assertFails(
                IllegalArgumentException.class,
                () -> TwinModel.type().create(Map.of("hidden.dropuot", 0.5), Settings.defaults()),
                "hidden.dropuot");
    }

    @Test
    void whatLearnsFromARecordHasItsRows() {
        ModelType.Rows<?> rows = RowNets_RentModel.type().rows().orElseThrow();
        assertThat(rows.schema().labels()).hasSize(1);
        assertThat(rows.target()).isEqualTo(new Target.Amounts());
    }

    @Test
    void aClassThatIsNoGeneratedModelIsRefused() {
        assertFails(
                IllegalArgumentException.class,
                () -> ModelType.of(Model.class),
                "io.regulus.model.Model is no model that Regulus generated: give the XModel of an annotated class X");
    }
}
