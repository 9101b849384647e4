// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.known;

import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tilik.formats.csv.ListRows;
import org.tilik.model.Platform;

/**
 * The items and accounts of people who asked to be left out, {@code platform,item_id,account_id}.
 *
 * @param items items to leave out
 * @param accounts accounts to leave out with everything of theirs
 */
public record SuppressionList(Set<Subject> items, Set<Subject> accounts) {
    private static final String[] COLUMNS = {"platform", "item_id", "account_id"};

    /** Keeps its own copies. */
    public SuppressionList {
        items = Set.copyOf(items);
        accounts = Set.copyOf(accounts);
    }

    /**
     * Reads a list.
     *
     * @param file its path, for messages
     * @throws org.tilik.formats.StudyInputException naming file, row and what was expected
     */
    public static SuppressionList read(InputStream in, String file) {
        ListRows rows = new ListRows(file);
        Set<Subject> items = new LinkedHashSet<>();
        Set<Subject> accounts = new LinkedHashSet<>();
        rows.read(in, COLUMNS, (row, number) -> {
            Platform platform = rows.platform(row.get("platform"), number);
            String item = row.get("item_id");
            String account = row.get("account_id");
            if (item == null && account == null) {
                throw rows.fault(number, "names neither an item_id nor an account_id");
            }
            if (item != null) {
                items.add(new Subject(platform, item));
            }
            if (account != null) {
                accounts.add(new Subject(platform, account));
            }
        });
        return new SuppressionList(items, accounts);
    }
}
