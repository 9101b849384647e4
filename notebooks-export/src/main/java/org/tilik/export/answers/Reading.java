// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.MeasureRow;
import org.tilik.export.ScenarioRow;

/** Makes a sentence of a finding, in one language, from templates: nothing is said that a row does not hold. */
final class Reading {
    private static final MetricRegistry METRICS = MetricRegistry.delivered();
    private static final String SHARE = "(.*[._])?(share|rate|precision)([._].*)?";
    private static final String ALL = "all";

    private final Wording words;
    private final int k;

    /**
     * A writer of sentences.
     *
     * @param k smallest group published
     */
    Reading(Wording words, int k) {
        this.words = words;
        this.k = k;
    }

    String of(Finding finding) {
        if (finding.row() != null) {
            return of(finding.row());
        }
        return finding.scenario() != null
                ? of(finding.scenario())
                : cannot(name(finding.metric()), "", words.text(finding.why()));
    }

    private String of(MeasureRow row) {
        if (!row.hasNumber()) {
            return cannot(subject(row), group(row), why(row));
        }
        Map<String, String> values = new HashMap<>();
        values.put("group", group(row));
        values.put("value", value(row));
        values.put("detail", detail(row));
        values.put("deadline", row.deadlineHours() == null ? "" : words.span(row.deadlineHours()));
        values.put("clock", row.clock() == null ? "" : words.word("clock", clock(row)));
        values.put("label", name(row.metricId()));
        values.put("commitment", named("event", row.said("commitment")));
        values.put("jurisdiction", named("place", row.said("jurisdiction")));
        values.put("event", events(row.said("intervention")));
        values.put("date", String.valueOf(row.said("intervention_on")));
        values.put("outcome", outcome(row));
        values.put("class", named("class", row.said("item_class")));
        return words.text(template(row), values);
    }

    private String template(MeasureRow row) {
        String key = "answer." + row.metricId();
        if (words.has(key)) {
            return key;
        }
        if (row.metricId().startsWith("policy.") && words.has(key + "." + kind(row))) {
            return key + "." + kind(row);
        }
        return "answer.other";
    }

    private static String kind(MeasureRow row) {
        return row.unit().startsWith("ratio") ? "ratio" : "change";
    }

    private String of(ScenarioRow row) {
        Map<String, String> values = new HashMap<>();
        values.put("span", row.parameterHours() == null ? "" : words.span(row.parameterHours()));
        String rule = words.has("scenario." + row.scenario())
                ? words.text("scenario." + row.scenario(), values)
                : row.scenario().replace('_', ' ');
        if (!row.hasNumber()) {
            return cannot(
                    name(ScenarioRow.COPIES),
                    " (" + rule + ")",
                    row.suppressed() ? held() : words.text("answer.why.no_replay"));
        }
        values.put("rule", rule);
        values.put("low", words.whole(row.copiesLow()));
        values.put("high", words.whole(row.copiesHigh()));
        values.put("n", row.copiesObserved() == null ? "–" : words.whole(row.copiesObserved()));
        boolean isOne = row.copiesLow().equals(row.copiesHigh());
        String text = words.text(isOne ? "answer.scenario.one" : "answer.scenario", values);
        if (row.protectedRemoved() != null && row.protectedObserved() != null) {
            text += " "
                    + words.text(
                            "answer.scenario.protected",
                            Map.of(
                                    "removed",
                                    words.whole(row.protectedRemoved()),
                                    "n",
                                    words.whole(row.protectedObserved())));
        }
        return text;
    }

    private String cannot(String what, String group, String reason) {
        return words.text("answer.cannot", Map.of("what", what, "group", group, "reason", reason));
    }

    private String subject(MeasureRow row) {
        return row.said("outcome_metric_id") == null
                ? name(row.metricId())
                : name(row.metricId()) + words.text("list.colon") + outcome(row);
    }

    private String why(MeasureRow row) {
        if (row.suppressed()) {
            return held();
        }
        String reason = row.said("reason");
        if (reason != null) {
            String key = "change.reason." + reason.replaceAll("[^a-z0-9]+", "_");
            return words.has(key) ? words.text(key) : reason;
        }
        if ("no_audit".equals(row.correctionMethod())) {
            return words.text("answer.why.no_audit");
        }
        if (row.nItems() != null && row.nItems() == 0) {
            return words.text("reason.empty");
        }
        return words.text(row.deadlineHours() != null ? "reason.share" : "reason.other");
    }

    private String held() {
        return words.text("reason.suppressed", Map.of("k", words.whole(k)));
    }

    private String value(MeasureRow row) {
        if (row.estimate() != null) {
            return quantity(row, row.estimate());
        }
        String low = quantity(row, row.boundLow());
        String high = quantity(row, row.boundHigh());
        return low.equals(high) ? low : words.text("value.between", Map.of("low", low, "high", high));
    }

    private String quantity(MeasureRow row, double value) {
        String outcome = row.said("outcome_metric_id");
        if (row.unit().equals("h")) {
            return words.hours(value);
        }
        if (outcome != null && outcome.matches(SHARE) && row.unit().equals("1")) {
            return words.points(value);
        }
        return row.unit().equals("1") && row.metricId().matches(SHARE) ? words.percent(value) : words.decimal(value);
    }

    private String detail(MeasureRow row) {
        List<String> parts = new ArrayList<>();
        if (row.ciLow() != null && row.ciHigh() != null) {
            parts.add(words.text(
                    "interval.both",
                    Map.of(
                            "level",
                            words.level(row.confLevel()),
                            "low",
                            quantity(row, row.ciLow()),
                            "high",
                            quantity(row, row.ciHigh()))));
        } else {
            parts.add(words.text("interval.none"));
        }
        if (row.nItems() != null) {
            parts.add(words.text("value.n", Map.of("n", words.whole(row.nItems()))));
        }
        return String.join(words.text("list.semicolon"), parts);
    }

    /** The group in brackets; nothing for all items. */
    private String group(MeasureRow row) {
        List<String> parts = new ArrayList<>();
        if (!ALL.equals(row.stratumBy())) {
            String[] columns = row.stratumBy().split(",", -1);
            String[] values = row.stratum().split("\\|", -1);
            for (int i = 0; i < values.length; i++) {
                parts.add(columns.length == values.length ? words.word(columns[i], values[i]) : values[i]);
            }
        }
        if (row.said("is_signatory") != null) {
            parts.add(words.text("signatory." + row.said("is_signatory")));
        }
        return parts.isEmpty() ? "" : " (" + String.join(" · ", parts) + ")";
    }

    private String named(String prefix, String value) {
        return value == null ? "" : words.word(prefix, value);
    }

    private String events(String intervention) {
        return intervention == null
                ? ""
                : Arrays.stream(intervention.split("\\+", -1))
                        .map(event -> words.word("event", event))
                        .collect(Collectors.joining(" + "));
    }

    private String outcome(MeasureRow row) {
        String metric = row.said("outcome_metric_id");
        if (metric == null) {
            return "";
        }
        String name = name(metric);
        return row.deadlineHours() == null ? name : name + " (" + words.span(row.deadlineHours()) + ")";
    }

    private String name(String metric) {
        String key = "metric." + metric + ".name";
        Optional<MetricRegistry.Metric> registered = METRICS.find(metric);
        return words.has(key)
                ? words.text(key)
                : words.has("answer.name." + metric)
                        ? words.text("answer.name." + metric)
                        : registered.map(MetricRegistry.Metric::title).orElse(metric);
    }

    /** Measures of contents bear the clock of the study, but run from what their definition says. */
    private static String clock(MeasureRow row) {
        if (row.metricId().startsWith("family.gone_lag")) {
            return "first_cleared";
        }
        return row.metricId().startsWith("family.") ? "first_copy" : row.clock();
    }
}
