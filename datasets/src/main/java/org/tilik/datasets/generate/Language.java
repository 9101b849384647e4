// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Locale;

/** Languages that the generator writes, by ISO 639-1 code. */
public enum Language {
    ID,
    EN,
    FR,
    AR;

    /** Lower-case ISO 639-1 code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
