// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.TableDecoder;
import org.tilik.model.Platform;
import org.tilik.model.SourcePosition;

/**
 * Decodes {@code url,checked_at,http_status} rows as programs write them that visit a list of addresses, with {@code location}
 * where an answer sent them on; what an answer says is what it says in a web archive.
 */
public final class AddressChecks extends TableDecoder {
    private static final String URL = "url";
    private static final String CHECKED_AT = "checked_at";
    private static final String HTTP_STATUS = "http_status";

    private final Platform platform;

    /** A decoder for rows under this header. */
    public AddressChecks(DecoderSettings settings) {
        super(settings, URL, CHECKED_AT, HTTP_STATUS);
        this.platform = settings.platform();
    }

    /** Whether rows under this header name addresses and statuses, and no items. */
    public static boolean isHeader(CsvColumns columns) {
        return columns.has(URL) && columns.has(CHECKED_AT) && columns.has(HTTP_STATUS) && !columns.has("item_id");
    }

    @Override
    protected Decoded decode(CsvRow row, SourcePosition source) {
        return Look.decoded(
                new Capture(row.get(URL), row.get(CHECKED_AT), row.get(HTTP_STATUS), row.get("location")),
                platform,
                source);
    }
}
