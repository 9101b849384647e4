// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tilik.measure.removal.CauseCurve;
import org.tilik.measure.removal.Caveat;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Method;
import org.tilik.measure.removal.NaiveFigures;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RestrictedMean;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.SurvivalCurve;
import org.tilik.measure.removal.compare.CauseTest;
import org.tilik.measure.removal.compare.GroupComparison;
import org.tilik.measure.removal.compare.Outcome;
import org.tilik.measure.removal.compare.PermutationResult;
import org.tilik.measure.removal.compare.TestResult;

/** Writes estimates as JSON, point by point, since curves may be long; null = not reached, or not defined. */
public final class EstimateJson {
    private static final double EXACT_INTEGERS = 1L << 53;

    private final JsonGenerator json;

    private EstimateJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one object and a line end; the writer stays open. */
    public static void write(Estimates estimates, Writer out) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.useDefaultPrettyPrinter();
            new EstimateJson(generator).write(estimates);
            generator.writeRaw('\n');
        }
    }

    private void write(Estimates estimates) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("strata");
        for (Map.Entry<String, RemovalEstimate> stratum : estimates.strata().entrySet()) {
            stratum(stratum.getKey(), stratum.getValue(), estimates.naive().get(stratum.getKey()));
        }
        json.writeEndArray();
        tests(estimates.comparison());
        json.writeNumberField("rows_left_out", estimates.rowsLeftOut());
        json.writeEndObject();
    }

    private void stratum(String name, RemovalEstimate estimate, NaiveFigures naive) throws IOException {
        json.writeStartObject();
        json.writeStringField("stratum", name);
        number("n", estimate.n());
        number("events", estimate.events());
        number("censored", estimate.censored());
        number("interval", estimate.intervals());
        number("no_follow_up", estimate.noFollowUp());
        number("n_effective", estimate.nEffective());
        json.writeStringField("method", name(estimate.method()));
        json.writeStringField("ci_method", lower(estimate.intervalMethod()));
        number("conditional_on_hours", estimate.conditionalOnHours());
        json.writeArrayFieldStart("caveats");
        for (Caveat caveat : estimate.caveats()) {
            json.writeString(lower(caveat));
        }
        json.writeEndArray();
        curve(estimate.curve(), estimate.method() == Method.TURNBULL);
        json.writeArrayFieldStart("causes");
        for (CauseCurve cause : estimate.causes()) {
            cause(cause, estimate.causeGroups().get(cause.cause()));
        }
        json.writeEndArray();
        quantiles(estimate.quantiles());
        deadlines(estimate.deadlines());
        mean(estimate.restrictedMean());
        if (naive != null) {
            naive(naive);
        }
        json.writeEndObject();
    }

    private void curve(SurvivalCurve curve, boolean intervals) throws IOException {
        json.writeArrayFieldStart("curve");
        for (int i = 0; i < curve.size(); i++) {
            json.writeStartObject();
            number("t", curve.time(i));
            number("t_hi", curve.timeHigh(i));
            number("at_risk", curve.atRisk(i));
            number("events", curve.events(i));
            number("censored", curve.censored(i));
            if (intervals) {
                number("mass", curve.mass(i));
            }
            number("survival", curve.survival(i));
            number("std_err", curve.standardError(i));
            number("ci_low", curve.ciLow(i));
            number("ci_high", curve.ciHigh(i));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void cause(CauseCurve curve, List<DeadlineShare> deadlines) throws IOException {
        json.writeStartObject();
        json.writeStringField("cause", curve.cause());
        json.writeArrayFieldStart("curve");
        for (int i = 0; i < curve.size(); i++) {
            json.writeStartObject();
            number("t", curve.time(i));
            number("t_hi", curve.timeHigh(i));
            number("cumulative_incidence", curve.cumulativeIncidence(i));
            number("std_err", curve.standardError(i));
            json.writeEndObject();
        }
        json.writeEndArray();
        deadlines(deadlines);
        json.writeEndObject();
    }

    private void quantiles(List<Quantile> quantiles) throws IOException {
        json.writeArrayFieldStart("quantiles");
        for (Quantile quantile : quantiles) {
            json.writeStartObject();
            number("p", quantile.p());
            number("estimate", quantile.estimate());
            number("ci_low", quantile.ciLow());
            number("ci_high", quantile.ciHigh());
            number("bound_low", quantile.boundLow());
            number("bound_high", quantile.boundHigh());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void deadlines(List<DeadlineShare> deadlines) throws IOException {
        json.writeArrayFieldStart("deadlines");
        for (DeadlineShare deadline : deadlines) {
            json.writeStartObject();
            number("hours", deadline.deadlineHours());
            share(deadline.share());
            if (deadline.conditionalOnHours() > 0) {
                json.writeObjectFieldStart("given_captured");
                number("conditional_on_hours", deadline.conditionalOnHours());
                share(deadline.givenCaptured());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void share(Share share) throws IOException {
        number("estimate", share.estimate());
        number("ci_low", share.ciLow());
        number("ci_high", share.ciHigh());
        json.writeStringField("identifiability", lower(share.identifiability()));
        number("bound_low", share.boundLow());
        number("bound_high", share.boundHigh());
    }

    private void mean(RestrictedMean mean) throws IOException {
        json.writeObjectFieldStart("rmst");
        number("tau", mean.tau());
        number("estimate", mean.estimate());
        number("std_err", mean.standardError());
        number("ci_low", mean.ciLow());
        number("ci_high", mean.ciHigh());
        json.writeEndObject();
    }

    private void naive(NaiveFigures naive) throws IOException {
        json.writeObjectFieldStart("naive");
        number("median_of_gone", naive.medianOfGone());
        number("median_of_midpoints", naive.medianOfMidpoints());
        json.writeArrayFieldStart("deadlines");
        for (NaiveFigures.Shares shares : naive.deadlines()) {
            json.writeStartObject();
            number("hours", shares.deadlineHours());
            number("of_all_items", shares.ofAllItems());
            number("of_complete_cases", shares.ofCompleteCases());
            number("of_gone", shares.ofGone());
            number("midpoint", shares.midpoint());
            json.writeObjectFieldStart("one_minus_kaplan_meier");
            for (Map.Entry<String, Double> cause : shares.oneMinusKaplanMeier().entrySet()) {
                number(cause.getKey(), cause.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tests(GroupComparison comparison) throws IOException {
        json.writeObjectFieldStart("tests");
        test("log_rank", comparison.logRank());
        test("peto_peto", comparison.petoPeto());
        json.writeArrayFieldStart("gray");
        for (CauseTest test : comparison.gray()) {
            if (test.test().isDefined()) {
                json.writeStartObject();
                json.writeStringField("cause", test.cause());
                result(test.test().orElseThrow());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        Optional<PermutationResult> sun = comparison.sun().value();
        if (sun.isPresent()) {
            json.writeObjectFieldStart("sun");
            number("chi_square", sun.get().chiSquare());
            number("df", sun.get().df());
            number("p", sun.get().p());
            json.writeEndObject();
        } else {
            json.writeNullField("sun");
        }
        json.writeObjectFieldStart("not_defined");
        reason("log_rank", comparison.logRank());
        reason("peto_peto", comparison.petoPeto());
        for (CauseTest test : comparison.gray()) {
            reason("gray " + test.cause(), test.test());
        }
        reason("sun", comparison.sun());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void reason(String test, Outcome<?> outcome) throws IOException {
        if (outcome.undefined().isPresent()) {
            json.writeStringField(test, outcome.undefined().get().reason());
        }
    }

    private void test(String name, Outcome<TestResult> test) throws IOException {
        if (test.isDefined()) {
            json.writeObjectFieldStart(name);
            result(test.orElseThrow());
            json.writeEndObject();
        } else {
            json.writeNullField(name);
        }
    }

    private void result(TestResult test) throws IOException {
        number("chi_square", test.chiSquare());
        number("df", test.df());
        number("p", test.p());
    }

    private void number(String name, double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNullField(name);
        } else if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
            json.writeNumberField(name, (long) value);
        } else {
            json.writeNumberField(name, value);
        }
    }

    /** The name that {@code --method} takes. */
    static String name(Method method) {
        return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
