// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

/** What brings an item into the dumps of a format. */
public enum SourceSelection {
    /** That it was posted, or that somebody looked for it; whether it was removed later makes no difference. */
    INDEPENDENT_OF_REMOVAL,
    /**
     * That it was removed, as in lists of suspended accounts, ledgers of decisions and archives of what was taken down.
     * Such items may not enter a risk set: all of them would go.
     */
    SELECTED_ON_REMOVAL
}
