package io.regulus.text;

import io.regulus.testing.errors.Malformed;
import java.util.Collection;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is said of texts that are no saved vocabulary, and no saved encoder. */
class MalformedEncodersTest {
    private static Malformed table(String kind) {
        return Malformed.of(kind, IllegalArgumentException.class);
    }

    @TestFactory
    Collection<DynamicTest> vocabularies() {
        Malformed table = table("vocabulary");
        vocabulary(table, "empty", "", "no JSON object");
        vocabulary(table, "a list", "[1]", "no JSON object");
        vocabulary(table, "cut off", "{\"format\":1", "damaged");
        vocabulary(table, "no format", "{}", "'format' is missing");
        vocabulary(table, "a format that is a list", "{\"format\":[1]}", "'format' is [1], expected a whole number");
        vocabulary(table, "a later format", "{\"format\":2,\"tokens\":[]}", "has format 2", "or a newer one");
        vocabulary(table, "no tokens", "{\"format\":1}", "'tokens' is missing");
        vocabulary(table, "tokens that are one text", "{\"format\":1,\"tokens\":\"a\"}", "'tokens' is \"a\"", "a list");
        vocabulary(
                table, "a token that is a number", "{\"format\":1,\"tokens\":[\"a\",3]}", "'tokens[1]' is 3", "a text");
        vocabulary(
                table, "a token that is nothing", "{\"format\":1,\"tokens\":[null]}", "'tokens[0]' is null", "a text");
        vocabulary(table, "a token twice", "{\"format\":1,\"tokens\":[\"a\",\"a\"]}", "'a' occurs twice");
        vocabulary(table, "lists in lists without end", "[".repeat(200_000), "damaged");
        return table.tests();
    }

    private static void vocabulary(Malformed table, String wrong, String json, String... says) {
        table.refused(wrong, () -> Vocabulary.fromJson(json), says);
    }

    @TestFactory
    Collection<DynamicTest> encoders() {
        Malformed table = table("text encoder");
        String json = TextEncoder.of(Tokenizer.characters(), 4).toJson();
        encoder(
                table,
                "an unknown tokenizer",
                json,
                "\"characters\"",
                "\"lines\"",
                "is \"lines\", expected characters or words");
        encoder(table, "rows of no ids", json, "\"length\":4", "\"length\":0", "length 0");
        encoder(table, "a negative length", json, "\"length\":4", "\"length\":-4", "'length' is -4, expected a whole");
        encoder(
                table,
                "a length of 12 digits",
                json,
                "\"length\":4",
                "\"length\":999999999999",
                "expected a whole number");
        encoder(table, "no length", json, "\"length\":4", "\"len\":4", "'length' is missing");
        encoder(table, "a word for a truth", json, "false", "\"no\"", "'lowerCase' is \"no\", expected true or false");
        encoder(
                table,
                "no side",
                json,
                "\"truncated\":\"BACK\"",
                "\"truncated\":\"TOP\"",
                "is \"TOP\", expected [FRONT, BACK]");
        encoder(table, "a class twice", json, "\"classes\":[]", "\"classes\":[\"a\",\"a\"]", "'a' occurs twice");
        encoder(
                table,
                "no classes",
                json,
                "\"classes\":[]",
                "\"classes\":3",
                "'classes' is 3, expected a list of texts");
        encoder(table, "cut off in the middle", json, json.substring(json.length() / 2), "", "damaged");
        return table.tests();
    }

    private static void encoder(Malformed table, String wrong, String json, String part, String instead, String says) {
        if (!json.contains(part)) {
            throw new IllegalArgumentException(part);
        }
        table.refused(wrong, () -> TextEncoder.fromJson(json.replace(part, instead)), says);
    }
}
