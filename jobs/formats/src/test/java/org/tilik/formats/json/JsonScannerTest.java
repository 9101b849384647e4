// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.StrictUtf8;

class JsonScannerTest {
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final JsonFields<Field> FIELDS = JsonFields.besides(Field.ANY_OTHER);
    private static final long SEED = 20_160_714;

    private enum Field {
        ID,
        RATHER_LONG_NAME,
        RATHER_LONG_NUMBER,
        DEEPER,
        ANY_OTHER
    }

    @Test
    void readsWhatIsAskedForAndPassesOverTheRest() throws JsonProblem {
        assertThat(scanned("""
                        {"skip":{"id":[1,{"id":"no"}]},"id":"a\\u00e9\\n","rather_long_name":12,"\\u0069d":"ü𝄞","x":null}""")).containsExactly("ID aé\n", "RATHER_LONG_NAME 12.0", "ID ü𝄞");
    }

    @Test
    void aNestedObjectIsReadWithFieldsOfItsOwn() throws JsonProblem {
        assertThat(scanned("{\"deeper\" : { \"id\" : \"in\" , \"x\":[] } , \"id\" : \"out\"}"))
                .containsExactly("DEEPER.ID in", "ID out");
    }

    @Test
    void anArrayIsReadElementByElement() throws JsonProblem {
        JsonScanner json = open(bytes("[\"a\", 2, [3]]"));
        json.enterArray();
        List<Object> elements = new ArrayList<>();
        while (json.nextElement()) {
            if (json.type() == JsonType.STRING) {
                elements.add(json.string());
            } else {
                elements.add(json.type());
                json.skip();
            }
        }

        assertThat(elements).containsExactly("a", JsonType.NUMBER, JsonType.ARRAY);
        assertThat(json.atEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "7",
                "-12",
                "9007199254740993",
                "123456789012345678901234567890",
                "1.5",
                "-0.25",
                "1e3",
                "1E-3",
                "1.717200032E9",
                "0.1",
                "4.35",
                "1e22",
                "1e23",
                "123456789012345e-22",
                "2.2250738585072014E-308",
                "1e400"
            })
    void aNumberIsTheDoubleThatJavaReads(String number) throws JsonProblem {
        JsonScanner json = open(bytes(number));

        assertThat(json.number()).isEqualTo(Double.parseDouble(number));
    }

    @Test
    void anIntegerKeepsAllItsDigits() throws JsonProblem {
        assertThat(open(bytes("123456789012345678901")).integer()).isEqualTo("123456789012345678901");
        assertThat(open(bytes("1e3")).integer()).isNull();
    }

    @Test
    void aSurrogateThatWasEscapedAloneIsKept() throws JsonProblem {
        assertThat(open(bytes("\"\\ud800\"")).string()).isEqualTo("\ud800");
    }

    @Test
    void whatStandsBeforeAndAfterTheRecordIsNotLookedAt() throws JsonProblem {
        byte[] around = bytes("}}\"{\"id\":\"x\"}\"{{");
        JsonScanner json = new JsonScanner();
        json.open(around, 3, 13);

        assertThat(fields(json, "")).containsExactly("ID x");
        assertThat(json.atEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}x",
                "{,}",
                "{\"id\"}",
                "{\"id\":}",
                "{\"id\":1,}",
                "{\"id\" 1}",
                "{id:1}",
                "{'id':1}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "nul",
                "nulll",
                "+1",
                "01",
                "-",
                ".5",
                "1.",
                "1e",
                "1e+",
                "NaN",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12",
                "\"open",
                "\"a\tb\"",
                "{\"a\":[}",
                "{\"a\":{]}",
                "/**/{}",
                "\u00a0{}"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThat(accepts(bytes(text))).isFalse();
        assertThat(jacksonAccepts(bytes(text))).isFalse();
    }

    @Test
    void textThatIsNoUtf8IsRefusedAlsoWhereItIsPassedOver() {
        int[][] wrong = {
            {0x80},
            {0xC0, 0x80},
            {0xC3},
            {0xE0, 0x80, 0x80},
            {0xED, 0xA0, 0x80},
            {0xF0, 0x80, 0x80, 0x80},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF5, 0x80, 0x80, 0x80},
            {0xE2, 0x82},
            {0xFF}
        };
        for (int[] sequence : wrong) {
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            record.writeBytes(bytes("{\"other\":\"0123456789"));
            Arrays.stream(sequence).forEach(record::write);
            record.writeBytes(bytes("\"}"));

            assertThat(accepts(record.toByteArray())).isFalse();
        }
    }

    @Test
    void nestingIsReadToTheSameDepthAsJacksonDoes() {
        int deepest = JACKSON.streamReadConstraints().getMaxNestingDepth();

        assertThat(accepts(bytes("[".repeat(deepest) + "]".repeat(deepest)))).isTrue();
        assertThat(accepts(bytes("[".repeat(deepest + 1) + "]".repeat(deepest + 1))))
                .isFalse();
    }

    @Test
    void aProblemSaysWhereAndNotWhat() {
        assertThatThrownBy(() -> scanned("{\"id\":secret}"))
                .isInstanceOf(JsonProblem.class)
                .hasMessage("The record is not valid JSON near its byte 6.");
    }

    @Test
    void agreesWithJacksonOnRandomRecordsWholeAndBroken() throws IOException, JsonProblem {
        Random random = new Random(SEED);
        int whole = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] record = new RandomJson(random).record();
            if (i % 3 > 0) {
                record = broken(record, random);
            }
            boolean expected = jacksonAccepts(record) && StrictUtf8.isValid(record, 0, record.length);
            String shown = new String(record, StandardCharsets.UTF_8);
            assertThat(accepts(record))
                    .as("record %d of seed %d: %s", i, SEED, shown)
                    .isEqualTo(expected);
            if (expected && record[0] == '{') {
                whole++;
                JsonScanner json = open(record);
                assertThat(fields(json, "")).as(shown).isEqualTo(fieldsByJackson(record));
            }
        }
        assertThat(whole).isGreaterThan(20_000);
    }

    private static byte[] broken(byte[] record, Random random) {
        String alphabet = "{}[]\",:\\ 0-1.eEtfnu\n\u0001é";
        byte[] replacement =
                bytes(alphabet.substring(random.nextInt(alphabet.length())).substring(0, 1));
        int at = random.nextInt(record.length);
        int dropped = Math.min(random.nextInt(3), record.length - at);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(record, 0, at);
        if (random.nextBoolean()) {
            changed.writeBytes(replacement);
        }
        changed.write(record, at + dropped, record.length - at - dropped);
        return changed.size() == 0 ? bytes("{") : changed.toByteArray();
    }

    private static JsonScanner open(byte[] record) {
        JsonScanner json = new JsonScanner();
        json.open(record, 0, record.length);
        return json;
    }

    private static boolean accepts(byte[] record) {
        JsonScanner json = open(record);
        try {
            json.skip();
            return json.atEnd();
        } catch (JsonProblem e) {
            return false;
        }
    }

    private static boolean jacksonAccepts(byte[] record) {
        try (JsonParser parser = JACKSON.createParser(record)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return false;
            }
            parser.skipChildren();
            parser.getText();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> scanned(String record) throws JsonProblem {
        return fields(open(bytes(record)), "");
    }

    private static List<String> fields(JsonScanner json, String above) throws JsonProblem {
        List<String> found = new ArrayList<>();
        json.enterObject();
        for (Field field = json.nextField(FIELDS); field != null; field = json.nextField(FIELDS)) {
            JsonType type = json.type();
            if (field == Field.ANY_OTHER) {
                json.skip();
            } else if (type == JsonType.STRING) {
                found.add(above + field + " " + json.string());
            } else if (type == JsonType.OBJECT) {
                found.addAll(fields(json, above + field + "."));
            } else if (type == JsonType.NUMBER) {
                found.add(above + field + " " + number(json, field));
            } else {
                json.skip();
                found.add(above + field + " " + type);
            }
        }
        return found;
    }

    /** A number can be read once: one field digit by digit, the others as doubles; Jackson takes the sign of -0 away. */
    private static String number(JsonScanner json, Field field) throws JsonProblem {
        return field == Field.ID ? String.valueOf(json.integer()) : "" + (json.number() + 0.0);
    }

    private static List<String> fieldsByJackson(byte[] record) throws IOException {
        try (JsonParser parser = JACKSON.createParser(record)) {
            parser.nextToken();
            return fieldsByJackson(parser, "");
        }
    }

    private static List<String> fieldsByJackson(JsonParser parser, String above) throws IOException {
        List<String> found = new ArrayList<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            Field field = field(name);
            if (field == Field.ANY_OTHER) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                found.addAll(fieldsByJackson(parser, above + field + "."));
            } else {
                found.add(above + field + " " + value(parser, token, field));
                parser.skipChildren();
            }
        }
        return found;
    }

    private static Field field(String name) {
        return Arrays.stream(Field.values())
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(Field.ANY_OTHER);
    }

    private static String value(JsonParser parser, JsonToken token, Field field) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> field == Field.ID ? parser.getText() : "" + (parser.getDoubleValue() + 0.0);
            case VALUE_NUMBER_FLOAT -> field == Field.ID ? "null" : "" + (parser.getDoubleValue() + 0.0);
            case VALUE_TRUE -> "TRUE";
            case VALUE_FALSE -> "FALSE";
            case VALUE_NULL -> "NULL";
            default -> "ARRAY";
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
