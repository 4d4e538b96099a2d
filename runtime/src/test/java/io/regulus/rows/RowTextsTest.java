package io.regulus.rows;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.files.FileColumn;
import io.regulus.rows.RowNets.Age;
import io.regulus.rows.RowNets.Flat;
import io.regulus.rows.RowNets.Place;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records made of texts that are in no file. */
class RowTextsTest {
    private static final Map<String, String> FLAT = Map.of(
            "area", "50.5",
            "age", "10",
            "balcony", "Yes",
            "place", " near bay ",
            "heating", "",
            "energy class", "a",
            "seen", "1.0",
            "rent", "500");

    private static Map<String, String> with(String... changes) {
        Map<String, String> texts = new HashMap<>(FLAT);
        for (int i = 0; i < changes.length; i += 2) {
            texts.put(changes[i], changes[i + 1]);
        }
        return texts;
    }

    @Test
    void textsBecomeComponents() {
        assertThat(RowNets_FlatRows.schema().map(FLAT::get))
                .isEqualTo(new Flat(null, 50.5f, null, 10, true, Place.NEAR_BAY, null, "a", 1, 500));
    }

    @Test
    void theSchemaNamesTheColumnsThatAreAskedFor() {
        Map<String, Boolean> asked = new HashMap<>();
        RowNets_FlatRows.schema().map(column -> {
            asked.put(column, true);
            return FLAT.get(column);
        });
        assertThat(asked.keySet())
                .containsExactlyElementsIn(RowNets_FlatRows.schema().fileColumns().stream()
                        .map(FileColumn::name)
                        .toList());
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        Map<String, String> wrong = with("area", "big", "rooms", "3,5", "place", "INLNAD", "seen", "1.5");
        assertThat(assertThrows(
                                IllegalArgumentException.class,
                                () -> RowNets_FlatRows.schema().map(wrong::get))
                        .getMessage())
                .isEqualTo("column 'area': 'big' is not a number; "
                        + "column 'rooms': '3,5' is not a number: decimals need a point, not a comma; "
                        + "column 'place': 'INLNAD' is none of [INLAND, NEAR_BAY] (did you mean 'INLAND'?); "
                        + "column 'seen': '1.5' is no whole number from -2147483648 to 2147483647. "
                        + "Correct it, or leave the field empty where it is not known. "
                        + "Correct it, or give Place a constant for it. "
                        + "Correct it, or declare it as a float.");
    }

    @Test
    void whatNoNetworkCanUseIsNamed() {
        Map<String, String> flawed = with("area", "", "seen", "-1");
        assertFails(
                IllegalArgumentException.class,
                () -> RowNets_FlatRows.schema().map(flawed::get),
                "column 'area': is missing; column 'seen': is -1.0. ",
                "MissingNumber.MEAN",
                "a finite number, 0 or more.");
    }

    @Test
    void whyAClassRefusesItsValuesIsTold() {
        Map<String, String> texts = Map.of("age", "-3", "label", "1");
        IllegalArgumentException refused = assertFails(
                IllegalArgumentException.class,
                () -> RowNets_AgeRows.schema().map(texts::get),
                "the row is refused by its class: age -3.0: must be at least 0. Correct the values, or what");
        assertThat(refused).hasCauseThat().isInstanceOf(IllegalArgumentException.class);
        assertThat(RowNets_AgeRows.schema().map(Map.of("age", "3", "label", "1")::get))
                .isEqualTo(new Age(3, 1));
    }

    /** It is no refusal by the class. */
    @Test
    void whatTheTextsThrowIsThrown() {
        assertThat(assertThrows(
                        IllegalStateException.class,
                        () -> RowNets_FlatRows.schema().map(column -> {
                            throw new IllegalStateException("no connection");
                        })))
                .hasMessageThat()
                .isEqualTo("no connection");
    }
}
