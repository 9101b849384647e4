// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.util.Optional;
import org.tilik.formats.csv.CsvColumns;

/** What tells texts of one format from those of all others; each rule answers with what the text was recognised by. */
public interface Signature {
    /** Recognised by the first JSON value of the text, or of one of its first lines. */
    default Optional<String> ofJson(JsonHead head) {
        return Optional.empty();
    }

    /** Whether a text of this format that begins so is one document, where texts of {@link RecordCut#PAGES} may be. */
    default boolean isDocument(JsonHead head) {
        return head.isList();
    }

    /** Recognised by the header row of a CSV file. */
    default Optional<String> ofHeader(CsvColumns columns) {
        return Optional.empty();
    }

    /** Recognised by the first line of a text that is neither JSON nor a CSV file with a header. */
    default Optional<String> ofLine(String line) {
        return Optional.empty();
    }
}
