// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.known;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.ListRows;
import org.tilik.formats.webarchive.PostAddress;
import org.tilik.model.CanonicalUrl;
import org.tilik.model.NormalisedText;

/**
 * A list of known items, {@code kind,value,label,added_at,source}, and what on it an item matches.
 *
 * <p>Matches come with the earliest {@code added_at} first and unknown times last: an item enters a study by the list no
 * earlier than the list named it.
 */
public final class KnownList {
    private static final String[] COLUMNS = {"kind", "value", "label", "added_at", "source"};
    private static final Comparator<KnownEntry> EARLIEST_FIRST = Comparator.comparing(
                    KnownEntry::addedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparingLong(KnownEntry::row);

    private final List<KnownEntry> entries;
    private final List<KnownEntry> items;
    private final Map<KnownKind, Map<String, List<KnownEntry>>> byValue;
    private final Map<PdqHash, List<KnownEntry>> images = new HashMap<>();

    private KnownList(List<KnownEntry> entries, List<KnownEntry> items) {
        this.entries = List.copyOf(entries);
        this.items = List.copyOf(items);
        this.byValue = entries.stream()
                .sorted(EARLIEST_FIRST)
                .collect(Collectors.groupingBy(KnownEntry::kind, Collectors.groupingBy(KnownEntry::value)));
        byValue.getOrDefault(KnownKind.PDQ, Map.of())
                .forEach((hex, found) -> PdqHash.parse(hex).ifPresent(hash -> images.put(hash, found)));
    }

    /**
     * Reads a list.
     *
     * @param file its path, for messages
     * @throws org.tilik.formats.StudyInputException naming file, row and what was expected
     */
    public static KnownList read(InputStream in, String file) {
        ListRows rows = new ListRows(file);
        List<KnownEntry> entries = new ArrayList<>();
        List<KnownEntry> items = new ArrayList<>();
        rows.read(in, COLUMNS, (row, number) -> {
            KnownEntry entry = entry(rows, row, number);
            entries.add(entry);
            if (entry.kind() == KnownKind.ITEM) {
                items.add(entry);
            } else if (entry.kind() == KnownKind.URL) {
                PostAddress.of(row.get("value"))
                        .ifPresent(post -> items.add(entry.ofPost(post.platform(), post.itemId())));
            }
        });
        return new KnownList(entries, items);
    }

    /** All rows in file order. */
    public List<KnownEntry> entries() {
        return entries;
    }

    /**
     * The rows that name items by id or by the address at which a platform shows them, with platform and id, so that the caller
     * can compare them after pseudonymising both sides.
     */
    public List<KnownEntry> items() {
        return items;
    }

    /** The rows whose page this address leads to. */
    public List<KnownEntry> byUrl(String url) {
        return CanonicalUrl.of(url)
                .map(canonical -> lookUp(KnownKind.URL, canonical))
                .orElse(List.of());
    }

    /** The rows that have the same words. */
    public List<KnownEntry> byText(String text) {
        String words = NormalisedText.of(text);
        return words.isEmpty() ? List.of() : lookUp(KnownKind.TEXT, words);
    }

    /** The rows that a hash of the form {@code md5:…}, {@code sha256:…} or {@code pdq:…} matches, PDQ within 31 bits. */
    public List<KnownEntry> byHash(String hash) {
        int colon = hash.indexOf(':');
        if (colon < 0) {
            return List.of();
        }
        String hex = hash.substring(colon + 1).toLowerCase(Locale.ROOT);
        return switch (hash.substring(0, colon)) {
            case "md5" -> lookUp(KnownKind.MD5, hex);
            case "sha256" -> lookUp(KnownKind.SHA256, hex);
            case "pdq" -> PdqHash.parse(hex).map(this::similar).orElse(List.of());
            default -> List.of();
        };
    }

    private List<KnownEntry> similar(PdqHash image) {
        return images.entrySet().stream()
                .filter(known -> known.getKey().distance(image) <= PdqHash.SAME_IMAGE_BITS)
                .flatMap(known -> known.getValue().stream())
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    private List<KnownEntry> lookUp(KnownKind kind, String value) {
        return byValue.getOrDefault(kind, Map.of()).getOrDefault(value, List.of());
    }

    private static KnownEntry entry(ListRows rows, CsvRow row, long number) {
        KnownKind kind = kind(rows, row.get("kind"), number);
        String value = row.get("value");
        if (value == null) {
            throw rows.fault(number, "has no value");
        }
        Instant addedAt = rows.timeOrNull(row.get("added_at"), "added_at", number);
        if (kind == KnownKind.ITEM) {
            int colon = value.indexOf(':');
            if (colon < 1 || colon == value.length() - 1) {
                throw rows.fault(
                        number, "names an item that is not of the form platform:id, for instance reddit:t3_abc");
            }
            return new KnownEntry(
                    kind,
                    value.substring(colon + 1),
                    rows.platform(value.substring(0, colon), number),
                    row.get("label"),
                    addedAt,
                    row.get("source"),
                    number);
        }
        return new KnownEntry(
                kind,
                comparable(rows, kind, value, number),
                null,
                row.get("label"),
                addedAt,
                row.get("source"),
                number);
    }

    private static KnownKind kind(ListRows rows, String cell, long number) {
        for (KnownKind kind : KnownKind.values()) {
            if (kind.name().equalsIgnoreCase(cell)) {
                return kind;
            }
        }
        String allowed = Arrays.stream(KnownKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw rows.fault(number, "has no known kind; expected one of " + allowed);
    }

    private static String comparable(ListRows rows, KnownKind kind, String value, long number) {
        return switch (kind) {
            case ITEM -> value;
            case URL ->
                CanonicalUrl.of(value)
                        .orElseThrow(() -> rows.fault(number, "holds no web address; expected http or https"));
            case TEXT -> {
                String words = NormalisedText.of(value);
                if (words.isEmpty()) {
                    throw rows.fault(number, "holds a text without letters or digits, which would match nothing");
                }
                yield words;
            }
            case MD5 -> hex(rows, value, 32, number);
            case SHA256, PDQ -> hex(rows, value, 64, number);
        };
    }

    private static String hex(ListRows rows, String value, int digits, long number) {
        String hex = value.toLowerCase(Locale.ROOT);
        if (hex.length() != digits || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw rows.fault(number, "holds a hash that is not " + digits + " hexadecimal digits");
        }
        return hex;
    }
}
