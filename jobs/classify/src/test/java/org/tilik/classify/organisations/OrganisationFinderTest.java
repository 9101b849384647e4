// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationFinderTest {
    private static final OrganisationFinder FINDER = OrganisationFinder.of(FictionalGazetteer.shipped());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            English            | The Lembah Sari Front met.                    | sim-lembah-sari-front
            capitals           | THE LEMBAH SARI FRONT MET                     | sim-lembah-sari-front
            over two lines     | the Lembah  Sari\\nFront met               | sim-lembah-sari-front
            hyphens            | the lembah-sari-front met                     | sim-lembah-sari-front
            possessive         | the Lembah Sari Front’s meeting               | sim-lembah-sari-front
            hashtag            | so #LembahSariFront was there                 | sim-lembah-sari-front
            underscores        | so #lembah_sari_front was there               | sim-lembah-sari-front
            quotation marks    | the “Lembah Sari” Front met                   | sim-lembah-sari-front
            full width         | Ｌｅｍｂａｈ Ｓａｒｉ Ｆｒｏｎｔ              | sim-lembah-sari-front
            mathematical       | 𝐋𝐞𝐦𝐛𝐚𝐡 𝐒𝐚𝐫𝐢 𝐅𝐫𝐨𝐧𝐭                              | sim-lembah-sari-front
            zero-width         | Lem\u200bbah Sa\u200dri Front                 | sim-lembah-sari-front
            Indonesian         | Kata Front Lembah Sari kemarin.               | sim-lembah-sari-front
            French elision     | Selon l’Union du Port Gris, rien.             | sim-grey-harbour-union
            French apostrophe  | le Cercle de la lanterne d’ambre              | sim-amber-lantern-circle
            German             | vom Bund des grauen Hafens                    | sim-grey-harbour-union
            Turkish            | KEHRİBAR FENER ÇEMBERİ'nin toplantısı         | sim-amber-lantern-circle
            Turkish, no marks  | kehribar fener cemberi toplandi               | sim-amber-lantern-circle
            Russian            | и фронт лембах сари сказал                    | sim-lembah-sari-front
            Arabic             | قالت جبهة وادي ساري أمس                       | sim-lembah-sari-front
            Arabic, wa         | وجبهة وادي ساري قالت                          | sim-lembah-sari-front
            Arabic, bi         | التقوا بجبهة وادي ساري                        | sim-lembah-sari-front
            Arabic, wa and li  | ولجبهة وادي ساري رأي                          | sim-lembah-sari-front
            Arabic, heh        | جبهه وادى سارى                                | sim-lembah-sari-front
            Arabic, vowels     | جَبْهَةُ وَادِي سَارِي                                    | sim-lembah-sari-front
            Arabic, tatweel    | جبـــهة وادي ساري                             | sim-lembah-sari-front
            Arabic, alef       | إتحاد الميناء الرمادي                         | sim-grey-harbour-union
            Hebrew             | אמרו בחוג פנס הענבר                           | sim-amber-lantern-circle
            Hebrew, two        | ושחוג פנס הענבר אמר                           | sim-amber-lantern-circle
            Hindi              | कल लेम्बाह सारी मोर्चा आया                    | sim-lembah-sari-front
            Thai               | เมื่อวานวงโคมอำพันพบกัน                           | sim-amber-lantern-circle
            Chinese            | 昨天灰港联盟开会了                            | sim-grey-harbour-union
            Japanese           | 昨日灰色港同盟が集まった                      | sim-grey-harbour-union
            Korean particle    | 어제 회색항구연합은 모였다                    | sim-grey-harbour-union
            """)
    void organisationsAreFoundInEveryScript(String style, String text, String id) {
        assertThat(FINDER.ids(text.translateEscapes())).as(style).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "the front of the valley",
                "We saw the Lembah. Sari, Front!",
                "the Lembah (Sari) Front",
                "Lembah Sari is a fine place",
                "seven mills stand by the river",
                "LSF is an acronym",
                "the lsf front",
                "the league has seven mills",
                "frontlembahsaria",
                "the amber\nlamp and the lantern",
            })
    void whatIsNoNameIsNoMention(String text) {
        assertThat(FINDER.mentions(text)).isEmpty();
    }

    @Test
    void ofOverlappingNamesTheLongestCounts() {
        List<OrganisationMention> mentions = FINDER.mentions("the Circle of the Amber Lantern met");
        assertThat(mentions).hasSize(1);
        assertThat(mentions.get(0).alias().alias()).isEqualTo("Circle of the Amber Lantern");
        assertThat(mentions.get(0).start()).isEqualTo(4);
        assertThat(mentions.get(0).end()).isEqualTo(31);
        OrganisationFinder nested = OrganisationFinder.of(FictionalGazetteer.of("""
                a,A,North Gate,en,fictional,2020-01-01,,,
                b,B,Gate Guild of Tarn,en,fictional,2020-01-01,,,
                c,C,Guild,en,fictional,2020-01-01,,,
                """));
        assertThat(nested.ids("the North Gate Guild of Tarn")).containsExactly("b");
        assertThat(nested.ids("the North Gate Guild")).containsExactly("a", "c");
    }

    @Test
    void aShorterNameCountsWhereTheConditionOfTheLongerFails() {
        OrganisationFinder finder = OrganisationFinder.of(FictionalGazetteer.of("""
                a,A,Gate,en,fictional,2020-01-01,,,
                b,B,Gate Guild,en,fictional,2020-01-01,case,,
                """));
        assertThat(finder.ids("the gate guild")).containsExactly("a");
        assertThat(finder.ids("the Gate Guild")).containsExactly("b");
    }

    @Test
    void anAliasOfTwoOrganisationsIsAMentionOfBoth() {
        OrganisationFinder finder = OrganisationFinder.of(FictionalGazetteer.of("""
                b,B,Grey Guild,en,fictional,2020-01-01,,,
                a,A,grey guild,id,fictional,2020-01-01,,,
                a,A,grey guild,id,second list,2021-01-01,,,
                """));
        assertThat(finder.ids("the grey guild met")).containsExactly("a", "b");
        assertThat(finder.mentions("the grey guild met")).hasSize(2);
    }

    @Test
    void anAcronymNeedsItsCaseAndAWordOfItsContext() {
        assertThat(FINDER.ids("the LSF, as the front calls itself")).containsExactly("sim-lembah-sari-front");
        assertThat(FINDER.ids("L.S.F. of lembah sari")).containsExactly("sim-lembah-sari-front");
        assertThat(FINDER.ids("the front said that the lsf")).isEmpty();
        assertThat(FINDER.ids("the league of MILLS")).containsExactly("sim-seven-mills-league");
        assertThat(FINDER.ids("front" + " word".repeat(30) + " LSF")).isEmpty();
    }

    @Test
    void mentionsStandInTheOrderOfTheTextAndIdsInTheirOwn() {
        String text = "Seven Mills League, then Amber Lantern, then seven mills league";
        assertThat(FINDER.mentions(text)).extracting(OrganisationMention::start).containsExactly(0, 25, 45);
        assertThat(FINDER.ids(text)).containsExactly("sim-amber-lantern-circle", "sim-seven-mills-league");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\ud800",
                "\udc00\ud800",
                "\u200b",
                "\u0301",
                "Lembah ",
                "Lembah Sari ",
                "Amber Lantern ",
                "L.",
                "灰港",
                "灰港联盟",
                "و",
                "ووووو ",
                "𝐋",
                "\ufdfa",
                "a",
                "LSF ",
                "front LSF "
            })
    void aMegabyteOfOneThingTakesLinearTime(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> FINDER.mentions(text));
    }

    @Test
    void manyThreadsFindWhatOneFinds() throws Exception {
        OrganisationFinder fresh = OrganisationFinder.of(FictionalGazetteer.shipped());
        List<String> texts = IntStream.range(0, 400)
                .mapToObj(i -> i % 3 == 0 ? "وجبهة وادي ساري " + i : "the LSF front, Amber Lantern " + i)
                .toList();
        List<List<OrganisationMention>> expected =
                texts.stream().map(FINDER::mentions).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<List<OrganisationMention>>>> runs = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(
                            () -> texts.stream().map(fresh::mentions).toList()))
                    .toList();
            for (Future<List<List<OrganisationMention>>> run : runs) {
                assertThat(run.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Property(tries = 3000)
    void theQuickLookNeverHidesAMention(@ForAll("texts") String text) {
        assertThat(FINDER.mentions(text)).isEqualTo(FINDER.search(text));
    }

    @Provide
    Arbitrary<String> texts() {
        List<String> parts = new ArrayList<>(List.of(
                " ", " ", " ", "-", "_", "#", ".", ", ", "\u200b", "\u0301", "و", "ل", "لل", "ال", "ב", "וש", "the",
                "x", "\ud835", "😀", "\n", "’s", "L.S.F.", "front", "league"));
        for (OrganisationAlias alias : FictionalGazetteer.shipped().aliases()) {
            parts.add(alias.alias());
            parts.add(alias.alias().toUpperCase(Locale.ROOT));
            parts.add(alias.alias().replace(" ", ""));
            parts.addAll(List.of(alias.alias().split(" ")));
        }
        return Arbitraries.of(parts).list().ofMaxSize(12).map(chosen -> String.join("", chosen));
    }

    @Property(tries = 200)
    void everyAliasIsFoundInItsContext(@ForAll("aliases") OrganisationAlias alias) {
        String context = String.join(" ", alias.context());
        assertThat(FINDER.ids("… " + alias.alias() + " … " + context))
                .contains(alias.organisation().id());
    }

    @Provide
    Arbitrary<OrganisationAlias> aliases() {
        return Arbitraries.of(FictionalGazetteer.shipped().aliases());
    }
}
