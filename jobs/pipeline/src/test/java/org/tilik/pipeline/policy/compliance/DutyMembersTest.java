// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.formats.policy.Jurisdictions;
import org.tilik.formats.policy.Memberships;
import org.tilik.formats.policy.PolicyTimeline;
import org.tilik.model.table.ComplianceRow;
import org.tilik.pipeline.classify.Standing;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.removal.DutyFact;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.StudyPolicy;

class DutyMembersTest {
    private static final String TIMELINE = """
        event_id,on,precision,until,kind,jurisdiction,instrument,title,deadline_hours,clock,platforms,by_signature,measure,legal_basis,exclude_from,exclude_until,anticipation_weeks,checked,source
        promise,2019-05-15,day,,commitment,global,call,A promise,,posted,,true,,,,,,yes,s
        day,2019-05-15,day,,law,FR,law,A day,24,posted,,false,,Article 1,,,,yes,s
        """;
    private static final PolicyPlan PLAN = new PolicyPlan(
            new MeasurePlan("study", Clock.POSTED, List.of(1.0, 24.0), 0.95, 2, 1, null, false, "0123456789abcdef"),
            new Strata(List.of("platform")),
            Map.of(),
            new StudyPolicy(
                    PolicyTimeline.read(
                            new ByteArrayInputStream(TIMELINE.getBytes(StandardCharsets.UTF_8)), "timeline.csv"),
                    new Memberships(List.of()),
                    new Jurisdictions(List.of())),
            null,
            null);

    private static DutyFact fact(String event, int account, double lower, Double upper, String cause) {
        DutyFact fact = new DutyFact();
        fact.event = event;
        fact.jurisdiction = "global";
        fact.clock = "posted";
        fact.place = "global";
        fact.platform = "reddit";
        fact.month = "2024-06";
        fact.signatory = DutyFact.UNKNOWN;
        fact.accountKey = "account" + account;
        fact.entry = 0.0;
        fact.lower = lower;
        fact.upper = upper;
        fact.cause = cause;
        return fact;
    }

    private static DutyMembers members(String event) {
        return new DutyMembers(PLAN, new ComplianceCell(event, "global", "posted", DutyFact.UNKNOWN, Stratum.ALL));
    }

    @Test
    void metIsTheShareRemovedInTimeOfAllAndNotOfThoseRemoved() {
        DutyMembers members = members("day");
        for (int i = 0; i < 20; i++) {
            // Of 20: 8 removed in time, 4 too late, 3 deleted by their authors, 5 never.
            double at = i < 8 ? 10 : i < 12 ? 30 : i < 15 ? 5 : 100;
            String cause = i < 12 ? "platform" : i < 15 ? "author" : null;
            members.add(fact("day", i, at, cause == null ? null : (Double) at, cause));
        }

        List<ComplianceRow> rows = members.rows();

        assertThat(rows).hasSize(1);
        ComplianceRow row = rows.get(0);
        assertThat(row.estimate()).isEqualTo(0.4, within(1e-12));
        assertThat(row.deadlineHours()).isEqualTo(24);
        assertThat(row.identifiability()).isEqualTo("point");
        assertThat(row.nItems()).isEqualTo(20);
        assertThat(row.nEvents()).isEqualTo(15);
        assertThat(row.legalBasis()).isEqualTo("Article 1");
        assertThat(row.isSignatory()).isNull();
        assertThat(row.evidenceLevel()).isEqualTo("archive");
        assertThat(row.clock()).isEqualTo("posted");
        assertThat(members.parts()).hasSize(1);
        assertThat(members.parts().get(0).f2).isEqualTo(20);
        assertThat(members.parts().get(0).f3).isTrue();
    }

    @Test
    void bracketsAndUnknownHandsGiveBounds() {
        DutyMembers members = members("day");
        for (int i = 0; i < 20; i++) {
            // 5 removed in time for sure, 5 perhaps in time, 5 in time but nobody knows by whom, 5 never.
            switch (i % 4) {
                case 0 -> members.add(fact("day", i, 2, 10.0, "platform"));
                case 1 -> members.add(fact("day", i, 20, 30.0, "platform"));
                case 2 -> members.add(fact("day", i, 2, 10.0, "unknown"));
                default -> members.add(fact("day", i, 100, null, null));
            }
        }

        ComplianceRow row = members.rows().get(0);

        assertThat(row.identifiability()).isEqualTo("bounds");
        assertThat(row.estimate()).isNull();
        assertThat(row.boundLow()).isEqualTo(0.25, within(1e-6));
        assertThat(row.boundHigh()).isEqualTo(0.75, within(1e-6));
        assertThat(members.rows())
                .extracting(ComplianceRow::correctionMethod)
                .containsExactly("none", "unknown_cause_excluded", "unknown_cause_counted");
        assertThat(members.rows().get(1).boundHigh()).isEqualTo(0.5, within(1e-6));
        assertThat(members.rows().get(2).boundLow()).isEqualTo(0.5, within(1e-6));
    }

    @Test
    void onAnotherClockTheRowNamesNoLawAndIsRepeatedUnderNoOtherAssumption() {
        DutyMembers members =
                new DutyMembers(PLAN, new ComplianceCell("day", "global", "reported", DutyFact.UNKNOWN, Stratum.ALL));
        for (int i = 0; i < 12; i++) {
            DutyFact fact = fact("day", i, 2, 2.0, i < 6 ? "platform" : "unknown");
            fact.clock = "reported";
            members.add(fact);
        }

        assertThat(members.rows()).hasSize(1);
        ComplianceRow row = members.rows().get(0);
        assertThat(row.clock()).isEqualTo("reported");
        assertThat(row.correctionMethod()).isEqualTo("clock_reported");
        assertThat(row.legalBasis()).isNull();
        assertThat(row.boundLow()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void whatIsGoneByOneLastAbsenceIsCountedAsSuch() {
        DutyMembers members = members("day");
        for (int i = 0; i < 12; i++) {
            DutyFact fact = fact("day", i, 2, 10.0, "unknown");
            fact.confirmed = i >= 5;
            members.add(fact);
        }

        assertThat(members.rows().get(0).nUnconfirmed()).isEqualTo(5);
        ComplianceRow censored = members.rows().stream()
                .filter(row -> row.correctionMethod().equals("unconfirmed_censored"))
                .findFirst()
                .orElseThrow();
        assertThat(censored.nCensored()).isEqualTo(5);
    }

    @Test
    void aPromiseWithoutADeadlineIsMeasuredAtThoseOfTheStudyAndNamesNoLaw() {
        DutyMembers members = members("promise");
        for (int i = 0; i < 12; i++) {
            members.add(fact("promise", i, 2, 2.0, "platform"));
        }

        List<ComplianceRow> rows = members.rows();

        assertThat(rows).extracting(ComplianceRow::deadlineHours).containsExactly(1.0, 24.0);
        assertThat(rows).extracting(ComplianceRow::estimate).containsExactly(0.0, 1.0);
        assertThat(rows).extracting(ComplianceRow::legalBasis).containsOnlyNulls();
        assertThat(rows).extracting(ComplianceRow::rowId).doesNotHaveDuplicates();
    }

    @Test
    void otherThresholdsAreSetsOfItemsOfTheirOwn() {
        PolicyPlan byLabel = new PolicyPlan(
                new MeasurePlan("study", Clock.POSTED, List.of(24.0), 0.95, 10, 1, "model", true, "0123456789abcdef"),
                PLAN.strata(),
                Map.of(),
                PLAN.policy(),
                null,
                null);
        DutyCell cell =
                new DutyCell(byLabel, new ComplianceCell("day", "global", "posted", DutyFact.UNKNOWN, Stratum.ALL));
        for (int i = 0; i < 45; i++) {
            // 10 stay at higher thresholds and were removed; 15 do not and were not; 20 come in at lower ones.
            DutyFact fact = fact("day", i, i < 10 ? 2 : 100, i < 10 ? (Double) 2.0 : null, i < 10 ? "platform" : null);
            fact.standing = i < 10 ? Standing.TRACKED : i < 25 ? Standing.ONLY_JUST : Standing.NEARLY;
            cell.add(fact);
        }

        assertThat(cell.parts())
                .extracting(part -> part.f0.substring(part.f0.lastIndexOf('\t') + 1), part -> part.f2, part -> part.f3)
                .containsExactly(
                        tuple("unknown", 25L, true),
                        tuple("thresholds_raised", 10L, true),
                        tuple("thresholds_lowered", 45L, true));
        assertThat(cell.parts().stream().map(part -> part.f4.get(0).estimate()))
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-12 ? 0 : 1)
                .containsExactly(0.4, 1.0, 10 / 45.0);
        assertThat(cell.parts().get(1).f4)
                .extracting(ComplianceRow::correctionMethod)
                .containsExactly("thresholds_raised");
    }

    @Test
    void aFactIsCountedInEveryPartThatHoldsIt() {
        DutyFact fact = fact("day", 1, 1, null, null);
        fact.jurisdiction = "EU";
        fact.place = "FR";

        assertThat(ComplianceCell.of(fact, "posted"))
                .extracting(cell -> cell.part().label())
                .containsExactly(
                        "place=FR",
                        "place,period=FR|2024-06",
                        "place,platform=FR|reddit",
                        "place,platform,period=FR|reddit|2024-06");
        ComplianceCell last = ComplianceCell.of(fact, "posted").get(3);
        assertThat(ComplianceCell.ofKey(last.key())).isEqualTo(last);
        assertThat(last.value(ComplianceCell.PERIOD, "all")).isEqualTo("2024-06");
        assertThat(last.value(ComplianceCell.PLACE, "EU")).isEqualTo("FR");
        fact.place = "EU";
        assertThat(ComplianceCell.of(fact, "posted").get(0).part()).isEqualTo(Stratum.ALL);
        assertThat(ComplianceCell.of(fact, "posted").get(0).value(ComplianceCell.PLACE, "EU"))
                .isEqualTo("EU");
    }
}
