// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import org.tilik.export.RunRecord;

/** How one row of a table is cited: what it says, with its uncertainty and conditions, and where it comes from. */
public sealed interface Citation permits MeasureCitation, ScenarioCitation {
    /** What made the row. */
    RunRecord run();

    /** The row's id. */
    String rowId();

    /** What the row is about, in a few words. */
    String title();

    /** What the row says. */
    String statement();

    /** From what the row was made. */
    String source();

    /** The citable sentence. */
    default String sentence() {
        return statement() + " " + source();
    }

    /** Name of the study's authors, who are not known to the program. */
    default String authors() {
        return "Authors of the study " + run().study();
    }
}
