package io.regulus.spark;

import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader$;
import org.apache.spark.ml.util.DefaultParamsReader.Metadata;
import org.apache.spark.sql.SparkSession;
import org.json4s.JString;

/**
 * What Spark writes of every stage: class, uid and parameters. The only place that reads it, for Spark calls these methods its own, though
 * no stage with a constructor of another kind can do without.
 */
record StageMetadata(Metadata metadata) {
    static StageMetadata load(String folder, SparkSession session, Class<? extends Params> stage) {
        return new StageMetadata(DefaultParamsReader$.MODULE$.loadMetadata(folder, session, stage.getName()));
    }

    String uid() {
        return metadata.uid();
    }

    String modelClass() {
        return ((JString) metadata.getParamValue("modelClass")).s();
    }

    /** Sets the parameters that were saved. */
    <S extends Params> S applyTo(S stage) {
        metadata.getAndSetParams(stage, metadata.getAndSetParams$default$2());
        return stage;
    }
}
