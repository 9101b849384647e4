// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.youtube;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tilik.model.Actor;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;

/**
 * What YouTube's words in place of a video say about it: whether it is gone, who took it away and how far.
 *
 * @param outcome what the look came to; blocked and error say nothing about the video
 * @param actor who made it disappear, where it is gone; else null
 * @param reach whether the video or the whole account went, where it is gone; else null
 * @param explicit whether the words say so, and are not just those for whatever cannot be shown
 * @param reason a short name of what the words say
 */
record Availability(RecheckOutcome outcome, Actor actor, Reach reach, boolean explicit, String reason) {
    private static final Pattern POLICY = Pattern.compile("policy (?:on|against|prohibiting) ([a-z ,]{3,60})");

    /** Some words and what they say; the first that is found in a text counts. */
    private record Rule(String words, Availability meaning) {}

    /** Order matters: what says who did it stands before what says only that it is gone. */
    private static final List<Rule> RULES = List.of(
            blocked("confirm you're not a bot", "robot_check"),
            blocked("in your country", "country"),
            blocked("from your location", "country"),
            blocked("on this country domain", "country"),
            blocked("http error 403", "http_403"),
            blocked("http error 429", "http_429"),
            blocked("too many requests", "http_429"),
            gone("removed by the uploader", Actor.AUTHOR, Reach.ITEM, "removed_by_uploader"),
            gone("deleted by the uploader", Actor.AUTHOR, Reach.ITEM, "removed_by_uploader"),
            gone("removed by the user", Actor.AUTHOR, Reach.ITEM, "removed_by_uploader"),
            gone("closed their youtube account", Actor.AUTHOR, Reach.ACCOUNT, "account_closed"),
            gone("closed their account", Actor.AUTHOR, Reach.ACCOUNT, "account_closed"),
            gone("third-party notifications of copyright", Actor.LEGAL_ORDER, Reach.ACCOUNT, "copyright"),
            gone("copyright claim", Actor.LEGAL_ORDER, Reach.ITEM, "copyright"),
            gone("copyright grounds", Actor.LEGAL_ORDER, Reach.ITEM, "copyright"),
            gone("trademark claim", Actor.LEGAL_ORDER, Reach.ITEM, "trademark"),
            gone("court order", Actor.LEGAL_ORDER, Reach.ITEM, "court_order"),
            gone("legal complaint", Actor.LEGAL_ORDER, Reach.ITEM, "legal_complaint"),
            gone("has been terminated", Actor.PLATFORM, Reach.ACCOUNT, "account_terminated"),
            gone("account has been suspended", Actor.PLATFORM, Reach.ACCOUNT, "account_suspended"),
            gone("violating youtube's policy", Actor.PLATFORM, Reach.ITEM, "policy"),
            gone("violating youtube's terms of service", Actor.PLATFORM, Reach.ITEM, "terms_of_service"),
            gone("violating youtube's community guidelines", Actor.PLATFORM, Reach.ITEM, "community_guidelines"),
            gone("violates youtube's", Actor.PLATFORM, Reach.ITEM, "policy"),
            gone("private video", Actor.AUTHOR, Reach.ITEM, "private"),
            gone("video is private", Actor.AUTHOR, Reach.ITEM, "private"),
            alive("confirm your age", "age_gate"),
            alive("inappropriate for some users", "age_gate"),
            alive("members-only", "members"),
            alive("join this channel", "members"),
            alive("requires payment", "payment"),
            alive("premieres in", "upcoming"),
            alive("live event will begin", "upcoming"),
            unexplained("[deleted video]", "deleted"),
            unexplained("video unavailable", "unavailable"),
            unexplained("video is unavailable", "unavailable"),
            unexplained("isn't available anymore", "unavailable"),
            unexplained("is not available", "unavailable"),
            unexplained("no longer available", "unavailable"),
            unexplained("does not exist", "unavailable"));

    /** What the words of yt-dlp's field {@code availability}, or of YouTube itself, say; never null. */
    static Availability of(String words) {
        String text = words.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        switch (text) {
            case "public", "unlisted", "premium_only", "subscriber_only", "needs_auth" -> {
                return new Availability(RecheckOutcome.ALIVE, null, null, false, text);
            }
            case "private" -> {
                return new Availability(RecheckOutcome.GONE, Actor.AUTHOR, Reach.ITEM, true, text);
            }
            default -> {
                return bySentence(text);
            }
        }
    }

    private static Availability bySentence(String text) {
        for (Rule rule : RULES) {
            if (text.contains(rule.words())) {
                return rule.meaning().withPolicyOf(text);
            }
        }
        return new Availability(RecheckOutcome.ERROR, null, null, false, "unknown_words");
    }

    /** Which policy, where the words name it: {@code policy: hate speech}. */
    private Availability withPolicyOf(String text) {
        Matcher matcher = POLICY.matcher(text);
        return "policy".equals(reason) && matcher.find()
                ? new Availability(
                        outcome,
                        actor,
                        reach,
                        explicit,
                        "policy: " + matcher.group(1).strip())
                : this;
    }

    boolean isGone() {
        return outcome == RecheckOutcome.GONE;
    }

    private static Rule gone(String words, Actor actor, Reach reach, String reason) {
        return new Rule(words, new Availability(RecheckOutcome.GONE, actor, reach, true, reason));
    }

    /** YouTube says this of deleted, private, blocked and never existing videos alike. */
    private static Rule unexplained(String words, String reason) {
        return new Rule(words, new Availability(RecheckOutcome.GONE, Actor.UNKNOWN, Reach.ITEM, false, reason));
    }

    private static Rule blocked(String words, String reason) {
        return new Rule(words, new Availability(RecheckOutcome.BLOCKED, null, null, false, reason));
    }

    /** It is there, though not for everybody: that is no removal. */
    private static Rule alive(String words, String reason) {
        return new Rule(words, new Availability(RecheckOutcome.ALIVE, null, null, false, reason));
    }

    /** What the status of a video in YouTube's own interface says; null where it says nothing of this kind. */
    static Availability ofStatus(String uploadStatus, String rejectionReason, String privacyStatus) {
        if ("rejected".equals(uploadStatus)) {
            return rejected(rejectionReason == null ? "rejected" : rejectionReason);
        }
        if ("deleted".equals(uploadStatus)) {
            return new Availability(RecheckOutcome.GONE, Actor.UNKNOWN, Reach.ITEM, true, "deleted");
        }
        return "private".equals(privacyStatus) ? of(privacyStatus) : null;
    }

    private static Availability rejected(String why) {
        Actor actor = switch (why) {
            case "claim", "copyright", "legal", "trademark" -> Actor.LEGAL_ORDER;
            case "uploaderAccountClosed" -> Actor.AUTHOR;
            case "duplicate", "inappropriate", "length", "termsOfUse", "uploaderAccountSuspended" -> Actor.PLATFORM;
            default -> Actor.UNKNOWN;
        };
        Reach reach = why.startsWith("uploaderAccount") ? Reach.ACCOUNT : Reach.ITEM;
        return new Availability(RecheckOutcome.GONE, actor, reach, true, why);
    }
}
