// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.time.Instant;
import org.tilik.formats.known.KnownKind;

/**
 * What known-item lists say of one item, and from when on it is followed where they are what selects it.
 *
 * @param kind by what it was matched; of several matches the one that follows the item for longest
 * @param followedFromStart whether the item would be here had it gone before its first capture
 * @param listedAt when the list named it, where it is followed no earlier; else null
 * @param listedAtUnknown whether there is such a limit, but the list does not state the time
 * @param yieldsToLabel whether an item that a label selects too is followed for longer, from its first capture on, by
 *     that
 */
public record KnownMatch(
        KnownKind kind, boolean followedFromStart, Instant listedAt, boolean listedAtUnknown, boolean yieldsToLabel) {}
