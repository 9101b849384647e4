// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Map;

/** Draws what becomes of items: the earliest strike among the competing causes, referrals, and restorations. */
final class Fates {
    private final WorldSettings settings;

    Fates(WorldSettings settings) {
        this.settings = settings;
    }

    /** A referral to the platform: second it was made, second it was answered or {@link Fate#NEVER}, and the answer. */
    record Referral(long at, long answeredAt, boolean removed) {
        String decision() {
            if (answeredAt == Fate.NEVER) {
                return "pending";
            }
            return removed ? "removed" : "rejected";
        }
    }

    /** The fate together with the referral that may have led to it, null when none was made. */
    record Outcome(Fate fate, Referral referral) {}

    Outcome draw(Item item, Draws draws) {
        long wait = Fate.NEVER;
        Cause cause = null;
        for (Map.Entry<Cause, Hazard> entry : settings.hazards().entrySet()) {
            long strike = entry.getValue().secondsToStrike(draws, factor(entry.getKey(), item));
            // Copyright notices name links and texts; Reddit shows the category on submissions only.
            boolean applies = entry.getKey() != Cause.COPYRIGHT || item.form() == Form.LINK || item.form() == Form.TEXT;
            if (applies && strike < wait) {
                wait = strike;
                cause = entry.getKey();
            }
        }
        long goneAt = cause == null ? Fate.NEVER : item.postedAt() + wait;
        Referral referral = referral(item, goneAt, draws);
        if (referral != null && referral.removed()) {
            goneAt = referral.answeredAt();
            cause = Cause.PLATFORM;
        }
        return new Outcome(new Fate(goneAt, cause, restoredAt(item, goneAt, cause, draws)), referral);
    }

    private long restoredAt(Item item, long goneAt, Cause cause, Draws draws) {
        Restoration plan = settings.restoration();
        boolean byFilter = cause == Cause.COMMUNITY_MOD && goneAt - item.postedAt() <= Hazard.AT_ONCE_SECONDS;
        boolean restored = draws.happens(byFilter ? plan.filterShare() : plan.share());
        long out = 1 + (long) draws.exponential(plan.meanHours() * 3600);
        boolean restorable = cause == Cause.COMMUNITY_MOD || cause == Cause.PLATFORM;
        return restored && restorable ? goneAt + out : Fate.NEVER;
    }

    private double factor(Cause cause, Item item) {
        boolean judged = cause == Cause.COMMUNITY_MOD || cause == Cause.PLATFORM;
        return judged ? settings.labelFactors().getOrDefault(item.label(), 1.0) : 1.0;
    }

    private Referral referral(Item item, long goneAt, Draws draws) {
        ReferralPlan plan = settings.referrals();
        boolean referred = draws.happens(plan.share()) && item.label() == Label.SUPPORTIVE;
        long at = item.postedAt() + 60 + (long) draws.exponential(plan.delayMeanHours() * 3600);
        long answer = at + 60 + (long) draws.exponential(plan.answerMeanHours() * 3600);
        boolean unanswered = draws.happens(plan.unanswered());
        boolean accepted = draws.happens(plan.accepted());
        if (!referred || at >= goneAt) {
            return null;
        }
        // What went for another reason in the meantime needs no answer any more.
        return unanswered || answer >= goneAt
                ? new Referral(at, Fate.NEVER, false)
                : new Referral(at, answer, accepted);
    }
}
