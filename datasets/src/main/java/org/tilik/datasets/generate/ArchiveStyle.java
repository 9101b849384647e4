// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/** How the archive that is imitated looked at items. */
public enum ArchiveStyle {
    /** One late look, days to weeks after posting ({@code retrieved_on}); what is gone by then is a stub. */
    PUSHSHIFT,
    /** A look seconds after posting and a second one 36 h later ({@code _meta.retrieved_2nd_on}). */
    ARCTIC_SHIFT
}
