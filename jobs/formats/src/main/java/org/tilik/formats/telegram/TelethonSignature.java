// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells messages as Telethon hands them out. */
public final class TelethonSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        boolean isMessage = !head.isList()
                && head.has("id")
                && head.hasAny("peer_id", "to_id")
                && (head.has("date", "message") || head.value("_").startsWith("Message"));
        return isMessage
                ? Optional.of("keys id, peer_id or to_id, date, message of a Telethon message")
                : Optional.empty();
    }
}
