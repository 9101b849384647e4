// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.crowdtangle;

import java.util.Optional;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;

/** Tells exports of CrowdTangle and of the Meta Content Library. */
public final class CrowdtangleSignature implements Signature {
    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        if (columns.has("facebook id") && columns.has("post created") && columns.has("url")) {
            return Optional.of("columns Facebook Id, Post Created, URL of CrowdTangle");
        }
        return columns.has("id") && columns.has("creation_time") && columns.has("post_owner.id")
                ? Optional.of("columns id, creation_time, post_owner.id of the Meta Content Library")
                : Optional.empty();
    }
}
