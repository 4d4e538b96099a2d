package io.regulus.model;

import static com.google.common.truth.Truth.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTextsTest {
    @Test
    void textsAreOfOneMoment() {
        ModelTexts texts = new ModelTexts();
        texts.add(Map.of("a", "1", "b", "2"));
        Map<String, String> before = texts.texts();
        texts.replace(Map.of("b", "3"));
        Map<String, String> replaced = texts.texts();
        texts.add(Map.of("c", "4"));
        texts.remove("b");
        assertThat(before).containsExactly("a", "1", "b", "2");
        assertThat(replaced).containsExactly("b", "3");
        assertThat(texts.texts()).containsExactly("c", "4");
    }
}
