// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IncidentFinderTest {
    private static final long WEEK = 168;
    private static final PlatformStarts STARTS =
            new PlatformStarts(Map.of("reddit", 0L, "twitter", 0L, "telegram", 0L, "gab", 300L));

    private static List<Incident> incidents(Told copies, long asOf) {
        return new IncidentFinder(IncidentRule.USUAL, STARTS).incidents(copies.history(), asOf);
    }

    @Test
    void aBurstOpensInItsFirstSurprisingHourAndClosesWhenTheQuietHoursHavePassed() {
        Told copies = new Told()
                .copies(10, 11, 1, "reddit")
                .copies(100, 101, 1, "reddit")
                .copies(200, 203, 4, "reddit", Told.REMOVED)
                .copies(203, 204, 7, "reddit")
                .copies(204, 205, 2, "twitter", Told.DELETED)
                .copies(240, 241, 1, "reddit");

        List<Incident> incidents = incidents(copies, 400);

        assertThat(incidents).hasSize(1);
        Incident incident = incidents.get(0);
        assertThat(incident.begunHour()).isEqualTo(200);
        // 4 and 8 copies are fewer than ten.
        assertThat(incident.openedHour()).isEqualTo(202);
        // In the hour 207 the last twelve copies lie in the window, but no copy is of that hour.
        assertThat(incident.lastAlarmHour()).isEqualTo(204);
        assertThat(incident.closedHour()).isEqualTo(OptionalLong.of(228));
        assertThat(incident.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(incident.triggers()).containsExactly(Trigger.BURST);
        assertThat(incident.surprise()).isGreaterThan(6);
        assertThat(incident.firstHours()).isEqualTo(Map.of("reddit", 200L, "twitter", 204L));
        assertThat(incident.counts()).isEqualTo(new CopyCounts(21, 12, 14, 7, 7));
        assertThat(incident.peakHour()).isEqualTo(203);
        assertThat(incident.peakCopiesPerHour()).isEqualTo(7);
    }

    @Test
    void itIsOpenAsLongAsTheQuietHoursHaveNotPassed() {
        Told copies = new Told().copies(200, 203, 4, "reddit").copies(220, 221, 50, "reddit");

        assertThat(incidents(copies, 201)).isEmpty();
        Incident open = incidents(copies, 219).get(0);
        assertThat(open.status()).isEqualTo(IncidentStatus.OPEN);
        assertThat(open.closedHour()).isEmpty();
        assertThat(open.counts().copies()).isEqualTo(12);
        assertThat(incidents(copies, 243).get(0).status()).isEqualTo(IncidentStatus.OPEN);
        assertThat(incidents(copies, 244).get(0).closedHour()).isEqualTo(OptionalLong.of(244));
    }

    @Test
    void aSecondWaveThreeDaysLaterIsAnIncidentOfItsOwnThoughAsLargeAsTheFirst() {
        Told copies = new Told().copies(200, 206, 50, "reddit").copies(278, 284, 50, "reddit");

        assertThat(incidents(copies, 400)).extracting(Incident::openedHour).containsExactly(200L, 278L);
    }

    @Test
    void noCopyBelongsToTwoIncidents() {
        // The second alarm rests on copies of which some came before the first incident was closed.
        IncidentRule rule = new IncidentRule(10, 6, 7, 1e-6, 3, 24, 3);
        Told copies = new Told().copies(200, 201, 10, "reddit").copies(202, 206, 5, "reddit");

        List<Incident> incidents = new IncidentFinder(rule, STARTS).incidents(copies.history(), 400);

        long held = incidents.stream()
                .mapToLong(incident -> incident.counts().copies())
                .sum();
        assertThat(held).isEqualTo(30);
        for (long hour = 195; hour < 220; hour++) {
            long of = hour;
            assertThat(incidents.stream().filter(incident -> incident.holds(of)).count())
                    .isLessThan(2);
        }
    }

    @Test
    void aRateThatStaysIsNoIncidentForEver() {
        Told copies = new Told().copies(200, 2000, 5, "reddit");

        List<Incident> incidents = incidents(copies, 1999);

        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).closedHour().orElseThrow()).isBetween(200 + WEEK, 200 + 2 * WEEK);
    }

    @Test
    void whereTheArchiveBeginsNothingIsSurprising() {
        assertThat(incidents(new Told().copies(0, 24, 50, "reddit"), 400)).isEmpty();
        // Gab is watched from hour 300 on.
        assertThat(incidents(new Told().copies(300, 310, 50, "gab"), 400)).isEmpty();
        assertThat(incidents(new Told().copies(330, 340, 50, "gab"), 400))
                .extracting(Incident::openedHour)
                .containsExactly(330L);
        assertThat(incidents(new Told().copies(330, 340, 50, "unheard of"), 400))
                .isEmpty();
    }

    @Test
    void aPlatformWhoseArchiveBeginsInTheMidstOfItHidesNoBurstOfTheOthers() {
        Told copies = new Told()
                .copies(302, 306, 8, "reddit")
                .copies(302, 306, 3, "gab")
                .copies(345, 347, 60, "reddit")
                .copies(480, 482, 60, "gab");

        List<Incident> incidents = incidents(copies, 600);

        // Gab counts when it has been watched for a whole baseline: from hour 473 on.
        assertThat(incidents).extracting(Incident::openedHour).containsExactly(303L, 345L, 480L);
    }

    @Test
    void platformsWhoseArchivesBeginOnOneDayCountTogether() {
        PlatformStarts sameDay = new PlatformStarts(Map.of("reddit", 0L, "gab", 20L));
        Told copies = new Told().copies(60, 62, 4, "reddit").copies(60, 62, 4, "gab");

        assertThat(new IncidentFinder(IncidentRule.USUAL, sameDay).incidents(copies.history(), 200))
                .extracting(Incident::openedHour)
                .containsExactly(61L);
    }

    @Test
    void firstCopiesOnThreePlatformsWithinADayAreAnEmergence() {
        Told copies = new Told()
                .copies(100, 101, 1, "reddit")
                .copies(110, 111, 1, "telegram")
                .copies(123, 124, 1, "twitter");

        List<Incident> incidents = incidents(copies, 400);

        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).triggers()).containsExactly(Trigger.EMERGENCE);
        assertThat(incidents.get(0).begunHour()).isEqualTo(100);
        assertThat(incidents.get(0).openedHour()).isEqualTo(123);
        assertThat(incidents.get(0).surprise()).isNaN();
        assertThat(incidents.get(0).counts().copies()).isEqualTo(3);
    }

    @Test
    void firstCopiesFurtherApartAreNone() {
        Told copies = new Told()
                .copies(100, 101, 1, "reddit")
                .copies(110, 111, 1, "telegram")
                .copies(124, 125, 1, "twitter");

        assertThat(incidents(copies, 400)).isEmpty();
    }

    @Test
    void whatIsNewBecauseItsArchiveIsNewDoesNotEmerge() {
        Told copies = new Told()
                .copies(310, 311, 1, "reddit")
                .copies(310, 311, 1, "telegram")
                .copies(310, 311, 1, "gab");

        assertThat(incidents(copies, 400)).isEmpty();
    }
}
