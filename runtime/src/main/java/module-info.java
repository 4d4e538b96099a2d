/** Trains and runs the networks that the annotation processor generates. */
module io.regulus.runtime {
    requires transitive io.regulus.annotations;
    requires transitive io.regulus.kernels;
    requires transitive tensorflow;
    requires com.google.gson;
    requires de.siegmar.fastcsv;
    requires java.desktop;
    requires me.tongfei.progressbar;
    requires org.slf4j;

    exports io.regulus.checkpoint;
    exports io.regulus.data;
    exports io.regulus.engine;
    exports io.regulus.ensemble;
    exports io.regulus.explain;
    exports io.regulus.files;
    exports io.regulus.interchange;
    exports io.regulus.metrics;
    exports io.regulus.model;
    exports io.regulus.ops;
    exports io.regulus.report;
    exports io.regulus.rows;
    exports io.regulus.save;
    exports io.regulus.serve;
    exports io.regulus.text;
    exports io.regulus.tfrecord;
    exports io.regulus.train;
}
