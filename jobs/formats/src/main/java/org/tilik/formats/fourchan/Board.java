// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tilik.model.SourcePosition;

/** The board of a post where the record does not name it: 4chan's interface leaves it to the address, so files are named by it. */
public final class Board {
    private static final Set<String> BOARDS = Set.of(
            "a", "b", "c", "d", "e", "f", "g", "gif", "h", "hr", "k", "m", "o", "p", "r", "s", "t", "u", "v", "vg",
            "vm", "vmg", "vr", "vrpg", "vst", "w", "wg", "i", "ic", "r9k", "s4s", "vip", "qa", "cm", "hm", "lgbt", "y",
            "3", "aco", "adv", "an", "bant", "biz", "cgl", "ck", "co", "diy", "fa", "fit", "gd", "hc", "his", "int",
            "jp", "lit", "mlp", "mu", "n", "news", "out", "po", "pol", "pw", "qst", "sci", "soc", "sp", "tg", "toy",
            "trash", "trv", "tv", "vp", "vt", "wsg", "wsr", "x", "xs");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,8}");
    private static final Pattern THREAD_FILE =
            Pattern.compile("(?:^|/)([a-z0-9]{1,8})/(?:thread/|res/|threads/)?[0-9]+\\.(?:json|ndjson)[a-z0-9.]*$");
    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9]+");
    /** This one is no word and stands for nothing else. */
    private static final String UNMISTAKABLE = "pol";

    private Board() {}

    /** The board of this name, with or without slashes; null where the text cannot be the name of one. */
    public static String named(String text) {
        String name = text == null ? "" : text.strip().replace("/", "").toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() ? name : null;
    }

    /**
     * The board that file and member are named by: {@code BOARD/[thread/]NUMBER.json}; the name {@code pol} anywhere; another
     * board's name of two letters or more where {@code 4chan} stands too. Empty where none or several are named.
     */
    public static Optional<String> of(SourcePosition source) {
        String inside = source.member().isEmpty() ? "" : "/" + source.member();
        String path = (source.file() + inside).toLowerCase(Locale.ROOT);
        Matcher thread = THREAD_FILE.matcher(path);
        if (thread.find() && BOARDS.contains(thread.group(1))) {
            return Optional.of(thread.group(1));
        }
        List<String> names = Arrays.asList(NO_NAME.split(path, -1));
        boolean isNamed = names.contains("4chan") || names.contains("fourchan");
        Set<String> found = new TreeSet<>();
        for (String name : names) {
            if (name.equals(UNMISTAKABLE) || (isNamed && name.length() > 1 && BOARDS.contains(name))) {
                found.add(name);
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
