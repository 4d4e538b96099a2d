package io.regulus.files;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of files are those that Java reads, bit for bit. */
class NumbersTest {
    private static void assertSame(String text) {
        Numbers.Parsed parsed = Numbers.parse(text);
        assertWithMessage(text).that(parsed).isInstanceOf(Numbers.Finite.class);
        assertWithMessage(text)
                .that(Float.floatToRawIntBits(((Numbers.Finite) parsed).value()))
                .isEqualTo(Float.floatToRawIntBits(Float.parseFloat(text)));
    }

    @Test
    void anyDecimalIsRoundedAsJavaRoundsIt() {
        Random random = new Random(5);
        for (int i = 0; i < 300_000; i++) {
            long digits = random.nextLong(1L << (1 + random.nextInt(40)));
            StringBuilder text = new StringBuilder(Long.toString(digits));
            text.insert(random.nextInt(text.length() + 1), '.');
            if (random.nextInt(8) == 0) {
                text.insert(text.indexOf(".") + 1, "0".repeat(random.nextInt(10)));
            }
            if (random.nextBoolean()) {
                text.insert(0, random.nextBoolean() ? '-' : '+');
            }
            assertSame(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+0.0",
                "1.",
                ".5",
                "-.25",
                "16777215",
                "16777216",
                "16777217",
                "0.0000000001",
                "0.00000000001",
                "1e3",
                "1E-3",
                "340282346638528859811704183484516925440",
                "000000000000000000001"
            })
    void edges(String text) {
        assertSame(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "-.",
                "1.2.3",
                "1,5",
                "0x10",
                "1f",
                "1d",
                "NaN",
                "Infinity",
                "--1",
                "1-",
                "1 2",
                "1e",
                "1e999"
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(Numbers.parse(text)).isInstanceOf(Numbers.NotANumber.class);
    }
}
