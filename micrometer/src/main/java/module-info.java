/** Metrics of fits and predictions. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"
}) // Micrometer names its module in its manifest
module io.regulus.micrometer {
    requires transitive io.regulus.runtime;
    requires transitive micrometer.core;

    exports io.regulus.micrometer;
}
