package io.regulus.rows;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumbersTextTest {
    @Test
    void numbersComeBackSortedBitForBit() {
        double[] numbers = {3, -1e308, 1e-308, 0, Math.PI, -0.0, 3, Double.MAX_VALUE, -Double.MIN_VALUE};
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        assertThat(bits(NumbersText.read(NumbersText.write(numbers)))).isEqualTo(bits(sorted));
        assertThat(NumbersText.read(NumbersText.write(new double[0]))).isEmpty();
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    /** In Base64 8 bytes would be 10.7 characters. */
    @Test
    void fewDigitsOrManyEqualNumbersTakeLittle() {
        Random random = new Random(1);
        assertThat(charactersPerNumber(i -> random.nextInt(20))).isLessThan(0.1);
        assertThat(charactersPerNumber(i -> (float) random.nextGaussian())).isLessThan(5.0);
        assertThat(charactersPerNumber(i -> random.nextGaussian())).isLessThan(10.0);
    }

    private static double charactersPerNumber(IntToDoubleFunction number) {
        int count = 20_000;
        double[] numbers = IntStream.range(0, count).mapToDouble(number).toArray();
        return NumbersText.write(numbers).length() / (double) count;
    }
}
