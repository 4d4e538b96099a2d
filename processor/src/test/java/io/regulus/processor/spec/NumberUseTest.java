package io.regulus.processor.spec;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.annotations.Interval;
import org.junit.jupiter.api.Test;

class NumberUseTest {
    @Test
    void doublesReadAsAPersonWritesThem() {
        assertThat(NumberUse.text(0.5)).isEqualTo("0.5");
        assertThat(NumberUse.text(1)).isEqualTo("1.0");
        assertThat(NumberUse.text(1e-4)).isEqualTo("1e-4");
        assertThat(NumberUse.text(-2.5e-7)).isEqualTo("-2.5e-7");
        assertThat(NumberUse.text(1e10)).isEqualTo("1e10");
        assertThat(NumberUse.text(Double.NaN)).isEqualTo("Double.NaN");
        assertThat(NumberUse.text(Double.NEGATIVE_INFINITY)).isEqualTo("Double.NEGATIVE_INFINITY");
    }

    @Test
    void messagesNeedNoFraction() {
        assertThat(NumberUse.shortText(-1)).isEqualTo("-1");
        assertThat(NumberUse.shortText(0.5)).isEqualTo("0.5");
        assertThat(NumberUse.shortText(1e10)).isEqualTo("1e10");
        assertThat(NumberUse.shortText(Double.POSITIVE_INFINITY)).isEqualTo("Double.POSITIVE_INFINITY");
    }

    @Test
    void integersHaveNoFraction() {
        assertThat(new NumberUse("units", 10, true, Interval.parse("[1, inf)"), true, Place.NOWHERE).text())
                .isEqualTo("10");
    }

    @Test
    void noRangeHasNaN() {
        assertThat(new NumberUse("p", Double.NaN, false, Interval.parse("[0, 1)"), true, Place.NOWHERE).inRange())
                .isFalse();
    }
}
