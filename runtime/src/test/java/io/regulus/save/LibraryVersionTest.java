package io.regulus.save;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class LibraryVersionTest {
    @Test
    void isThatOfTheBuild() {
        assertThat(LibraryVersion.get()).matches("\\d+\\.\\d+\\.\\d+(-[A-Z0-9.]+)?");
    }
}
