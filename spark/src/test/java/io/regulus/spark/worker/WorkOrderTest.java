package io.regulus.spark.worker;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.engine.Device;
import io.regulus.spark.data.RowLayout;
import io.regulus.spark.job.CheckpointSpec;
import io.regulus.spark.job.ClusterSpec;
import io.regulus.spark.job.FitSpec;
import io.regulus.spark.job.Limits;
import io.regulus.spark.job.PortRange;
import io.regulus.spark.job.TrainingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkOrderTest {
    @Test
    void anOrderIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        WorkOrder order = new WorkOrder(
                new TrainingJob(
                        "a.XModel",
                        Map.of("hidden.units", 12.0, "learningRate", 1e-3),
                        new FitSpec(3, 64, true, Long.MAX_VALUE, -1, List.of("no", "\u00fc\"")),
                        new RowLayout(
                                List.of(new RowLayout.Input("x", RowLayout.Kind.BYTES, 4, 1f / 255)),
                                List.of(new RowLayout.Target("y", true, 1)),
                                true),
                        Map.of("regulus.rows", "{\"format\": 1}\n"),
                        new ClusterSpec(
                                2,
                                0,
                                1,
                                Device.GPU,
                                new CheckpointSpec("s3a://bucket/run", 100, 1, 3),
                                3,
                                new Limits(60, 30, 90),
                                new PortRange(2000, 2010),
                                List.of("-Xmx1g"))),
                1,
                true,
                5_000_000_000L);
        WorkFolder work = new WorkFolder(folder);
        order.write(work.order());
        assertThat(WorkOrder.read(work.order())).isEqualTo(order);

        Path model = Files.createDirectories(folder.resolve("model"));
        Files.write(model.resolve("model.safetensors"), new byte[1000]);
        Files.write(model.resolve("more"), new byte[24]);
        order.requireHandedOver(model);
        WorkOrder small = new WorkOrder(order.job(), 0, false, 1023);
        assertThat(assertThrows(IllegalArgumentException.class, () -> small.requireHandedOver(model)))
                .hasMessageThat()
                .contains("has 1024 bytes, and the driver takes 1023 of a worker: set spark.driver.maxResultSize");
    }
}
