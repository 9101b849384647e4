// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells files of TGDataset: one object of channels by id. */
public final class TgdatasetSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        return head.firstName()
                .filter(id -> id.chars().allMatch(Character::isDigit))
                .filter(id -> head.has(id + ".creation_date", id + ".text_messages"))
                .map(id -> "a channel's id with creation_date and text_messages, as in TGDataset");
    }
}
