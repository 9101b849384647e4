// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.container.DumpHead;

class DumpFormatTest {
    private static Optional<DumpFormat> sniff(String head) {
        return DumpFormat.sniff(head.getBytes(StandardCharsets.UTF_8)).map(Sniffed::format);
    }

    @ParameterizedTest
    @EnumSource(DumpFormat.class)
    void everyFormatIsFoundByItsName(DumpFormat format) {
        assertThat(DumpFormat.of(format.id())).isEqualTo(format);
    }

    @ParameterizedTest
    @EnumSource(DumpFormat.class)
    void onlyTheArchiveOfInformationOperationsAndLedgersHoldOnlyWhatWasRemoved(DumpFormat format) {
        assertThat(format.selection() == SourceSelection.SELECTED_ON_REMOVAL)
                .isEqualTo(Set.of(DumpFormat.X_INFO_OPS, DumpFormat.DSA_SOR, DumpFormat.LUMEN, DumpFormat.TCO)
                        .contains(format));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> DumpFormat.of("redit"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageContaining("redit")
                .hasMessageContaining("twitter_v1, twitter_v2, x_info_ops, x_compliance, reddit, tgdataset, ");
    }

    @Test
    void redditIsKnownByItsKeysEvenFromTheBeginningOfARecord() {
        assertThat(sniff("\n {\"id\":\"a\",\"created_utc\":1,\"body\":\"x\",\"link_id\":\"t3_b\"}\n"))
                .contains(DumpFormat.REDDIT);
        assertThat(sniff(
                        "{\"id\":\"a\",\"created_utc\":1,\"media\":{\"id\":[1,{}]},\"title\":\"x\",\"subreddit\":\"s\","
                                + "\"url\":\"u\",\"selftext\":\"cut he"))
                .contains(DumpFormat.REDDIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"created_at\":\"x\",\"id\":1,\"text\":\"y\",\"user\":{\"id\":2},\"entiti",
                "{\"created_at\":\"x\",\"id\":1,\"full_text\":\"y\",\"user\":{}}",
                "{\"delete\":{\"status\":{\"id\":1,\"user_id\":2}}}",
                "{\"status_withheld\":{\"id\":1}}",
                "{\"limit\":{\"track\":3}}"
            })
    void twitterIsKnownByAStatusOrAMessageOfItsStream(String head) {
        assertThat(sniff(head)).contains(DumpFormat.TWITTER_V1);
    }

    @Test
    void csvIsKnownByItsHeader() {
        assertThat(sniff("platform,item_id,checked_at,status,http_status,actor\n"))
                .contains(DumpFormat.RECHECK);
        assertThat(sniff("Platform, Item_ID ,at,channel,jurisdiction,decision\r\nx"))
                .contains(DumpFormat.REFERRAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "{\"id\":1,\"created_at\":\"x\",\"text\":\"y\"}",
                "{\"id\":1,\"mid\":\"1\",\"created_at\":\"x\",\"text\":\"y\",\"user\":{}}",
                "{\"delete\":1,\"more\":2}",
                "{\"data\":[{\"id\":\"a\",\"created_utc\":1,\"body\":\"x\",\"link_id\":\"y\"}]}",
                "[1,2]",
                "platform,item_id\n",
                "just words"
            })
    void whatIsNotRecognisedIsLeftToTheStudy(String head) {
        assertThat(sniff(head)).isEmpty();
    }

    @Test
    void noRealDumpIsTakenForTwoFormats() throws IOException {
        try (Stream<Path> dumps = Files.walk(RealDumps.file("."))) {
            for (Path dump : dumps.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(dump)) {
                    byte[] head = DumpHead.read(in, DumpHead.USUAL_BYTES).bytes();
                    assertThat(DumpFormat.candidates(head)).as("%s", dump).hasSizeLessThan(2);
                }
            }
        }
    }

    @Test
    void sniffingNeverThrows() {
        Random random = new Random(3);
        for (int round = 0; round < 5000; round++) {
            byte[] head = new byte[random.nextInt(400)];
            random.nextBytes(head);
            if (round % 2 == 0 && head.length > 0) {
                head[0] = '{';
            }
            assertThat(DumpFormat.sniff(head)).isEmpty();
        }
    }
}
