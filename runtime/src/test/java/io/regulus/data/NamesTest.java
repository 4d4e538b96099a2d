package io.regulus.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void theNearestNameOrNone() {
        List<String> names = List.of("species", "special", "id", "petal_length");
        assertEquals(Optional.of("species"), Names.nearest("specis", names));
        assertEquals(Optional.of("special"), Names.nearest("SPECAL", names));
        assertEquals(Optional.of("petal_length"), Names.nearest("petal length", names));
        assertEquals(Optional.empty(), Names.nearest("colour", names));
        assertEquals(Optional.empty(), Names.nearest("xy", names));
        assertEquals(Optional.empty(), Names.nearest("x", List.of()));
    }
}
