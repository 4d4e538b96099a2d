/** Searches over hyperparameters and model classes. */
module io.regulus.tune {
    requires transitive io.regulus.runtime;
    requires com.google.gson;
    requires de.siegmar.fastcsv;

    exports io.regulus.tune;
}
