// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import java.util.HashMap;
import java.util.Map;

/**
 * One row of an index.
 *
 * @param key sort key of the address, or null where the index leaves it out
 * @param capture the visit
 * @param mimeType kind of what was stored, or null
 * @param digest checksum of what was stored, or null
 */
record CdxRow(String key, Capture capture, String mimeType, String digest) {
    private static final String REVISIT = "warc/revisit";

    /**
     * Gives visits that stored nothing, because the answer was the same as before, the status of the answer that was stored.
     * Indexes are sorted by address and time, so only the answers at one address are kept.
     */
    static final class Revisits {
        /** So many different answers of one address are kept. */
        private static final int MOST = 10_000;

        private final Map<String, String> statusByDigest = new HashMap<>();
        private String key;

        /** The capture of this row, which follows the last in the index. */
        Capture resolved(CdxRow row) {
            Capture capture = row.capture();
            String address = row.key() == null ? capture.url() : row.key();
            if (address == null || !address.equals(key)) {
                statusByDigest.clear();
                key = address;
            }
            boolean hasStatus = capture.status() != null && !capture.status().equals(Capture.NO_STATUS);
            if (row.digest() == null || row.digest().equals("-")) {
                return capture;
            }
            if (hasStatus) {
                if (statusByDigest.size() < MOST) {
                    statusByDigest.put(row.digest(), capture.status());
                }
                return capture;
            }
            return REVISIT.equals(row.mimeType())
                    ? new Capture(capture.url(), capture.at(), statusByDigest.get(row.digest()), capture.location())
                    : capture;
        }
    }
}
