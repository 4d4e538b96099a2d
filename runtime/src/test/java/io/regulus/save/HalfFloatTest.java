package io.regulus.save;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import org.junit.jupiter.api.Test;

/** By the definition in IEEE 754; that numbers of PyTorch are read right is shown by its fixtures. */
class HalfFloatTest {
    @Test
    void everyNumberIsThatOfTheDefinition() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            int exponent = (bits / 1024) % 32;
            double fraction = bits % 1024 / 1024.0;
            double size = exponent == 0 ? fraction * Math.pow(2, -14) : (1 + fraction) * Math.pow(2, exponent - 15);
            float value = HalfFloat.toFloat((short) bits);
            if (exponent < 31) {
                assertWithMessage("%s", bits).that((double) value).isEqualTo(bits < 1 << 15 ? size : -size);
            } else if (fraction == 0) {
                assertThat((double) value)
                        .isEqualTo(bits < 1 << 15 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
            } else {
                assertThat(value).isNaN();
            }
        }
    }
}
