package io.regulus.parity;

import io.regulus.engine.NetworkPlan;
import java.util.List;

/** The plans of {@link InputsModels}, for tests of other packages. */
public final class InputsPlans {
    private InputsPlans() {}

    /** Of several outputs, of several inputs and outputs, and of one each. */
    public static List<NetworkPlan> all() {
        return List.of(
                new InputsModels_TwoOutputsTraining(InputsModels_TwoOutputsHyperparameters.defaults()),
                new InputsModels_BothTraining(InputsModels_BothHyperparameters.defaults()),
                new InputsModels_AuxiliaryTraining(InputsModels_AuxiliaryHyperparameters.defaults()),
                new InputsModels_SmoothedTraining(InputsModels_SmoothedHyperparameters.defaults()),
                new InputsModels_RegressionTraining(InputsModels_RegressionHyperparameters.defaults()));
    }
}
