// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tilik.datasets.worlds.Telling;
import org.tilik.datasets.worlds.WorldDump;
import org.tilik.datasets.worlds.WorldFormat;
import org.tilik.datasets.worlds.WorldItem;
import org.tilik.datasets.worlds.WorldItem.End;
import org.tilik.datasets.worlds.WorldItem.Kind;

/** The table of what each format loses of one world, made from what its items and episodes are then compared with. */
final class FormatLosses {
    private static final Map<Kind, String> WORDS =
            Map.of(Kind.POST, "posts", Kind.REPLY, "answers", Kind.QUOTE, "quotes", Kind.SHARE, "shares");

    private static final String HEAD = """
            | format | items lost | kinds | capture | end | by whom |
            |---|---|---|---|---|---|
            """;

    private FormatLosses() {}

    /** The table with its head, one row a format. */
    static String table(List<WorldItem> world) {
        StringBuilder table = new StringBuilder(HEAD);
        for (WorldFormat format : WorldFormat.values()) {
            Telling telling = format.telling();
            table.append("| `").append(format.id()).append("` | ").append(items(telling));
            table.append(" | ").append(kinds(format.dump(), world));
            table.append(" | ").append(capture(telling));
            table.append(" | ").append(end(telling));
            table.append(" | ").append(names(telling)).append(" |\n");
        }
        return table.toString();
    }

    private static String items(Telling telling) {
        return switch (telling.held()) {
            case STREAMED, LOGGED -> "none";
            case STUBS -> "none; words of what was gone at the first look";
            case COLLECTED, WATCHED -> "what was gone at the first look";
            case THREADS -> "what no look at its thread found";
            case SUSPENDED -> "all but those of suspended accounts";
        };
    }

    private static String capture(Telling telling) {
        boolean isFirstLookLost = telling.held() == Telling.Held.WATCHED
                || (telling.held() == Telling.Held.THREADS && telling.followed() == Telling.Followed.ALONE);
        if (isFirstLookLost) {
            return "taken to be the posting";
        }
        return telling.statesCapture() ? "stated" : "unknown: entry at the first look";
    }

    private static String kinds(WorldDump dump, List<WorldItem> world) {
        Map<Kind, Set<Kind>> written = new EnumMap<>(Kind.class);
        Set<Kind> leftOut = EnumSet.noneOf(Kind.class);
        Set<Kind> shown = EnumSet.noneOf(Kind.class);
        boolean isApart = false;
        for (WorldItem item : world) {
            dump.kind(item)
                    .ifPresentOrElse(
                            kind -> written.computeIfAbsent(item.kind(), none -> EnumSet.noneOf(Kind.class))
                                    .add(kind),
                            () -> leftOut.add(item.kind()));
            if (item.about() != null && dump.shownAt(item).isPresent()) {
                isApart |= !dump.shownId(item).equals(dump.itemId(item.about()));
                if (dump.kind(item.about()).filter(dump.shownKind(item)::equals).isEmpty()) {
                    shown.add(item.about().kind());
                }
            }
        }
        List<String> losses = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Kind other : written.getOrDefault(kind, Set.of())) {
                if (other != kind) {
                    losses.add(WORDS.get(kind) + " are " + WORDS.get(other));
                }
            }
            if (leftOut.contains(kind)) {
                losses.add((written.containsKey(kind) ? "some " : "") + WORDS.get(kind) + " left out");
            }
        }
        shown.forEach(kind -> losses.add(WORDS.get(kind) + " known only from shares are posts"));
        if (isApart) {
            losses.add("what is shared is an item of its own");
        }
        return losses.isEmpty() ? "all kept" : String.join("; ", losses);
    }

    private static String end(Telling telling) {
        String dated = telling.dated().size() == End.values().length
                ? "to the second"
                : telling.dated().stream()
                        .sorted()
                        .map(end -> end == End.AUTHOR ? "deletions" : "suspensions")
                        .collect(Collectors.joining(" and "));
        if (telling.held() == Telling.Held.SUSPENDED) {
            return "not told, so that nothing enters a risk set";
        }
        if (telling.held() == Telling.Held.WATCHED) {
            return "between the last look that found it and the end of the collection";
        }
        if (telling.followed() == Telling.Followed.BY_VISITS) {
            return "between two visits of a web archive";
        }
        if (!telling.needsList()) {
            return telling.held() == Telling.Held.THREADS
                    ? "between the posting, of first posts the last look, and the look that missed it"
                    : dated;
        }
        String looks = "between two looks of a re-check list";
        if (telling.dated().isEmpty()) {
            return telling.held() == Telling.Held.STUBS ? "between two looks, own or of a re-check list" : looks;
        }
        return telling.dated().size() == End.values().length
                ? dated + "; followed by a re-check list only"
                : dated + " to the second, else " + looks;
    }

    private static String names(Telling telling) {
        return switch (telling.names()) {
            case NOBODY -> "unknown";
            case PLATFORM -> telling.held() == Telling.Held.SUSPENDED ? "platform" : "known";
            case PLATFORM_ALONE -> "the platform; authors unknown";
            case SUSPENSIONS_ALONE -> "the platform for suspended accounts; else unknown";
            case MODERATORS -> "known; the platform is the server's moderators";
        };
    }
}
