// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.compliance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.java.tuple.Tuple5;
import org.tilik.model.table.ComplianceRow;
import org.tilik.pipeline.classify.ThresholdShift;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Members;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.removal.DutyFact;
import org.tilik.pipeline.removal.ReleaseRules;

/** One cell of compliance: its items as the study tracks them and, where scores decide, as it would at other thresholds. */
final class DutyCell implements Members<DutyFact, ComplianceRow> {
    private final PolicyPlan plan;
    private final ComplianceCell cell;
    private final DutyMembers tracked;
    private final Map<ThresholdShift, DutyMembers> shifted = new EnumMap<>(ThresholdShift.class);
    private boolean hasTracked;

    DutyCell(PolicyPlan plan, ComplianceCell cell) {
        this.plan = plan;
        this.cell = cell;
        this.tracked = new DutyMembers(plan, cell);
    }

    @Override
    public void add(DutyFact fact) {
        if (fact.standing.isTracked()) {
            tracked.add(fact);
            hasTracked = true;
        }
        if (!plan.measures().tracksByLabel() || cell.isOf(ComplianceCell.PERIOD) || !tracked.isOwnClock()) {
            return;
        }
        for (ThresholdShift shift : ThresholdShift.values()) {
            if (fact.standing.isTracked(shift)) {
                shifted.computeIfAbsent(shift, other -> new DutyMembers(plan, cell, other))
                        .add(fact);
            }
        }
    }

    @Override
    public List<Tuple5<String, String, Long, Boolean, List<ComplianceRow>>> parts() {
        List<Tuple5<String, String, Long, Boolean, List<ComplianceRow>>> parts = new ArrayList<>();
        if (hasTracked) {
            parts.addAll(tracked.parts());
        }
        long items = parts.isEmpty() ? 0 : parts.get(0).f2;
        shifted.values().forEach(members -> parts.addAll(part(members, items)));
        return parts;
    }

    /** Held back also where the headline's numbers less these would be those of a few items. */
    private List<Tuple5<String, String, Long, Boolean, List<ComplianceRow>>> part(DutyMembers members, long tracked) {
        return members.parts().stream()
                .map(part -> Parts.of(
                        part.f0,
                        cell.part(),
                        part.f2,
                        part.f3 && !ReleaseRules.tellsOfFew(tracked, part.f2, plan.k()),
                        part.f4))
                .toList();
    }
}
