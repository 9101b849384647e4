// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.activitypub;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tilik.formats.json.JsonValues;

/** To whom something is addressed, and what is named by its address alone. */
final class Addresses {
    private static final List<String> FIELDS = List.of("to", "cc", "audience", "bto", "bcc");
    /** How servers write that something is for everybody. */
    private static final Set<String> EVERYBODY =
            Set.of("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public");

    private Addresses() {}

    /** The id of what stands here in full or by its address; null where nothing does. */
    static String id(JsonNode node) {
        String address = JsonValues.text(node);
        return address == null ? JsonValues.text(node.path("id")) : address;
    }

    /** Whether one of these says that everybody may see it. */
    static boolean isPublic(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            for (String field : FIELDS) {
                JsonNode to = node.path(field);
                String single = JsonValues.text(to);
                if ((single != null && EVERYBODY.contains(single))
                        || JsonValues.texts(to).stream().anyMatch(EVERYBODY::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether these are addressed to some but not to everybody; what has no address at all is not. */
    static boolean isPrivate(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            for (String field : FIELDS) {
                if (node.has(field)) {
                    return !isPublic(nodes);
                }
            }
        }
        return false;
    }

    /** The server of this address, in lower case; empty where it names none. */
    static String host(String address) {
        try {
            String host = address == null ? null : new URI(address).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** Whether this address is that of a whole server. */
    static boolean isServer(String address) {
        try {
            String path = address == null ? null : new URI(address).getPath();
            return path != null && (path.isEmpty() || path.equals("/"));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
