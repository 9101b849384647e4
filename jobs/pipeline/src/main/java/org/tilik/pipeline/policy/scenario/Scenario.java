// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.tilik.formats.policy.PolicyEvent;
import org.tilik.measure.policy.scenario.Match;
import org.tilik.measure.policy.scenario.Participants;
import org.tilik.measure.policy.scenario.ScenarioRule;
import org.tilik.pipeline.policy.PolicyPlan;

/**
 * A rule that is replayed, as a row names it.
 *
 * @param name the rule
 * @param parameterHours its window or deadline in hours; null for others
 * @param from when a shared list begins; null for others, and for one that is there before all posts
 * @param match what hashes recognise; null for rules without hashes
 * @param rule the rule
 */
record Scenario(String name, Double parameterHours, Instant from, Match match, ScenarioRule rule) {
    static final String ONE_STRIKE = "one_strike";
    static final String REMOVAL_WITHIN = "removal_within";
    static final String SHARED_HASH_LIST = "shared_hash_list";
    static final String UPLOAD_BLOCK = "upload_block";

    /** Events of the timeline with this measure begin a list. */
    static final String LIST_MEASURE = "scenario." + SHARED_HASH_LIST;

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final double SECONDS_PER_HOUR = 3600;
    private static final long BEFORE_ALL = -(1L << 60);

    /** The scenarios of a study: each deadline, and a list from the begin of its window and from each event about lists. */
    static List<Scenario> of(PolicyPlan plan) {
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(
                new Scenario(ONE_STRIKE, (double) WINDOW.toHours(), null, null, new ScenarioRule.OneStrike(WINDOW)));
        for (double hours : plan.measures().deadlinesHours()) {
            Duration deadline = Duration.ofSeconds(Math.round(hours * SECONDS_PER_HOUR));
            scenarios.add(new Scenario(REMOVAL_WITHIN, hours, null, null, new ScenarioRule.RemovalWithin(deadline)));
        }
        for (Match match : Match.values()) {
            scenarios.add(list(plan.from(), match));
            listBegins(plan).forEach(begin -> scenarios.add(list(begin, match)));
        }
        for (Match match : Match.values()) {
            scenarios.add(new Scenario(UPLOAD_BLOCK, null, null, match, new ScenarioRule.UploadBlock(match)));
        }
        return List.copyOf(scenarios);
    }

    private static Scenario list(Instant from, Match match) {
        long micros = from == null ? BEFORE_ALL : TimeUnit.SECONDS.toMicros(from.getEpochSecond());
        return new Scenario(
                SHARED_HASH_LIST, null, from, match, new ScenarioRule.SharedHashList(micros, match, Participants.ALL));
    }

    private static TreeSet<Instant> listBegins(PolicyPlan plan) {
        TreeSet<Instant> begins = new TreeSet<>();
        for (PolicyEvent event : plan.policy().timeline().interventions()) {
            Instant begin = event.on().atStartOfDay(ZoneOffset.UTC).toInstant();
            boolean isInside = (plan.from() == null || begin.isAfter(plan.from()))
                    && (plan.until() == null || begin.isBefore(plan.until()));
            if (LIST_MEASURE.equals(event.measure()) && isInside) {
                begins.add(begin);
            }
        }
        return begins;
    }

    /** Whether it can only be replayed where somebody flagged something; others also know from removals. */
    boolean needsFlags() {
        return name.equals(REMOVAL_WITHIN) || name.equals(SHARED_HASH_LIST);
    }

    /** {@link #match} as in tables. */
    String matchId() {
        return match == null ? null : match.name().toLowerCase(Locale.ROOT);
    }

    /** What it takes for granted, in words. */
    String assumptions(boolean hasModel) {
        String rule = switch (name) {
            case ONE_STRIKE ->
                "An account posts nothing for 30 days after a flag or removal of an earlier violating item of its"
                        + " own on that platform.";
            case REMOVAL_WITHIN ->
                "Each platform takes down its copies of a family at the deadline after the first flag there; the"
                        + " upper end also leaves out all that is posted later, the lower end only what repeats a"
                        + " copy taken down.";
            case SHARED_HASH_LIST ->
                "All platforms refuse what any of them had flagged, or a list held, before; of what was only"
                        + " reported before the list began, the lower end takes none.";
            default -> "Each platform refuses what it had itself flagged or removed before.";
        };
        String recognised = match == null
                ? ""
                : match == Match.EXACT
                        ? " Recognised: equal hash or text."
                        : " Recognised: every variant of the family.";
        return "Scenario. " + rule + recognised
                + " Known by then: reports, referrals, orders and list entries in the data"
                + (needsFlags() ? "." : ", and removals within their brackets.")
                + " Lower end: who finds the source gone re-attaches to any copy still up; upper end: nobody does. Copies"
                + " without a known source fall with none. Nobody evades. Violating: "
                + (hasModel
                        ? "known items and their copies, and tracked items labelled hateful or extremist_support."
                        : "every tracked item, since no model says which break a rule.");
    }
}
