// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells names of archive members that an honest archive does not have. Nothing is ever unpacked to a path, but tables and
 * messages carry the names on to people and tools that may.
 */
final class MemberName {
    private static final int MOST_CHARACTERS = 4096;
    private static final int MOST_SHOWN = 200;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile("(^|.*[/\\\\])\\.\\.([/\\\\].*|$)", Pattern.DOTALL);

    private MemberName() {}

    /** What is wrong with this name, or empty when nothing is. */
    static Optional<String> fault(String name) {
        if (name.length() > MOST_CHARACTERS) {
            return Optional.of("is " + name.length() + " characters long (at most " + MOST_CHARACTERS + ")");
        }
        if (name.isEmpty()) {
            return Optional.of("is empty");
        }
        if (name.chars().anyMatch(MemberName::isControl)) {
            return Optional.of("holds control characters");
        }
        if (name.startsWith("/") || name.startsWith("\\") || DRIVE.matcher(name).matches()) {
            return Optional.of("is an absolute path");
        }
        if (PARENT.matcher(name).matches()) {
            return Optional.of("leads out of its folder (..)");
        }
        return Optional.empty();
    }

    /** The name as it may stand in tables and messages, whatever is wrong with it. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(MOST_SHOWN).forEach(c -> shown.appendCodePoint(isControl(c) ? '?' : c));
        return shown.toString();
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
