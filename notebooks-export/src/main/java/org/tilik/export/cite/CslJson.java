// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A citation as CSL-JSON, which Zotero and pandoc read. */
public final class CslJson {
    private CslJson() {}

    /** A list of one entry. */
    public static ArrayNode of(Citation citation) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ObjectNode entry = list.addObject();
        entry.put("id", "tilik-" + citation.run().runId() + "-" + citation.rowId());
        entry.put("type", "dataset");
        entry.put("title", citation.title() + ". " + citation.run().title());
        entry.putArray("author").addObject().put("literal", citation.authors());
        citation.run().finishedAt().ifPresent(time -> {
            LocalDate day = time.atOffset(ZoneOffset.UTC).toLocalDate();
            entry.putObject("issued")
                    .putArray("date-parts")
                    .addArray()
                    .add(day.getYear())
                    .add(day.getMonthValue())
                    .add(day.getDayOfMonth());
        });
        entry.put("version", citation.run().runId());
        entry.put("number", citation.rowId());
        entry.put("source", "Tilik " + citation.run().toolVersion());
        entry.put("note", citation.sentence());
        return list;
    }
}
