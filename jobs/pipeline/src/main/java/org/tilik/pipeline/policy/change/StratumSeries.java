// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tilik.measure.policy.series.WeekValue;
import org.tilik.measure.policy.series.WeeklySeries;
import org.tilik.pipeline.strata.Stratum;

/** The cohorts of one stratum as series by week. */
final class StratumSeries {
    private static final String PLATFORM = "platform";

    private final Stratum stratum;
    private final ChangeRule rule;
    private final Map<Long, Cohort> cohorts = new TreeMap<>();
    private final Map<Long, Cohort> censored = new TreeMap<>();

    /** A series of the cohorts that this rule measures apart, or of the headline's. */
    StratumSeries(Stratum stratum, ChangeRule rule) {
        this.stratum = stratum;
        this.rule = rule;
    }

    void add(Cohort cohort) {
        (cohort.censored ? censored : cohorts).put(cohort.week, cohort);
    }

    ChangeRule rule() {
        return rule;
    }

    /** Whether this rule makes another series than the headline's, or another interval. */
    boolean differs(ChangeRule other, ChangeOutcome outcome) {
        return switch (other) {
            case UNCONFIRMED_CENSORED -> !censored.isEmpty() && !outcome.isCounted();
            case UNKNOWN_CAUSE_EXCLUDED, UNKNOWN_CAUSE_COUNTED ->
                outcome.kind() == ChangeOutcome.Kind.REMOVED
                        && cohorts.values().stream().anyMatch(cohort -> isUnknown(cohort, outcome.place()));
            default -> true;
        };
    }

    private static boolean isUnknown(Cohort cohort, int place) {
        return cohort.removedHighWithoutUnknown[place] < cohort.removedHigh[place];
    }

    Stratum stratum() {
        return stratum;
    }

    /** Whether the table says of it also why there is no number: all items, and those of one platform. */
    boolean isHeadline() {
        return isHeadline(stratum);
    }

    static boolean isHeadline(Stratum stratum) {
        return stratum.equals(Stratum.ALL) || stratum.by().equals(PLATFORM);
    }

    /** The platform of all its items; empty where they may be of any. */
    Optional<String> platform() {
        int column = List.of(stratum.by().split(",", -1)).indexOf(PLATFORM);
        return column < 0 ? Optional.empty() : Optional.of(stratum.value().split("\\|", -1)[column]);
    }

    /** Whether its items are of one platform and of nothing else. */
    boolean isPlatform() {
        return stratum.by().equals(PLATFORM);
    }

    /** The platforms of which it may have items. */
    Collection<String> platforms(Delivered delivered) {
        return platform().map(Set::of).orElseGet(delivered::platforms);
    }

    List<LocalDate> breaks(Delivered delivered) {
        return delivered.breaks(platforms(delivered));
    }

    /** The weeks of which the outcome is known, among those that were collected. */
    WeeklySeries of(ChangeOutcome outcome, ChangeRule assumed, Delivered delivered) {
        List<WeekValue> weeks = new ArrayList<>();
        for (long week : delivered.weeks(platforms(delivered))) {
            Cohort cohort = assumed == ChangeRule.UNCONFIRMED_CENSORED && censored.containsKey(week)
                    ? censored.get(week)
                    : cohorts.get(week);
            Optional<WeekValue> value = cohort == null ? without(outcome, week) : value(outcome, assumed, cohort);
            value.ifPresent(weeks::add);
        }
        return new WeeklySeries(weeks);
    }

    /** A week in which nothing was posted has no share, but a number of copies and of views. */
    private static Optional<WeekValue> without(ChangeOutcome outcome, long week) {
        return outcome.isCounted() ? Optional.of(WeekValue.exact(week, 0, 0)) : Optional.empty();
    }

    private static Optional<WeekValue> value(ChangeOutcome outcome, ChangeRule rule, Cohort cohort) {
        int place = outcome.place();
        return switch (outcome.kind()) {
            case GONE -> between(cohort, cohort.goneLow[place], cohort.goneHigh[place]);
            case REMOVED ->
                between(
                        cohort,
                        (rule == ChangeRule.UNKNOWN_CAUSE_COUNTED ? cohort.removedLowWithUnknown : cohort.removedLow)
                                [place],
                        (rule == ChangeRule.UNKNOWN_CAUSE_EXCLUDED
                                        ? cohort.removedHighWithoutUnknown
                                        : cohort.removedHigh)
                                [place]);
            case MEAN -> between(cohort, cohort.mean, cohort.mean);
            case COPIES -> Optional.of(WeekValue.exact(cohort.week, (double) cohort.items, cohort.items));
            case VIEWS ->
                cohort.viewed == 0
                        ? Optional.empty()
                        : Optional.of(WeekValue.exact(cohort.week, cohort.views, cohort.viewed));
        };
    }

    private static Optional<WeekValue> between(Cohort cohort, double low, double high) {
        return Double.isNaN(low) || Double.isNaN(high)
                ? Optional.empty()
                : Optional.of(WeekValue.between(cohort.week, low, Math.max(low, high), cohort.followed));
    }

    /** Whether the mean is not known of some week since items went in brackets. */
    boolean isBracketed() {
        return cohorts.values().stream().anyMatch(cohort -> cohort.brackets);
    }

    /** Items of all its weeks. */
    long items() {
        return cohorts.values().stream().mapToLong(cohort -> cohort.items).sum();
    }

    /** Whether the items of the weeks that may enter are of k known accounts. */
    boolean hasEnoughAccounts(ChangeOutcome outcome, long leastItems, int k) {
        Set<String> accounts = new HashSet<>();
        for (Cohort cohort : cohorts.values()) {
            if (outcome.isCounted() || cohort.followed >= leastItems) {
                accounts.addAll(List.of(cohort.accounts));
            }
        }
        return accounts.size() >= k;
    }
}
