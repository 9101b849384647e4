// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import java.time.LocalDate;
import java.util.List;

/**
 * One way in which one organisation is written: a row of a gazetteer.
 *
 * @param organisation whose alias this is
 * @param alias the words, in any script
 * @param language code of the language of the alias, {@code und} for names used in all
 * @param source the list that names the organisation
 * @param listedAt day on which that list named it first (UTC)
 * @param exactCase whether only this very case counts, for acronyms that are words in lower case
 * @param context words of which one must stand nearby, for names with other meanings; empty if none need
 * @param note what the compiler of the list wanted to say
 */
public record OrganisationAlias(
        Organisation organisation,
        String alias,
        String language,
        String source,
        LocalDate listedAt,
        boolean exactCase,
        List<String> context,
        String note) {
    /** Takes copies. */
    public OrganisationAlias {
        context = List.copyOf(context);
    }
}
