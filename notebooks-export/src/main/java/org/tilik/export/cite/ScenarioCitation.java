// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tilik.export.RunRecord;
import org.tilik.export.ScenarioRow;

/**
 * How a scenario is cited: its low and its high end together, the protected items that the same rule would have removed,
 * and what it takes for granted.
 *
 * @param row the scenario
 * @param run what made it
 */
public record ScenarioCitation(ScenarioRow row, RunRecord run) implements Citation {
    private static final String ALL = "all";
    private static final int PERCENT = 100;

    @Override
    public String rowId() {
        return row.rowId();
    }

    @Override
    public String title() {
        return "Scenario " + row.scenario().replace('_', ' ');
    }

    @Override
    public String source() {
        return SourceText.of(run, row.rowId(), row.runId(), row.modelId(), row.correctionMethod());
    }

    @Override
    public String statement() {
        StringBuilder text = new StringBuilder(title()).append(" (").append(row.scenario());
        if (row.parameterHours() != null) {
            text.append(", ").append(NumberText.trimmed(row.parameterHours())).append(" h");
        }
        if (row.from() != null) {
            text.append(", from ").append(row.from());
        }
        if (row.match() != null) {
            text.append(", ").append(row.match()).append(" match");
        }
        text.append("), ");
        text.append(
                ALL.equals(row.stratumBy())
                        ? "stratum all"
                        : row.stratumBy().replace(",", ", ") + " = "
                                + row.stratum().replace("|", ", "));
        text.append(": ").append(String.join("; ", parts()));
        return text.append(". A scenario, not an observation; it takes for granted: ")
                .append(row.assumptions()
                        .strip()
                        .replaceFirst("^Scenario\\. ", "")
                        .replaceFirst("\\.$", ""))
                .append('.')
                .toString();
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (row.hasNumber()) {
            parts.add(range(row.copiesLow(), row.copiesHigh()) + of(row.copiesObserved()) + " copies averted");
        } else {
            parts.add("not identified by these data");
        }
        if (row.viewsLow() != null || row.viewsHigh() != null) {
            parts.add(range(row.viewsLow(), row.viewsHigh()) + " views averted"
                    + (row.viewsObserved() == null ? "" : ", of at least " + count(row.viewsObserved())));
        }
        if (row.protectedRemoved() != null) {
            parts.add(count(row.protectedRemoved()) + of(row.protectedObserved())
                    + " protected items removed by the same rule");
        }
        if (row.closedFormShare() != null) {
            parts.add(String.format(Locale.ROOT, "closed form %.1f %% averted", PERCENT * row.closedFormShare()));
        }
        return parts;
    }

    private static String range(Long low, Long high) {
        if (low == null || high == null) {
            return low == null ? "at most " + count(high) : "at least " + count(low);
        }
        return low.equals(high) ? count(low) : "between " + count(low) + " (low) and " + count(high) + " (high)";
    }

    private static String of(Long observed) {
        return observed == null ? "" : " of " + count(observed);
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
