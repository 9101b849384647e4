// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/** What became of the link from a post to the one that it shares, quotes or answers. */
public enum ParentOutcome {
    /** It has no link: the root of its tree. */
    NO_LINK,
    /** The link holds. */
    ATTACHED,
    /** The post that it answers is not in the data: it is a root of its own. */
    ORPHAN_REPLY,
    /** The post that it quotes is not in the data: it is a root of its own. */
    ORPHAN_QUOTE,
    /** The post that it shares is not in the data: it is a root of its own. */
    MISSING_ROOT,
    /** The link was cut, because it closes a cycle, or because the post that it names came later: a root of its own. */
    CYCLE_CUT,
    /** The post names itself: a root of its own. */
    SELF;

    /** Whether the post hangs on another one. */
    public boolean isAttached() {
        return this == ATTACHED;
    }

    /**
     * The outcome of a link of which no longer cycle can be part, as that of a post that nobody shares, quotes or answers.
     * A post as old as the one that it names may hang on it.
     *
     * @param kind how the post is tied to the one above
     * @param isSelf whether the post names itself
     * @param parentMicros when the post that it names was made
     */
    public static ParentOutcome of(EdgeKind kind, boolean isSelf, long micros, long parentMicros) {
        if (kind == EdgeKind.ROOT) {
            return NO_LINK;
        }
        if (isSelf) {
            return SELF;
        }
        return parentMicros > micros ? CYCLE_CUT : ATTACHED;
    }

    /** The outcome of a link to a post that is not in the data. */
    public static ParentOutcome orphan(EdgeKind kind) {
        return switch (kind) {
            case ROOT -> NO_LINK;
            case REPLY -> ORPHAN_REPLY;
            case QUOTE -> ORPHAN_QUOTE;
            case SHARE -> MISSING_ROOT;
        };
    }
}
