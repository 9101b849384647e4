// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Map;

/** Draws what becomes of items: the earliest strike among the competing causes, referrals, and restorations. */
final class Fates {
    private final WorldSettings settings;

    Fates(WorldSettings settings) {
        this.settings = settings;
    }

    /**
     * A referral to the platform, or an order to it.
     *
     * @param ordered whether it was an order
     * @param at second at which it was made
     * @param answeredAt second at which it was answered, or {@link Fate#NEVER}
     * @param removed whether the answer was to remove
     */
    record Referral(boolean ordered, long at, long answeredAt, boolean removed) {
        String decision() {
            if (answeredAt == Fate.NEVER) {
                return "pending";
            }
            return removed ? "removed" : "rejected";
        }
    }

    /** The fate together with the referral that may have led to it, null when none was made. */
    record Outcome(Fate fate, Referral referral) {}

    /**
     * Draws the fate of one item.
     *
     * @param frailty factor that all items of a family share on how readily moderators and platform act
     */
    Outcome draw(Item item, double frailty, Draws draws) {
        long wait = Fate.NEVER;
        Cause cause = null;
        for (Map.Entry<Cause, Hazard> entry : settings.hazards().entrySet()) {
            double factor = factor(entry.getKey(), item) * (isJudged(entry.getKey()) ? frailty : 1);
            long strike = entry.getValue().secondsToStrike(draws, factor);
            if (applies(entry.getKey(), item.form()) && strike < wait) {
                wait = strike;
                cause = entry.getKey();
            }
        }
        long goneAt = cause == null ? Fate.NEVER : item.postedAt() + wait * 1000 + partOfSecond(item, draws);
        Referral referred = referral(item, goneAt, false, settings.referrals(), draws);
        Referral referral = referred != null || settings.orders().share() == 0
                ? referred
                : referral(item, goneAt, true, settings.orders(), Aspect.ORDER.draws(settings, item.number()));
        if (referral != null && referral.removed()) {
            goneAt = referral.answeredAt() * 1000 + partOfSecond(item, draws);
            cause = Cause.PLATFORM;
        }
        long restoredAt = restoredAt(item, goneAt, cause, draws);
        Account author = item.author();
        if (author.suspendedAt() > item.postedAt() && author.suspendedAt() < goneAt) {
            return new Outcome(
                    new Fate(author.suspendedAt(), Cause.SUSPENSION, author.reactivatedAt()),
                    answeredBefore(referral, author.suspendedAt()));
        }
        return new Outcome(new Fate(goneAt, cause, restoredAt), referral);
    }

    /** What a share comes to: it goes with the original at the latest, and comes back with it. */
    static Outcome withOriginal(Outcome own, long postedAt, Fate original) {
        boolean originalFirst =
                original.goneAt() > postedAt && original.goneAt() < own.fate().goneAt();
        return originalFirst ? new Outcome(original, answeredBefore(own.referral(), original.goneAt())) : own;
    }

    /** A referral that was made before the item went, without an answer that would have come after. */
    private static Referral answeredBefore(Referral referral, long goneAt) {
        if (referral == null || referral.at() * 1000 >= goneAt) {
            return null;
        }
        boolean answered = referral.answeredAt() != Fate.NEVER && referral.answeredAt() * 1000 < goneAt;
        return answered ? referral : new Referral(referral.ordered(), referral.at(), Fate.NEVER, false);
    }

    private static boolean applies(Cause cause, Form form) {
        return switch (cause) {
            case COMMUNITY_MOD -> form.site() == Site.REDDIT;
            // Copyright notices name links and texts; Reddit shows the category on submissions only.
            case COPYRIGHT -> form == Form.LINK || form == Form.TEXT;
            case PLATFORM, AUTHOR, SUSPENSION -> true;
        };
    }

    /** Twitter's notices state milliseconds; all that is known of Reddit is in seconds. */
    private static int partOfSecond(Item item, Draws draws) {
        int ms = draws.below(1000);
        return item.form().site() == Site.TWITTER ? ms : 0;
    }

    private long restoredAt(Item item, long goneAt, Cause cause, Draws draws) {
        Restoration plan = settings.restoration();
        boolean byFilter = cause == Cause.COMMUNITY_MOD && goneAt - item.postedAt() <= Hazard.AT_ONCE_SECONDS * 1000;
        boolean restored = draws.happens(byFilter ? plan.filterShare() : plan.share());
        long out = 1 + (long) draws.exponential(plan.meanHours() * 3600);
        boolean restorable = cause == Cause.COMMUNITY_MOD || cause == Cause.PLATFORM;
        return restored && restorable ? goneAt + out * 1000 : Fate.NEVER;
    }

    private static boolean isJudged(Cause cause) {
        return cause == Cause.COMMUNITY_MOD || cause == Cause.PLATFORM;
    }

    private double factor(Cause cause, Item item) {
        return isJudged(cause)
                ? settings.reform().factor(item.postedSecond())
                        * settings.labelFactors().getOrDefault(item.content().label(), 1.0)
                : 1.0;
    }

    private static Referral referral(Item item, long goneAt, boolean ordered, ReferralPlan plan, Draws draws) {
        boolean referred = draws.happens(plan.share()) && item.content().label() == Label.SUPPORTIVE;
        long at = item.postedSecond() + 60 + (long) draws.exponential(plan.delayMeanHours() * 3600);
        long answer = at + 60 + (long) draws.exponential(plan.answerMeanHours() * 3600);
        boolean unanswered = draws.happens(plan.unanswered());
        boolean accepted = draws.happens(plan.accepted());
        if (!referred || at * 1000 >= goneAt) {
            return null;
        }
        // What went for another reason in the meantime needs no answer any more.
        return unanswered || answer * 1000 >= goneAt
                ? new Referral(ordered, at, Fate.NEVER, false)
                : new Referral(ordered, at, answer, accepted);
    }
}
