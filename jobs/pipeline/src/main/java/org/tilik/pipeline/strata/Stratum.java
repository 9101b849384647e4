// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.strata;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A group of items that is measured together.
 *
 * @param by columns that define it, joined by commas, or {@code all}
 * @param value their values, joined by |, or {@code all}
 */
public record Stratum(String by, String value) implements Serializable {
    /** All items but shares. */
    public static final Stratum ALL = new Stratum("all", "all");

    /** All shares, over all platforms; they are apart from the posts, replies and quotes of every other stratum. */
    public static final Stratum SHARES = new Stratum("kind", "share");

    /** Both in one text, for instance {@code platform,language=reddit|id}; the pooled one is {@code all}. */
    public String label() {
        return equals(ALL) ? "all" : by + "=" + value;
    }

    /** The stratum that a label stands for. */
    public static Stratum ofLabel(String label) {
        int equals = label.indexOf('=');
        return equals < 0 ? ALL : new Stratum(label.substring(0, equals), label.substring(equals + 1));
    }

    /** Number of columns. */
    int depth() {
        return equals(ALL) ? 0 : (int) by.chars().filter(c -> c == ',').count() + 1;
    }

    /** The stratum one column coarser; the pooled one for strata of one column. */
    Stratum parent() {
        return depth() < 2
                ? ALL
                : new Stratum(by.substring(0, by.lastIndexOf(',')), value.substring(0, value.lastIndexOf('|')));
    }

    /** The other strata one column coarser, for two columns or more: each leaves out one of them, but not the last. */
    List<Stratum> otherParents() {
        List<Stratum> parents = new ArrayList<>();
        List<String> columns = List.of(by.split(",", -1));
        List<String> values = List.of(value.split("\\|", -1));
        for (int left = 0; depth() > 1 && left + 1 < columns.size(); left++) {
            parents.add(new Stratum(String.join(",", without(columns, left)), String.join("|", without(values, left))));
        }
        return parents;
    }

    private static List<String> without(List<String> all, int left) {
        List<String> rest = new ArrayList<>(all);
        rest.remove(left);
        return rest;
    }
}
