package io.regulus.spark;

import org.apache.spark.ml.util.MLReader;

/** Reads an estimator. Spark's own reader would have to know the parameters before it reads which network it is. */
final class EstimatorReader extends MLReader<NetworkEstimator> {
    @Override
    public NetworkEstimator load(String folder) {
        StageMetadata metadata = StageMetadata.load(folder, sparkSession(), NetworkEstimator.class);
        return metadata.applyTo(new NetworkEstimator(metadata.uid(), metadata.modelClass()));
    }
}
