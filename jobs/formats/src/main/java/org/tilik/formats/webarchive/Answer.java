// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import java.util.Locale;
import java.util.Set;
import org.tilik.formats.HttpStatus;
import org.tilik.model.Actor;
import org.tilik.model.EventBuilder;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;

/**
 * What the answer to an archive's visit says about the post at that address.
 *
 * @param outcome what the look came to; blocked and error say nothing about the post
 * @param actor who made it disappear, where it is gone; else null
 * @param reach whether the post or the whole account went, where that is known; else null
 * @param explicit whether the answer says so, and not only that nothing was found
 * @param reason a short name of the answer
 */
record Answer(RecheckOutcome outcome, Actor actor, Reach reach, boolean explicit, String reason) {
    /** These show a page of their own, with status 200, in place of a post that is gone, or ask for a log-in with it. */
    private static final Set<Platform> SAME_FOR_GONE = Set.of(
            Platform.REDDIT, Platform.TELEGRAM, Platform.YOUTUBE, Platform.TIKTOK, Platform.FACEBOOK, Platform.BLUESKY);

    private static final String SUSPENDED = "/account/suspended";

    /**
     * What this answer says.
     *
     * @param location where it sends the visitor; null where it sends nowhere, or the archive does not tell
     */
    static Answer of(PostAddress post, int status, String location) {
        String reason = "http_" + status;
        boolean isRedirect = status >= 300 && status < 400;
        String target = isRedirect && location != null ? location.toLowerCase(Locale.ROOT) : "";
        if (post.platform() == Platform.TWITTER && target.endsWith(SUSPENDED)) {
            return new Answer(RecheckOutcome.GONE, Actor.PLATFORM, Reach.ACCOUNT, true, "account_suspended");
        }
        // Threads of an image board fall off its end, which is nobody's act.
        if (HttpStatus.saysGone(status) && post.platform() != Platform.FOURCHAN) {
            Actor actor = HttpStatus.actor(status);
            return new Answer(RecheckOutcome.GONE, actor, null, HttpStatus.saysRemoved(status), reason);
        }
        if (HttpStatus.saysThere(status) && !SAME_FOR_GONE.contains(post.platform())) {
            return new Answer(RecheckOutcome.ALIVE, null, null, false, reason);
        }
        boolean isBlocked = HttpStatus.turnsAway(status) || target.contains("login");
        return new Answer(isBlocked ? RecheckOutcome.BLOCKED : RecheckOutcome.ERROR, null, null, false, reason);
    }

    /** Says it of the post. */
    EventBuilder on(EventBuilder look) {
        return look.recheck(outcome)
                .actor(actor)
                .reach(reach)
                .explicit(explicit)
                .reason(reason);
    }
}
