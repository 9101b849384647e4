// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tilik.formats.Decoded;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * What one Reddit record says happened: that an item exists, and what was seen of it at the archive's one or two looks.
 *
 * <p>The first look is at {@code retrieved_on} and gives the text; from November 2023 Arctic Shift looks again about 36
 * hours later ({@code _meta.retrieved_2nd_on}), takes over the counts of that look and says what had changed. So a
 * removal is known as a bracket: (created, first look] where the text was already gone, (first look, second look] where
 * it went between them.
 */
final class RedditEvents {
    /** Reddit opened on 2005-06-23; its first submission is of that day. */
    private static final long REDDIT_OPENED = 1_119_484_800L;

    private static final long YEAR_2100 = 4_102_444_800L;

    /** Clocks of archivers were wrong by hours at times; by a day they were not. */
    private static final long CLOCK_TOLERANCE = 86_400L;

    private static final int LONGEST_ID = 64;
    private static final String DELETED_ACCOUNT = "[deleted]";

    private final RedditRecord fields;
    private final SourcePosition source;
    private final Instant fallbackCapture;
    private final List<Event> events = new ArrayList<>(3);

    private String itemId;
    private Instant created;
    private Instant firstLook;
    private Instant secondLook;

    RedditEvents(RedditRecord fields, SourcePosition source, Instant fallbackCapture) {
        this.fields = fields;
        this.source = source;
        this.fallbackCapture = fallbackCapture;
    }

    Decoded decode() {
        if (!fields.isComment() && !fields.isSubmission()) {
            return new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "The object has neither a comment's body, link_id or parent_id nor a submission's title, selftext or"
                            + " url.");
        }
        itemId = fullname();
        if (itemId == null) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID, "The record has no usable id; expected letters and digits.");
        }
        Decoded.Rejected wrongTime = readTimes();
        if (wrongTime != null) {
            return wrongTime;
        }
        boolean textMissing = Gone.byBody(ownText()) != null;
        if (fields.initiallyDeleted && (fields.deletedLater || textMissing)) {
            return new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "was_initially_deleted says that the item came back, but the record also says that it is gone.");
        }
        Gone goneAtFirst = goneAtFirstLook(textMissing);
        Instant firstSeenGone = firstLook == null ? secondLook : firstLook;
        if (goneAtFirst != null && firstSeenGone != null && firstSeenGone.isBefore(created)) {
            return new Decoded.Rejected(
                    RejectReason.REMOVAL_BEFORE_CREATION,
                    "The item was seen gone at " + firstSeenGone + ", before it was created at " + created + ".");
        }
        addItem(goneAtFirst, textMissing);
        addEdits(goneAtFirst);
        if (goneAtFirst != null && firstSeenGone != null) {
            addRemoval(goneAtFirst, created, firstSeenGone, Counts.NONE);
        }
        if (secondLook != null && !(goneAtFirst != null && firstLook == null)) {
            addSecondLook(goneAtFirst);
        }
        return new Decoded.Events(List.copyOf(events));
    }

    /** The id with its kind before it, as Reddit's own links have it; older dumps leave {@code name} out. */
    private String fullname() {
        String prefix = fields.isComment() ? "t1_" : "t3_";
        String id = fields.id == null ? fields.name : fields.id;
        if (id == null) {
            return null;
        }
        String bare = id.startsWith(prefix) ? id.substring(prefix.length()) : id;
        return isId(bare) ? prefix + bare : null;
    }

    private static boolean isId(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || c == '_' || c == '-');
    }

    private Decoded.Rejected readTimes() {
        if (fields.created == RedditRecord.ABSENT || fields.created == RedditRecord.UNREADABLE) {
            return badTime("created_utc");
        }
        if (fields.retrieved == RedditRecord.UNREADABLE) {
            return badTime("retrieved_on");
        }
        if (fields.retrievedAgain == RedditRecord.UNREADABLE) {
            return badTime("_meta.retrieved_2nd_on");
        }
        if (fields.edited == RedditRecord.UNREADABLE) {
            return badTime("edited");
        }
        if ((fields.deletedLater || fields.initiallyDeleted) && fields.retrievedAgain == RedditRecord.ABSENT) {
            return new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "The record tells of a second look but _meta.retrieved_2nd_on is missing; expected epoch seconds.");
        }
        if (fields.created < REDDIT_OPENED || fields.created > YEAR_2100) {
            return impossible("created_utc", fields.created, "a time from 2005-06-23, when Reddit opened, to 2100");
        }
        created = Instant.ofEpochSecond(fields.created);
        firstLook = fields.retrieved == RedditRecord.ABSENT
                ? fallbackCapture
                : Instant.ofEpochSecond(Math.min(fields.retrieved, YEAR_2100 + 1));
        secondLook = fields.retrievedAgain == RedditRecord.ABSENT
                ? null
                : Instant.ofEpochSecond(Math.min(fields.retrievedAgain, YEAR_2100 + 1));
        if ("initially_unavailable".equals(fields.note) && secondLook != null) {
            // The first look did not reach the item, so that nothing is known of it before the second.
            firstLook = secondLook;
            secondLook = null;
        }
        return checkOrder();
    }

    private Decoded.Rejected checkOrder() {
        if (firstLook != null && isOutside(firstLook)) {
            String field = fields.retrieved == RedditRecord.ABSENT ? "captured_at of the study" : "retrieved_on";
            return impossible(field, firstLook.getEpochSecond(), "a time after creation and before 2100");
        }
        if (secondLook != null && isOutside(secondLook)) {
            return impossible("retrieved_2nd_on", secondLook.getEpochSecond(), "a time after creation and before 2100");
        }
        if (firstLook != null && secondLook != null && secondLook.isBefore(firstLook)) {
            return impossible("retrieved_2nd_on", secondLook.getEpochSecond(), "a time after the first look");
        }
        if (fields.initiallyDeleted && firstLook == null) {
            return badTime("retrieved_on, without which was_initially_deleted has no time,");
        }
        if (fields.edited != RedditRecord.ABSENT) {
            Instant lastLook = secondLook == null ? firstLook : secondLook;
            boolean late = lastLook != null && fields.edited > lastLook.getEpochSecond() + CLOCK_TOLERANCE;
            if (fields.edited < fields.created || fields.edited > YEAR_2100 || late) {
                return impossible("edited", fields.edited, "a time between creation and capture");
            }
        }
        return null;
    }

    private boolean isOutside(Instant look) {
        return look.getEpochSecond() < fields.created - CLOCK_TOLERANCE || look.getEpochSecond() > YEAR_2100;
    }

    private static Decoded.Rejected badTime(String field) {
        return new Decoded.Rejected(
                RejectReason.BAD_TIMESTAMP,
                field + " is missing or no number; expected epoch seconds as integer, float or string.");
    }

    private static Decoded.Rejected impossible(String field, long found, String expected) {
        return new Decoded.Rejected(
                RejectReason.IMPOSSIBLE_TIME, field + " is " + found + "; expected " + expected + ".");
    }

    private String ownText() {
        return fields.isComment() ? fields.body : fields.selftext;
    }

    /** Who had taken the item away before the first look, or null when it could be seen then. */
    private Gone goneAtFirstLook(boolean textMissing) {
        if (fields.initiallyDeleted) {
            String why = fields.removalType == null ? fields.removedByCategory : fields.removalType;
            return why == null ? Gone.UNEXPLAINED : Gone.byCategory(why);
        }
        if (fields.deletedLater && !textMissing) {
            return null;
        }
        // A category outweighs the placeholder: authors' deletions show "[removed]" too when a moderator came first.
        if (fields.removedByCategory != null) {
            return Gone.byCategory(fields.removedByCategory);
        }
        Gone byTitle = fields.isComment() ? null : Gone.byTitle(fields.title);
        if (textMissing && "legal".equals(fields.removalReason)) {
            return Gone.LEGAL;
        }
        return byTitle != null ? byTitle : Gone.byBody(ownText());
    }

    private void addItem(Gone goneAtFirst, boolean textMissing) {
        String text = text(goneAtFirst, textMissing);
        EventBuilder item = Event.builder(Platform.REDDIT, kind(), itemId, source)
                .at(created)
                .precision(TimePrecision.SECOND)
                .capturedAt(firstLook)
                .visible(goneAtFirst == null)
                .accountId(account())
                .parentId(nullIfBlank(fields.parentId))
                .originId(nullIfBlank(fields.crosspostParent))
                .rootId(root())
                .text(text)
                .urls(RedditText.links(target(), text))
                .counts(secondLook == null ? counts() : Counts.NONE);
        events.add(item.build());
    }

    private EventKind kind() {
        if (fields.isComment()) {
            return EventKind.REPLY;
        }
        return nullIfBlank(fields.crosspostParent) == null ? EventKind.POST : EventKind.SHARE;
    }

    /**
     * The author's name, which every era has, rather than {@code author_fullname}, which only the later ones have: one
     * person must not count as two accounts because the dumps changed.
     */
    private String account() {
        if (DELETED_ACCOUNT.equals(fields.author)) {
            return null;
        }
        String name = nullIfBlank(fields.author);
        return name == null ? nullIfBlank(fields.authorFullname) : name;
    }

    private String root() {
        String link = nullIfBlank(fields.linkId);
        return link == null || link.startsWith("t3_") ? link : "t3_" + link;
    }

    /**
     * The words of the item. A stub has none, although a removed submission keeps its title: what is compared over time
     * must not depend on whether it was removed.
     */
    private String text(Gone goneAtFirst, boolean textMissing) {
        String words = textMissing ? null : nullIfBlank(RedditText.unescape(ownText()));
        boolean stub = goneAtFirst != null && !fields.initiallyDeleted && words == null;
        if (stub || fields.isComment()) {
            return words;
        }
        String title = Gone.byTitle(fields.title) == null ? nullIfBlank(RedditText.unescape(fields.title)) : null;
        if (title == null) {
            return words;
        }
        return words == null ? title : title + "\n" + words;
    }

    /** What a submission points to, unless it is itself. */
    private String target() {
        if (fields.isComment() || fields.isSelf || fields.url == null) {
            return null;
        }
        String url = RedditText.unescape(fields.url.strip());
        boolean link = RedditText.isLink(url, 0);
        return link && !url.contains("/comments/" + itemId.substring(3) + "/") ? url : null;
    }

    private Counts counts() {
        if (fields.score == null && fields.comments == null && fields.crossposts == null) {
            return Counts.NONE;
        }
        return new Counts(fields.score, fields.crossposts, fields.comments, null, null);
    }

    /** The record holds the newest text only, so that an edit is known by its time, not by its words. */
    private void addEdits(Gone goneAtFirst) {
        if (fields.edited != RedditRecord.ABSENT) {
            events.add(observation(EventKind.EDIT, firstLook)
                    .at(Instant.ofEpochSecond(fields.edited))
                    .build());
        }
        if (fields.editedBetween
                && secondLook != null
                && firstLook != null
                && goneAtFirst == null
                && !fields.deletedLater) {
            events.add(observation(EventKind.EDIT, secondLook)
                    .between(firstLook, notExact(firstLook, secondLook))
                    .build());
        }
    }

    private void addSecondLook(Gone goneAtFirst) {
        Instant lastKnown = firstLook == null ? created : firstLook;
        if (fields.initiallyDeleted) {
            events.add(observation(EventKind.REAPPEARANCE, secondLook)
                    .between(lastKnown, notExact(lastKnown, secondLook))
                    .counts(counts())
                    .build());
        } else if (goneAtFirst != null) {
            events.add(observation(EventKind.RECHECK, secondLook)
                    .at(secondLook)
                    .recheck(RecheckOutcome.GONE)
                    .explicit(true)
                    .actor(goneAtFirst.actor())
                    .reason(goneAtFirst.reason())
                    .counts(counts())
                    .build());
        } else if (goneBetween() != null) {
            addRemoval(goneBetween(), lastKnown, secondLook, counts());
        } else {
            events.add(observation(EventKind.RECHECK, secondLook)
                    .at(secondLook)
                    .recheck(RecheckOutcome.ALIVE)
                    .counts(counts())
                    .build());
        }
    }

    /** Who took the item away between the looks, or null when the second found it. */
    private Gone goneBetween() {
        if (fields.deletedLater) {
            return fields.removalType == null ? Gone.UNEXPLAINED : Gone.byCategory(fields.removalType);
        }
        return Gone.byTitle(fields.editedTitle);
    }

    private void addRemoval(Gone gone, Instant lastSeen, Instant seenGone, Counts counts) {
        events.add(observation(EventKind.REMOVAL, seenGone)
                .between(lastSeen, notExact(lastSeen, seenGone))
                .explicit(true)
                .actor(gone.actor())
                .reach(Reach.ITEM)
                .reason(gone.reason())
                .counts(counts)
                .build());
    }

    private EventBuilder observation(EventKind kind, Instant seenAt) {
        return Event.builder(Platform.REDDIT, kind, itemId, source)
                .precision(TimePrecision.SECOND)
                .capturedAt(seenAt)
                .primary(false);
    }

    /** Equal ends mean an exact time. Two looks in one second do not make one: the bracket is then that second. */
    private static Instant notExact(Instant lo, Instant hi) {
        return Objects.equals(lo, hi) ? hi.plusSeconds(1) : hi;
    }

    private static String nullIfBlank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
