// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.csv.IsoTime;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;
import org.tilik.model.Scope;

/**
 * Decodes labels that moderators put on posts and accounts of Bluesky, one a line.
 *
 * <p>Only {@code !takedown} takes something from view, at the second or millisecond that the label states ({@code cts});
 * its negation brings it back. All other labels warn, blur or demote. A takedown by Bluesky's own labeler is the
 * platform's; one by another labeler is a moderator's, and reaches only those who follow that labeler, which a label does
 * not tell. When an expiring label ({@code exp}) ran out is not read, since it may have been renewed.
 */
public final class LabelDecoder implements RecordDecoder {
    /** Bluesky's own moderation service. */
    private static final String PLATFORM_LABELER = "did:plc:ar7c4by46qjdydhdevvrndac";

    private static final String TAKEDOWN = "!takedown";
    private static final Decoded NO_ITEM = new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);

    private final JsonTrees trees = new JsonTrees("one label");

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode label = read.tree();
        String subject = JsonValues.text(label.path("uri"));
        String labeler = JsonValues.text(label.path("src"));
        String value = JsonValues.text(label.path("val"));
        if (subject == null || labeler == null || value == null) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID, "The label has no uri, src or val; expected all three as texts.");
        }
        if (!value.equals(TAKEDOWN)) {
            return NO_ITEM;
        }
        Instant time = JsonValues.iso(label.path("cts"))
                .map(at -> at.truncatedTo(ChronoUnit.MICROS))
                .orElse(null);
        Optional<Decoded.Rejected> fault = BlueskyTime.fault(time, "cts", IsoTime.EXPECTED);
        if (fault.isPresent()) {
            return fault.get();
        }
        Optional<AtUri> item = AtUri.parse(subject);
        if (item.isEmpty() && !AtUri.isDid(subject)) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID, "uri is neither a did nor at:// with did, collection and key.");
        }
        if (item.isPresent() && !item.get().isItem()) {
            return NO_ITEM;
        }
        boolean negated = JsonValues.isTrue(label.path("neg"));
        EventBuilder event = Event.builder(
                        Platform.BLUESKY,
                        negated ? EventKind.REAPPEARANCE : EventKind.REMOVAL,
                        subject,
                        record.source())
                .at(time)
                .precision(IsoTime.precision(time))
                .capturedAt(time)
                .explicit(true)
                .oneSided(true)
                .reason(TAKEDOWN)
                .accountId(item.map(AtUri::did).orElse(subject))
                .scope(item.isPresent() ? Scope.ITEM : Scope.ACCOUNT)
                .idTime(item.flatMap(AtUri::claimedTime)
                        .filter(made -> !BlueskyTime.isOutside(made) && !made.isAfter(time))
                        .orElse(null));
        if (item.isEmpty()) {
            event.reach(Reach.ACCOUNT);
        }
        if (!negated) {
            event.actor(labeler.equals(PLATFORM_LABELER) ? Actor.PLATFORM : Actor.COMMUNITY_MOD)
                    .reach(item.isPresent() ? Reach.ITEM : Reach.ACCOUNT);
        }
        return new Decoded.Events(List.of(event.build()));
    }
}
