package io.regulus.spark.cluster;

import io.regulus.engine.Device;
import io.regulus.spark.data.CountedRows;
import io.regulus.spark.data.RowLayout;
import io.regulus.spark.job.CheckpointSpec;
import io.regulus.spark.job.ClusterSpec;
import io.regulus.spark.job.FitSpec;
import io.regulus.spark.job.Limits;
import io.regulus.spark.job.PortRange;
import io.regulus.spark.job.TrainingJob;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** Jobs that train {@link Curve}, and rows for them. */
record CurveJob(int workers, int epochs, CheckpointSpec checkpoints, int maxRestarts, Limits limits, PortRange ports) {
    static final int BATCH = 8;
    static final RowLayout LAYOUT = new RowLayout(
            List.of(new RowLayout.Input("x", RowLayout.Kind.FLOATS, 2, 1)),
            List.of(new RowLayout.Target("y", false, 1)),
            false);

    static CurveJob of(int workers) {
        return new CurveJob(workers, 3, CheckpointSpec.NONE, 0, new Limits(60, 20, 600), PortRange.ANY);
    }

    CurveJob epochs(int count) {
        return new CurveJob(workers, count, checkpoints, maxRestarts, limits, ports);
    }

    CurveJob checkpoints(CheckpointSpec spec) {
        return new CurveJob(workers, epochs, spec, maxRestarts, limits, ports);
    }

    CurveJob restarts(int most) {
        return new CurveJob(workers, epochs, checkpoints, most, limits, ports);
    }

    CurveJob limits(int start, int stall, int queue) {
        return new CurveJob(workers, epochs, checkpoints, maxRestarts, new Limits(start, stall, queue), ports);
    }

    CurveJob ports(PortRange range) {
        return new CurveJob(workers, epochs, checkpoints, maxRestarts, limits, range);
    }

    TrainingJob job() {
        return job(CurveModel.class.getName(), Map.of());
    }

    TrainingJob job(String model, Map<String, Double> numbers) {
        return new TrainingJob(
                model,
                numbers,
                new FitSpec(epochs, BATCH, true, 5, 7, List.of()),
                LAYOUT,
                Map.of("note", "kept"),
                new ClusterSpec(
                        workers,
                        0,
                        1,
                        Device.CPU,
                        checkpoints,
                        maxRestarts,
                        limits,
                        ports,
                        List.of("-Xmx256m", "-XX:+UseSerialGC")));
    }

    static TrainingJob withOptions(TrainingJob job, List<String> jvmOptions) {
        ClusterSpec spec = job.cluster();
        ClusterSpec other = new ClusterSpec(
                spec.workers(),
                spec.averagedEvery(),
                spec.threads(),
                spec.device(),
                spec.checkpoints(),
                spec.maxRestarts(),
                spec.limits(),
                spec.ports(),
                jvmOptions);
        return new TrainingJob(job.modelClass(), job.numbers(), job.fit(), job.layout(), job.attachments(), other);
    }

    static float[] inputs(long row) {
        return new float[] {(row * 37 % 101) / 50f - 1, (row * 59 % 103) / 51f - 1};
    }

    static float target(long row) {
        float[] x = inputs(row);
        return x[0] * x[0] - x[1];
    }

    static byte[] bytes(long row, float target) {
        ByteBuffer bytes = ByteBuffer.allocate(LAYOUT.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : inputs(row)) {
            bytes.putFloat(value);
        }
        return bytes.putFloat(target).array();
    }

    /** Rows in a few partitions, not in their order. */
    static CountedRows rows(JavaSparkContext spark, int count) {
        List<Tuple2<Long, byte[]>> rows = new ArrayList<>();
        for (long row = count - 1L; row >= 0; row--) {
            rows.add(new Tuple2<>(row, bytes(row, target(row))));
        }
        return new CountedRows(spark.parallelizePairs(rows, 3), count);
    }
}
