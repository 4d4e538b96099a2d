package io.regulus.report;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsColumns() {
        TextTable table = TextTable.builder()
                .left("layer")
                .right("values")
                .left("note")
                .build()
                .row("block1", "320", "")
                .row("a", "1,290,000", "not trained");
        assertEquals("""
                layer      values  note
                ------------------------------
                block1        320
                a       1,290,000  not trained
                """, table.toString());
    }

    @Test
    void headerOnly() {
        assertEquals("x\n-\n", TextTable.builder().right("x").build().toString());
    }

    @Test
    void charactersNotCodeUnits() {
        assertEquals(
                "a   b\n-----\n😀é  1\n",
                TextTable.builder().left("a").right("b").build().row("😀é", "1").toString());
    }

    @Test
    void refusals() {
        assertFails(IllegalStateException.class, () -> TextTable.builder().build(), "at least one column");
        TextTable table = TextTable.builder().left("a").left("b").build();
        assertFails(IllegalArgumentException.class, () -> table.row("1"), "[1]", "1 cells for 2 columns");
        assertFails(IllegalArgumentException.class, () -> table.row("1", "2\n3"), "line break");
    }
}
