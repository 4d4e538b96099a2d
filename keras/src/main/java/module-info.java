/** Weights of Keras models. */
@SuppressWarnings("requires-automatic") // jHDF names its module in its manifest
module io.regulus.keras {
    requires transitive io.regulus.runtime;
    requires io.jhdf;

    exports io.regulus.keras;
}
