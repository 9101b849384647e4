// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.StudyInputException;

class PolicyTimelineTest {
    private static final Path FOLDER = Path.of("../../datasets/policy");
    private static final String HEADER =
            "event_id,on,precision,until,kind,jurisdiction,instrument,title,deadline_hours,"
                    + "clock,platforms,by_signature,measure,legal_basis,exclude_from,exclude_until,anticipation_weeks,checked,"
                    + "source\n";

    private static PolicyTimeline shipped() throws IOException {
        try (InputStream in = Files.newInputStream(FOLDER.resolve("timeline.csv"))) {
            return PolicyTimeline.read(in, "timeline.csv");
        }
    }

    private static Memberships memberships() throws IOException {
        try (InputStream in = Files.newInputStream(FOLDER.resolve("membership.csv"))) {
            return Memberships.read(in, "membership.csv");
        }
    }

    private static Jurisdictions jurisdictions() throws IOException {
        try (InputStream in = Files.newInputStream(FOLDER.resolve("jurisdictions.csv"))) {
            return Jurisdictions.read(in, "jurisdictions.csv");
        }
    }

    @Test
    void theShippedTimelineHasEveryQuestionOfThePublicRecord() throws IOException {
        PolicyTimeline timeline = shipped();

        assertThat(timeline.events())
                .extracting(PolicyEvent::id)
                .contains(
                        "direct-cooperation-2015",
                        "may-macron-plan-2017",
                        "christchurch-attack-2019",
                        "one-strike-2019",
                        "christchurch-call-2019",
                        "us-declines-2019",
                        "second-summit-2021");
        PolicyEvent tco = timeline.find("eu-tco-1h").orElseThrow();
        assertThat(tco.deadlineHours()).isEqualTo(1);
        assertThat(tco.clock()).isEqualTo("ordered");
        assertThat(tco.isInForce(LocalDate.parse("2022-06-06"))).isFalse();
        assertThat(tco.isInForce(LocalDate.parse("2022-06-07"))).isTrue();
    }

    @Test
    void whatWasStruckDownIsNoDuty() throws IOException {
        assertThat(shipped().duties()).extracting(PolicyEvent::instrument).doesNotContain("loi-avia");
    }

    @Test
    void membershipDependsOnTheDate() throws IOException {
        Memberships memberships = memberships();

        assertThat(memberships.isSignatory("christchurch-call", "twitter", LocalDate.parse("2019-05-14")))
                .contains(false);
        assertThat(memberships.isSignatory("christchurch-call", "twitter", LocalDate.parse("2019-05-15")))
                .contains(true);
        assertThat(memberships.isSignatory("christchurch-call", "telegram", LocalDate.parse("2020-01-01")))
                .isEmpty();
        Membership states = memberships.all().stream()
                .filter(membership -> membership.signatory().equals("United States"))
                .findFirst()
                .orElseThrow();
        assertThat(states.isMember(LocalDate.parse("2019-05-15"))).isFalse();
        assertThat(states.isMember(LocalDate.parse("2021-05-14"))).isTrue();
    }

    @Test
    void whatIsFromMemoryDecidesNothing() {
        Memberships memberships = Memberships.read(bytes("""
                        instrument,signatory,kind,joined_on,left_on,not_member_on,platforms,checked,source
                        x,Video Ltd,company,2019-05-15,,,youtube,from_memory,me
                        """), "membership.csv");

        assertThat(memberships.isSignatory("x", "youtube", LocalDate.parse("2020-01-01")))
                .isEmpty();
    }

    @Test
    void aUnionCoversItsCountriesAsLongAsTheyBelongToIt() throws IOException {
        Jurisdictions places = jurisdictions();

        assertThat(places.covers("EU", "FR", LocalDate.parse("2022-06-07"))).isTrue();
        assertThat(places.covers("EU", "GB", LocalDate.parse("2020-01-31"))).isTrue();
        assertThat(places.covers("EU", "GB", LocalDate.parse("2022-06-07"))).isFalse();
        assertThat(places.covers("DE", "DE", LocalDate.parse("2022-06-07"))).isTrue();
        assertThat(places.covers("global", "ID", LocalDate.parse("2022-06-07"))).isTrue();
        assertThat(places.covers("DE", "FR", LocalDate.parse("2022-06-07"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2019-05-15,day,,law,FR,,t,,,,false,,,,,,yes,s                     | event_id \"A\"",
                "a,15 May 2019,day,,law,FR,,t,,,,false,,,,,,yes,s                    | 15 May 2019",
                "a,2019-05-15,year,,law,FR,,t,,,,false,,,,,,yes,s                    | expected one of day, month",
                "a,2019-05-15,day,,decree,FR,,t,,,,false,,,,,,yes,s                  | unknown kind \"decree\"",
                "a,2019-05-15,day,,law,FR,,t,24,,,false,,,,,,yes,s                   | no clock",
                "a,2019-05-15,day,,law,FR,,t,-1,posted,,false,,,,,,yes,s             | expected a number above 0",
                "a,2019-05-15,day,,law,FR,,t,1,sent,,false,,,,,,yes,s                | unknown clock \"sent\"",
                "a,2019-05-15,day,2019-05-14,law,FR,,t,,,,false,,,,,,yes,s           | before it begins",
                "a,2019-05-15,day,,law,,,t,,,,false,,,,,,yes,s                       | names no jurisdiction",
                "a,2019-05-15,day,,law,FR,,t,,,myspace,false,,,,,,yes,s              | unknown platform",
                "a,2019-05-15,day,,law,FR,,t,,,,true,,,,,,yes,s                      | names no instrument",
                "a,2019-05-15,day,,law,FR,,t,,,,false,,,2019-05-15,,,yes,s           | exclude_until",
                "a,2019-05-15,day,,law,FR,,t,,,,false,,,,,1.5,yes,s                  | whole number of weeks",
                "a,2019-05-15,day,,law,FR,,t,,,,false,,,,,,perhaps,s                 | expected one of yes",
                "a,2019-05-15,day,,law,FR,,,,,,false,,,,,,yes,s                      | has no title"
            })
    void aFaultIsNamedWithItsRow(String row, String message) {
        assertThatThrownBy(() -> PolicyTimeline.read(bytes(HEADER + row + "\n"), "mine.csv"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageContaining("mine.csv, row 1")
                .hasMessageContaining(message);
    }

    @Test
    void anIdStandsForOneEvent() {
        String row = "a,2019-05-15,day,,law,FR,,t,,,,false,,,,,,yes,s\n";

        assertThatThrownBy(() -> PolicyTimeline.read(bytes(HEADER + row + row), "mine.csv"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageContaining("mine.csv, row 2 repeats the event_id a");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
