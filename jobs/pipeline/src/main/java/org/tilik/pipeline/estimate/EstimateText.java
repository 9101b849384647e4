// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.tilik.measure.removal.Caveat;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.NaiveFigures;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RestrictedMean;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.SurvivalCurve;
import org.tilik.measure.removal.compare.GroupComparison;
import org.tilik.measure.removal.compare.Outcome;
import org.tilik.measure.removal.compare.PermutationResult;
import org.tilik.measure.removal.compare.TestResult;
import org.tilik.measure.removal.compare.Undefined;

/** Prints estimates for people: hours and shares, intervals in brackets, and what to know before using them. */
public final class EstimateText {
    private static final double PERCENT = 100;

    private final PrintWriter out;
    private final double level;

    /** A printer of estimates whose intervals have this level. */
    public EstimateText(PrintWriter out, double level) {
        this.out = out;
        this.level = level;
    }

    /** Prints every group and the tests; curves, which may be long, where asked for. */
    public void print(Estimates estimates, boolean curves) {
        for (Map.Entry<String, RemovalEstimate> stratum : estimates.strata().entrySet()) {
            print(stratum.getKey(), stratum.getValue(), curves);
            NaiveFigures naive = estimates.naive().get(stratum.getKey());
            if (naive != null) {
                print(naive);
            }
            out.println();
        }
        if (estimates.strata().size() > 1) {
            print(estimates.comparison());
        }
        if (estimates.rowsLeftOut() > 0) {
            line("%,d rows do not have the values asked for and were left out.", estimates.rowsLeftOut());
        }
    }

    private void print(String name, RemovalEstimate estimate, boolean curve) {
        line(
                "%s: %s items, %s gone (%s of them in a bracket), %s still visible when last seen; %s",
                name,
                count(estimate.n()),
                count(estimate.events()),
                count(estimate.intervals()),
                count(estimate.censored()),
                EstimateJson.name(estimate.method()));
        if (estimate.nEffective() < estimate.n()) {
            line("  worth %.1f independent families", estimate.nEffective());
        }
        if (curve) {
            print(estimate.curve());
        }
        estimate.quantiles().forEach(this::print);
        estimate.deadlines().forEach(share -> print("gone", share));
        estimate.causeGroups().forEach((cause, shares) -> shares.forEach(share -> print(cause, share)));
        print(estimate.restrictedMean());
        for (Caveat caveat : estimate.caveats()) {
            line("  note: %s", words(caveat));
        }
    }

    private void print(SurvivalCurve curve) {
        line("  %12s %12s %10s %10s %10s %9s", "hours", "until", "at risk", "gone", "censored", "visible");
        for (int i = 0; i < curve.size(); i++) {
            line(
                    "  %12s %12s %10s %10s %10s %9s%s",
                    hours(curve.time(i)),
                    hours(curve.timeHigh(i)),
                    count(curve.atRisk(i)),
                    count(curve.events(i)),
                    count(curve.censored(i)),
                    percent(curve.survival(i)),
                    percentInterval(curve.ciLow(i), curve.ciHigh(i)));
        }
    }

    private void print(Quantile quantile) {
        String label = String.format(Locale.ROOT, "%s gone by", percent(quantile.p()));
        if (!quantile.reached()) {
            line("  %-28s not reached", label);
        } else if (Double.isNaN(quantile.estimate())) {
            line(
                    "  %-28s most likely in (%s, %s] h%s",
                    label,
                    hours(quantile.boundLow()),
                    hours(quantile.boundHigh()),
                    hoursInterval(quantile.ciLow(), quantile.ciHigh()));
        } else {
            line(
                    "  %-28s %s h%s",
                    label, hours(quantile.estimate()), hoursInterval(quantile.ciLow(), quantile.ciHigh()));
        }
    }

    private void print(String what, DeadlineShare deadline) {
        String label = String.format(Locale.ROOT, "%s within %s h", what, hours(deadline.deadlineHours()));
        line("  %-28s %s", label, words(deadline.share()));
        if (deadline.conditionalOnHours() > 0) {
            line(
                    "  %-28s %s",
                    String.format(Locale.ROOT, "  of those visible at %s h", hours(deadline.conditionalOnHours())),
                    words(deadline.givenCaptured()));
        }
    }

    private String words(Share share) {
        return switch (share.identifiability()) {
            case POINT -> percent(share.estimate()) + percentInterval(share.ciLow(), share.ciHigh());
            case BOUNDS ->
                "between " + percent(share.boundLow()) + " and " + percent(share.boundHigh())
                        + percentInterval(share.ciLow(), share.ciHigh());
            case NONE -> "not to be known from these rows";
        };
    }

    private void print(RestrictedMean mean) {
        if (!Double.isNaN(mean.tau())) {
            line(
                    "  %-28s %s",
                    String.format(Locale.ROOT, "mean visible of %s h", hours(mean.tau())),
                    Double.isNaN(mean.estimate())
                            ? "not to be known from these rows"
                            : hours(mean.estimate()) + " h" + hoursInterval(mean.ciLow(), mean.ciHigh()));
        }
    }

    private void print(GroupComparison comparison) {
        test("Log-rank test", comparison.logRank());
        test("Peto-Peto test", comparison.petoPeto());
        comparison.gray().forEach(test -> test("Gray's test of " + test.cause(), test.test()));
        if (!comparison.logRank().isDefined() && comparison.sun().isDefined()) {
            PermutationResult sun = comparison.sun().orElseThrow();
            line("Sun's test: chi-square %.4f, %d df, p %.4g", sun.chiSquare(), sun.df(), sun.p());
        }
    }

    private void test(String name, Outcome<TestResult> outcome) {
        if (outcome.isDefined()) {
            TestResult test = outcome.orElseThrow();
            line("%s: chi-square %.4f, %d df, p %.4g", name, test.chiSquare(), test.df(), test.p());
        } else {
            line(
                    "%s: not defined, because %s",
                    name, outcome.undefined().map(Undefined::reason).orElseThrow());
        }
    }

    private void print(NaiveFigures naive) {
        line("  naive figures, to see by how much they mislead; never to be quoted:");
        line("  %-28s %s h", "  median of what is gone", hours(naive.medianOfGone()));
        line("  %-28s %s h", "  median of midpoints", hours(naive.medianOfMidpoints()));
        for (NaiveFigures.Shares shares : naive.deadlines()) {
            line(
                    "    within %s h: of all items %s, of complete cases %s, of what is gone %s, by midpoints %s",
                    hours(shares.deadlineHours()),
                    percent(shares.ofAllItems()),
                    percent(shares.ofCompleteCases()),
                    percent(shares.ofGone()),
                    percent(shares.midpoint()));
            shares.oneMinusKaplanMeier()
                    .forEach((cause, share) -> line("      %s, one minus Kaplan-Meier: %s", cause, percent(share)));
        }
    }

    private static String words(Caveat caveat) {
        return switch (caveat) {
            case NO_FOLLOW_UP -> "nobody watched any of these items for any time";
            case NO_EVENTS -> "none of these items was seen gone";
            case LEFT_TRUNCATED -> "items came under observation late, so what went before is not known";
            case RISK_SET_GAP -> "at some time too few items were under observation; quantiles beyond are not given";
            case THINNED_BY_CENSORING -> "censoring left too few items to say more about later times";
            case DEADLINE_BEYOND_FOLLOW_UP -> "a deadline lies after the last look at items that were still visible";
            case BRACKETS_STRADDLE_DEADLINE -> "some items went in a bracket around a deadline: only bounds are known";
            case MEAN_NOT_DEFINED -> "the mean needs exact times and follow-up until its horizon";
            case INTERVALS_NEED_BOOTSTRAP -> "intervals need samples: see --bootstrap";
            case FEW_FAMILIES -> "fewer than 20 effective families: too few for an interval";
            case CURVE_WITHOUT_INTERVALS -> "the curve has too many points for intervals at each";
            case NOT_CONVERGED -> "the likelihood was not maximised to full precision";
        };
    }

    private String percentInterval(double low, double high) {
        return interval(percent(low), percent(high), Double.isNaN(low) && Double.isNaN(high));
    }

    private String hoursInterval(double low, double high) {
        return interval(hours(low), hours(high) + " h", Double.isNaN(low) && Double.isNaN(high));
    }

    private String interval(String low, String high, boolean absent) {
        return absent ? "" : String.format(Locale.ROOT, " (%.0f %% interval %s to %s)", PERCENT * level, low, high);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "?" : String.format(Locale.ROOT, "%.2f %%", PERCENT * share);
    }

    private static String hours(double hours) {
        if (Double.isNaN(hours)) {
            return "?";
        }
        if (Double.isInfinite(hours)) {
            return "never seen";
        }
        String text = String.format(Locale.ROOT, "%.3f", hours);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static String count(double items) {
        return items == Math.rint(items)
                ? String.format(Locale.ROOT, "%,.0f", items)
                : String.format(Locale.ROOT, "%,.2f", items);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
