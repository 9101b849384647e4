// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What one dump record says happened to one item (or account, thread, URL, hash) on one platform.
 *
 * <p>A record yields exactly one {@link #primary()} event, which decides the record's disposition, and any number of
 * derived ones. For existence kinds {@code timeLo == timeHi} is the time of posting. For a REMOVAL or REAPPEARANCE the
 * change happened in (timeLo, timeHi]; equal ends mean that the time is exact. Unknown values are null, unknown lists
 * are empty.
 *
 * @param platform platform of the item
 * @param kind what happened
 * @param scope what it happened to
 * @param itemId the platform's id of the item, or its keyed pseudonym after {@link #pseudonymised}
 * @param accountId id of the author or account, null when unknown or deleted
 * @param accountFollowers how many accounts followed the author's at capture, as the record states it; null where it does not
 * @param parentId id of the item replied to
 * @param originId id of the item shared or quoted
 * @param rootId id of the first item of the thread
 * @param timeLo earliest possible time of the event, null when unknown
 * @param timeHi latest possible time of the event, null when unknown
 * @param precision how finely the source states the time
 * @param capturedAt when the archiver saw it, null when the dump does not say
 * @param visible for existence kinds: whether the content could still be seen at capture (false: a stub)
 * @param explicit for a disappearance: whether the platform said so (notice, tombstone, 410), not mere absence
 * @param declaredLanguage language tag that platform or author gave
 * @param text the words of the item, null for stubs whose words were never seen and for shares without own text
 * @param urls links in the item as given
 * @param mediaHashes {@code md5:…}, {@code sha256:…} or {@code pdq:…} of attached media
 * @param counts engagement at capture
 * @param actor who made it disappear
 * @param reach how far it was taken from view
 * @param countries ISO 3166-1 alpha-2 codes where it is withheld
 * @param recheck outcome, for RECHECK only
 * @param channel referral channel, for REFERRAL only
 * @param decision answer to the referral, for REFERRAL only
 * @param reason the platform's or the checker's own word for why, for instance {@code copyright} or {@code http_404}
 * @param placeId the platform's id of the channel or thread in which what happened has a number of its own; null where
 *     items have none
 * @param placeNumber its number there; null without a place
 * @param idTime when the item was posted as its id states it, for observations whose item may never be delivered; null
 *     where the id does not say
 * @param fromEmbedded whether the item was only seen inside another record
 * @param notified whether the source pushes what it delivers and would send word of this item's disappearance, or did
 * @param oneSided whether the source would have said nothing had it been the other way: it names only what is gone, or only
 *     what it happened to find gone. What such a source leaves out is not known to be there, so that its word alone ends no
 *     item's follow-up
 * @param primary whether this event decides the record's disposition
 * @param source where the record stands
 */
public record Event(
        Platform platform,
        EventKind kind,
        Scope scope,
        String itemId,
        String accountId,
        Long accountFollowers,
        String parentId,
        String originId,
        String rootId,
        Instant timeLo,
        Instant timeHi,
        TimePrecision precision,
        Instant capturedAt,
        boolean visible,
        boolean explicit,
        String declaredLanguage,
        String text,
        List<String> urls,
        List<String> mediaHashes,
        Counts counts,
        Actor actor,
        Reach reach,
        List<String> countries,
        RecheckOutcome recheck,
        String channel,
        ReferralDecision decision,
        String reason,
        String placeId,
        Long placeNumber,
        Instant idTime,
        boolean fromEmbedded,
        boolean notified,
        boolean oneSided,
        boolean primary,
        SourcePosition source) {

    /** Checks that what every event must have is there. */
    public Event {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(itemId, "itemId");
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(source, "source");
    }

    /** A builder for an event of this kind about this item, primary and visible unless said otherwise. */
    public static EventBuilder builder(Platform platform, EventKind kind, String itemId, SourcePosition source) {
        return new EventBuilder(platform, kind, itemId, source);
    }

    /** The same event with every platform id replaced by its keyed pseudonym. */
    public Event pseudonymised(Pseudonymiser pseudonymiser) {
        return new Event(
                platform,
                kind,
                scope,
                pseudonymiser.pseudonym(platform, itemId),
                pseudonymiser.pseudonym(platform, accountId),
                accountFollowers,
                pseudonymiser.pseudonym(platform, parentId),
                pseudonymiser.pseudonym(platform, originId),
                pseudonymiser.pseudonym(platform, rootId),
                timeLo,
                timeHi,
                precision,
                capturedAt,
                visible,
                explicit,
                declaredLanguage,
                text,
                urls,
                mediaHashes,
                counts,
                actor,
                reach,
                countries,
                recheck,
                channel,
                decision,
                reason,
                pseudonymiser.pseudonym(platform, placeId),
                placeNumber,
                idTime,
                fromEmbedded,
                notified,
                oneSided,
                primary,
                source);
    }
}
