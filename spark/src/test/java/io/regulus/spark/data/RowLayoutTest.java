package io.regulus.spark.data;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.data.Values;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowLayoutTest {
    @Test
    void oneInputAndOneTargetHaveNoNames() {
        RowLayout layout = new RowLayout(
                List.of(new RowLayout.Input("x", RowLayout.Kind.FLOATS, 2, 1)),
                List.of(new RowLayout.Target("kind", true, 1)),
                true);
        assertThat(layout.bytes()).isEqualTo(16);
        ByteBuffer first = rows(32);
        first.putFloat(1).putFloat(2).putInt(1).putFloat(0.5f);
        first.putFloat(3).putFloat(4).putInt(0).putFloat(2);
        ByteBuffer second = rows(16);
        second.putFloat(5).putFloat(6).putInt(1).putFloat(1);

        Dataset data = layout.dataset(List.of(first, second), List.of("no", "yes"));

        assertThat(data.size()).isEqualTo(3);
        assertThat(data.inputNames()).isEmpty();
        assertThat(data.row(0)).isEqualTo(new float[] {1, 2});
        assertThat(data.row(2)).isEqualTo(new float[] {5, 6});
        assertThat(data.labels().at(0)).isEqualTo(1);
        assertThat(data.labels().at(1)).isEqualTo(0);
        assertThat(data.classNames()).containsExactly("no", "yes").inOrder();
        assertThat(data.rowWeights().get().at(1, 0)).isEqualTo(2f);
    }

    @Test
    void severalAreTakenByName() {
        RowLayout layout = new RowLayout(
                List.of(
                        new RowLayout.Input("pixels", RowLayout.Kind.BYTES, 3, 0.5f),
                        new RowLayout.Input("ids", RowLayout.Kind.INTS, 1, 1)),
                List.of(new RowLayout.Target("label", true, 1), new RowLayout.Target("value", false, 2)),
                false);
        assertThat(layout.bytes()).isEqualTo(19);
        ByteBuffer part = rows(38);
        part.put(new byte[] {1, 2, (byte) 255}).putInt(7).putInt(2).putFloat(8).putFloat(9);
        part.put(new byte[] {4, 5, 6}).putInt(-1).putInt(0).putFloat(10).putFloat(11);

        Dataset data = layout.dataset(List.of(part), List.of());

        assertThat(data.inputNames()).containsExactly("pixels", "ids").inOrder();
        assertThat(data.targetNames()).containsExactly("label", "value").inOrder();
        float[] pixels = new float[6];
        data.features("pixels").copyFloats(new int[] {0, 1}, 0, 2, pixels);
        assertThat(pixels).isEqualTo(new float[] {0.5f, 1, 127.5f, 2, 2.5f, 3});
        int[] ids = new int[2];
        data.features("ids").copyInts(new int[] {0, 1}, 0, 2, ids);
        assertThat(ids).isEqualTo(new int[] {7, -1});
        assertThat(((Values) data.targets("value")).at(1, 1)).isEqualTo(11f);
    }

    private static ByteBuffer rows(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
