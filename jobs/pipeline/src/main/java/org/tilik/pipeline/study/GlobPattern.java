// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A path with wildcards: {@code *} and {@code ?} within one name, {@code **} across folders, {@code {a,b}} for
 * alternatives. A wildcard at the beginning of a name does not stand for {@code .} or {@code _}, so that hidden and
 * half-written files are not read by accident.
 *
 * @param folder the part before the first wildcard, empty for the study's own folder
 * @param names whether a path below that folder matches
 * @param deepest how many folders below it a match can lie
 */
record GlobPattern(String folder, Predicate<String> names, int deepest) {
    private static final String WILDCARDS = "*?{";
    private static final String NOT_HIDDEN = "(?![._])";

    static boolean isGlob(String path) {
        return path.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
    }

    /** The pattern of this path; throws {@link IllegalArgumentException} when braces do not match. */
    static GlobPattern of(String path) {
        int first = 0;
        while (WILDCARDS.indexOf(path.charAt(first)) < 0) {
            first++;
        }
        int cut = path.lastIndexOf('/', first);
        String folder = cut < 0 ? "" : cut == 0 ? "/" : path.substring(0, cut);
        String rest = path.substring(cut + 1);
        boolean anyDepth = rest.contains("**") || rest.matches(".*\\{[^}]*/.*");
        int slashes = (int) rest.chars().filter(c -> c == '/').count();
        return new GlobPattern(
                folder, Pattern.compile(regex(rest)).asMatchPredicate(), anyDepth ? Integer.MAX_VALUE : slashes);
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int open = 0;
        boolean nameStart = true;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            String guard = nameStart ? NOT_HIDDEN : "";
            if (nameStart && glob.startsWith("**/", i)) {
                regex.append("(?:").append(NOT_HIDDEN).append("[^/]+/)*");
                i += 2;
            } else if (nameStart && glob.substring(i).equals("**")) {
                regex.append("(?:")
                        .append(NOT_HIDDEN)
                        .append("[^/]+/)*")
                        .append(NOT_HIDDEN)
                        .append("[^/]+");
                i++;
            } else if (c == '*' || c == '?') {
                regex.append(guard).append(c == '*' ? "[^/]*" : "[^/]");
                nameStart = false;
            } else if (c == '{') {
                regex.append("(?:");
                open++;
            } else if (c == '}' && open > 0) {
                regex.append(')');
                open--;
                nameStart = false;
            } else if (c == ',' && open > 0) {
                regex.append('|');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
                nameStart = c == '/';
            }
        }
        if (open > 0) {
            throw new IllegalArgumentException("a { has no }");
        }
        return regex.toString();
    }
}
