// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.time.Instant;
import org.tilik.model.Platform;

/**
 * What a decoder must know that does not stand in the records.
 *
 * @param platform platform that the study declares for the input, or null
 * @param capturedAt when records without a capture time of their own were captured, or null when unknown
 * @param header bytes of the header row ({@link RecordBlock#header()}); empty where the format has none
 * @param samplingShare share of the platform's posts that the source delivered; 1 for all
 */
public record DecoderSettings(Platform platform, Instant capturedAt, byte[] header, double samplingShare) {
    /** Nothing declared, no header. */
    public static final DecoderSettings NONE = new DecoderSettings(null, null, new byte[0], 1);
}
