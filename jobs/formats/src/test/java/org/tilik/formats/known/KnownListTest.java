// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.StudyInputException;
import org.tilik.model.Platform;

class KnownListTest {
    private static final String HEADER = "kind,value,label,added_at,source\n";
    private static final String MD5 = "0123456789abcdef0123456789ABCDEF";
    private static final String ZEROS = "0".repeat(64);

    private static KnownList list(String rows) {
        return KnownList.read(bytes(HEADER + rows), "known/items.csv");
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itemsKeepThePlatformsOwnIds() {
        KnownList list = list("""
                item,bluesky:at://did:plc:x/app.bsky.feed.post/3k,flyer,2024-06-01T00:00:00Z,desk
                url,https://example.org/a,,,
                """);
        assertThat(list.items())
                .containsExactly(new KnownEntry(
                        KnownKind.ITEM,
                        "at://did:plc:x/app.bsky.feed.post/3k",
                        Platform.BLUESKY,
                        "flyer",
                        Instant.parse("2024-06-01T00:00:00Z"),
                        "desk",
                        1));
        assertThat(list.entries()).hasSize(2);
    }

    @Test
    void theAddressOfAPostNamesThatPost() {
        KnownList list =
                list("url,https://old.reddit.com/r/gardens/comments/abc12/late_frost/,,2024-06-01T00:00:00Z,\n");
        assertThat(list.items()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(KnownKind.URL);
            assertThat(entry.platform()).isEqualTo(Platform.REDDIT);
            assertThat(entry.value()).isEqualTo("t3_abc12");
        });
        assertThat(list.byUrl("https://old.reddit.com/r/gardens/comments/abc12/late_frost"))
                .hasSize(1);
    }

    @Test
    void addressesMatchInTheirCanonicalForm() {
        KnownList list = list("url,https://www.Example.org/a/?b=2&a=1&utm_source=x,,,\n");
        assertThat(list.byUrl("http://example.org:80/a?a=1&b=2#top")).hasSize(1);
        assertThat(list.byUrl("http://example.org/b")).isEmpty();
        assertThat(list.byUrl("not an address")).isEmpty();
    }

    @Test
    void wordsMatchWhateverTheirCaseAndPunctuation() {
        KnownList list = list("text,\"Bring your own spoon, friends!\",,,\n");
        assertThat(list.byText("bring YOUR own\nspoon – friends https://example.org"))
                .hasSize(1);
        assertThat(list.byText("bring your own fork friends")).isEmpty();
        assertThat(list.byText("…")).isEmpty();
    }

    @Test
    void hashesMatchExactlyAndImagesWithinThirtyOneBits() {
        KnownList list = list("md5," + MD5 + ",,,\nsha256," + ZEROS + ",,,\npdq," + ZEROS + ",,,\n");
        assertThat(list.byHash("md5:" + MD5)).hasSize(1);
        assertThat(list.byHash("sha256:" + ZEROS)).hasSize(1);
        assertThat(list.byHash("sha256:1" + ZEROS.substring(1))).isEmpty();
        // 7 × 4 = 28 bits and 3 more are 31; one more is 32.
        assertThat(list.byHash("pdq:FFFFFFF7" + ZEROS.substring(8))).hasSize(1);
        assertThat(list.byHash("pdq:FFFFFFFF" + ZEROS.substring(8))).isEmpty();
        assertThat(list.byHash("pdq:short")).isEmpty();
        assertThat(list.byHash("crc32:00")).isEmpty();
    }

    @Test
    void theEarliestNamingComesFirstAndUnknownTimesLast() {
        KnownList list = list("""
                url,example.org/a,none,,
                url,example.org/a/,late,2024-02-01T00:00:00Z,
                url,http://example.org/a,early,2024-01-01T00:00:00Z,
                """);
        assertThat(list.byUrl("https://example.org/a"))
                .extracting(KnownEntry::label)
                .containsExactly("early", "late", "none");
    }

    @Test
    void aListWithoutRowsIsAllowedButOneWithoutHeaderIsNot() {
        assertThat(list("").entries()).isEmpty();
        assertThatThrownBy(() -> KnownList.read(bytes(""), "known/items.csv"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageContaining("known/items.csv")
                .hasMessageContaining("kind,value,label,added_at,source");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "movie,x,,,|kind",
                "item,t3_abc,,,|platform:id",
                "item,myspace:1,,,|expected one of twitter",
                "url,mailto:me,,,|web address",
                "text,!!!,,,|letters or digits",
                "md5,abc,,,|32 hexadecimal",
                "sha256,abc,,,|64 hexadecimal",
                "url,example.org/a,,yesterday,|ISO 8601",
                "url,,,,|has no value",
                "url,example.org|cells"
            })
    void aFaultStopsWithFileRowAndExpectation(String row, String expectation) {
        assertThatThrownBy(() -> list("url,example.org/fine,,,\n" + row + "\n"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageContaining("known/items.csv, row 2 ")
                .hasMessageContaining(expectation);
    }

    @Test
    void aSuppressionListNamesItemsAndAccounts() {
        SuppressionList list = SuppressionList.read(
                bytes("platform,item_id,account_id\nreddit,t3_a,\nreddit,,gardener\ntwitter,1,2\n"), "out.csv");
        assertThat(list.items())
                .containsExactlyInAnyOrder(new Subject(Platform.REDDIT, "t3_a"), new Subject(Platform.TWITTER, "1"));
        assertThat(list.accounts())
                .containsExactlyInAnyOrder(
                        new Subject(Platform.REDDIT, "gardener"), new Subject(Platform.TWITTER, "2"));
        assertThatThrownBy(() -> SuppressionList.read(bytes("platform,item_id,account_id\nreddit,,\n"), "out.csv"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageContaining("out.csv, row 1 names neither");
    }
}
