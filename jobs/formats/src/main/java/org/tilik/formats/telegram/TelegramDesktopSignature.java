// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells what Telegram Desktop exports: one chat, or all of an account. */
public final class TelegramDesktopSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        if (head.isList()) {
            return Optional.empty();
        }
        if (head.has("name", "type", "id", "messages")) {
            return Optional.of("keys name, type, id, messages of a chat exported by Telegram Desktop");
        }
        boolean isAccount = head.hasAny("chats.list", "left_chats.list") || head.has("about", "personal_information");
        return isAccount
                ? Optional.of("chats or personal_information of an account exported by Telegram Desktop")
                : Optional.empty();
    }
}
