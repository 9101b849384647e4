// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.HashSet;
import java.util.Set;
import org.tilik.model.table.CaptureRow;

/**
 * The items that are left out because they or one of their accounts asked to be forgotten. Any event of an item may be
 * the one that names the account, so all events are looked at before the first is merged.
 */
final class ForgottenItems {
    private final Set<String> suppressed;
    private final Set<String> items = new HashSet<>();

    /** For these pseudonyms of items and accounts. */
    ForgottenItems(Set<String> suppressed) {
        this.suppressed = suppressed;
    }

    /** Whether nobody asked, so that events need not be looked at before. */
    boolean isEmpty() {
        return suppressed.isEmpty();
    }

    void lookAt(CaptureRow row) {
        if (suppressed.contains(row.itemKey()) || (row.accountKey() != null && suppressed.contains(row.accountKey()))) {
            items.add(row.itemKey());
        }
    }

    boolean contains(CaptureRow row) {
        return items.contains(row.itemKey());
    }
}
