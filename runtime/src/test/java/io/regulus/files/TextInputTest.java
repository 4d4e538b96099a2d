package io.regulus.files;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextInputTest {
    private static TextInput input(String text) {
        return new TextInput(new StringReader(text));
    }

    /** The buffer has 8192 characters: ends of lines lie before, on and behind its own, as {@link String#lines} has them. */
    @Test
    void linesAreThoseOfJava() throws IOException {
        for (String end : List.of("\n", "\r", "\r\n")) {
            for (int length : new int[] {0, 1, 8_189, 8_190, 8_191, 8_192, 8_193, 20_000}) {
                String text = "a" + end + "b".repeat(length) + end + end + "c";
                try (TextInput lines = input(text)) {
                    for (String expected : text.lines().toList()) {
                        assertThat(lines.next()).isEqualTo(expected);
                    }
                    assertThat(lines.next()).isNull();
                }
            }
        }
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(input("").next()).isNull();
        try (TextInput lines = input("a\n")) {
            assertThat(lines.next()).isEqualTo("a");
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void whatIsTooLongIsPassedOver() throws IOException {
        String longest = "x".repeat(TextInput.MOST);
        try (TextInput lines = input(longest + "\n" + longest + "y\r\nz")) {
            assertThat(lines.next()).isEqualTo(longest);
            assertThat(lines.isTooLong()).isFalse();
            assertThat(lines.next()).isEqualTo(longest);
            assertThat(lines.isTooLong()).isTrue();
            assertThat(lines.next()).isEqualTo("z");
            assertThat(lines.isTooLong()).isFalse();
        }
    }
}
