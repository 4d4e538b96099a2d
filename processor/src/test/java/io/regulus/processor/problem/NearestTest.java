package io.regulus.processor.problem;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void distanceIsLevenshteins() {
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("same", "same")).isEqualTo(0);
        assertThat(Nearest.distance("ab", "ba")).isEqualTo(2);
    }

    @Test
    void capitalsAreNoDistance() {
        assertThat(Nearest.distance("BlOcK", "block")).isEqualTo(0);
    }

    @Test
    void theNearestIsFound() {
        assertThat(Nearest.to("blok2", List.of("block1", "block2", "head"))).hasValue("block2");
    }

    @Test
    void amongEquallyNearTheFirstInTheAlphabetIsFound() {
        assertThat(Nearest.to("blockX", List.of("block2", "block1"))).hasValue("block1");
    }

    @Test
    void whatIsFarIsNotMeant() {
        assertThat(Nearest.to("elephant", List.of("head", "logits"))).isEmpty();
    }

    @Test
    void theCureListsAllWhereNoneIsNear() {
        assertThat(Nearest.cure("elephant", List.of("head", "logits"), "layers"))
                .isEqualTo("The layers are head, logits.");
        assertThat(Nearest.cure("heat", List.of("head", "logits"), "layers")).isEqualTo("Did you mean 'head'?");
        assertThat(Nearest.cure("head", List.of(), "layers")).isEqualTo("There are no layers.");
    }
}
