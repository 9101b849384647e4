// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import org.tilik.measure.spread.cascade.EdgeKind;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;

/**
 * The one item on which an item hangs.
 *
 * <p>A share hangs on what it shares, a quote on what it quotes, a reply on what it answers. A quote that also answers hangs
 * on what it quotes, since that is what it passes on; where its record does not name that, it is a reply. An item that
 * should hang on another one, but whose record names none, is a root.
 *
 * @param edge how it hangs; ROOT where it hangs on nothing
 * @param target pseudonym of the other item; null for ROOT
 * @param isRootOnly whether the record names the original whoever passed it on, as retweets do
 * @param isUnnamed whether the record says that there is another item, but not which
 */
record Link(EdgeKind edge, String target, boolean isRootOnly, boolean isUnnamed) {
    private static final Link NONE = new Link(EdgeKind.ROOT, null, false, false);
    private static final Link UNNAMED = new Link(EdgeKind.ROOT, null, false, true);

    /** The link of an item of this kind. */
    static Link of(String platform, String kind, String parentKey, String originKey) {
        return switch (EventKind.valueOf(kind)) {
            case SHARE -> to(EdgeKind.SHARE, originKey, Platform.TWITTER.id().equals(platform));
            case QUOTE ->
                originKey == null ? to(EdgeKind.REPLY, parentKey, false) : to(EdgeKind.QUOTE, originKey, false);
            case REPLY -> to(EdgeKind.REPLY, parentKey, false);
            default -> NONE;
        };
    }

    private static Link to(EdgeKind edge, String target, boolean isRootOnly) {
        return target == null ? UNNAMED : new Link(edge, target, isRootOnly, false);
    }
}
