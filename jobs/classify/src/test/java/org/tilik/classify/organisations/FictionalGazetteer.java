// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;

/** The gazetteer that the repository ships, and small ones for single questions. */
final class FictionalGazetteer {
    private static final Path FILE = Path.of("../../datasets/taxonomy/organisations/fictional.csv");
    private static final String HEADER = "organisation_id,name,alias,language,source,listed_at,match,context,note\n";

    private FictionalGazetteer() {}

    static Gazetteer shipped() {
        return Gazetteer.read(List.of(FILE));
    }

    static Gazetteer of(String rows) {
        return Gazetteer.read("test.csv", new StringReader(HEADER + rows));
    }
}
