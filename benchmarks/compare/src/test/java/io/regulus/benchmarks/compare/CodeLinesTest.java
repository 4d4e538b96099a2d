package io.regulus.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class CodeLinesTest {
    @Test
    void countsCodeBetweenMarks() {
        String source = """
                import a.B;

                // [user code
                /** A comment. */
                class A {
                    /**
                     * A longer one.
                     */
                    int a; // counts

                    // does not
                }
                // user code]
                class NotCounted {}
                    // [user code
                int b;
                    // user code]
                """;
        assertEquals(4, CodeLines.of(source.lines().toList()));
    }
}
