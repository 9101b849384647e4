// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.formats.json.RecordFault;
import org.tilik.model.Platform;

/**
 * Decodes captures of web archives, each a look at one address. What is no post of a known platform, and what holds no
 * answer of a server, is left out by name.
 */
public final class CaptureDecoder implements RecordDecoder {
    private final JsonTrees trees = new JsonTrees("one capture");
    private final Platform platform;

    /** A decoder for captures of all platforms, or of the one that the study declares. */
    public CaptureDecoder(DecoderSettings settings) {
        this.platform = settings.platform();
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode capture = read.tree();
        Optional<Decoded.Rejected> fault = RecordFault.of(capture);
        if (fault.isPresent()) {
            return fault.get();
        }
        return Look.decoded(
                new Capture(
                        JsonValues.text(capture.path(Capture.URL)),
                        JsonValues.text(capture.path(Capture.AT)),
                        JsonValues.text(capture.path(Capture.STATUS)),
                        JsonValues.text(capture.path(Capture.LOCATION))),
                platform,
                record.source());
    }
}
