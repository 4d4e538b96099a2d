package io.regulus.keras;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.interchange.Exchange;
import io.regulus.interchange.LayerWeights;
import io.regulus.save.VariableShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KerasLayoutTest {
    @Test
    void theKernelOfATransposedConvolutionHasItsLastAxesExchanged() {
        Map<String, VariableShape> weights = new LinkedHashMap<>();
        weights.put("kernel", Exchange.tensor("up/kernel", List.of(1L, 1L, 2L, 3L)));
        weights.put("bias", Exchange.tensor("up/bias", List.of(3L)));
        LayerWeights layer = new LayerWeights("up", "transposed conv2d 1x1", List.of(), weights);
        Exchange exchange = new KerasLayout().exchanges(layer, name -> name).get(0);
        assertThat(exchange.theirs())
                .containsExactly(Exchange.tensor("up/0", List.of(1L, 1L, 3L, 2L)), Exchange.tensor("up/1", List.of(3L)))
                .inOrder();
        float[] bias = {7, 8, 9};
        List<float[]> theirs = List.of(new float[] {11, 12, 21, 22, 31, 32}, bias);
        List<float[]> ours = exchange.in().apply(theirs);
        assertThat(ours.get(0)).isEqualTo(new float[] {11, 21, 31, 12, 22, 32});
        assertThat(ours.get(1)).isEqualTo(bias);
        assertThat(exchange.out().apply(ours).get(0)).isEqualTo(theirs.get(0));
    }
}
