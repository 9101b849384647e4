// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.tilik.classify.organisations.Gazetteer;
import org.tilik.classify.organisations.OrganisationAlias;
import org.tilik.classify.organisations.OrganisationFinder;
import org.tilik.pipeline.study.Run;

/**
 * The organisations that a study looks for in texts.
 *
 * @param gazetteers where their lists lie
 */
public record StudyOrganisations(List<String> gazetteers) implements Serializable {
    /** None. */
    public static final StudyOrganisations NONE = new StudyOrganisations(List.of());

    /** Those of a run's study. */
    public static StudyOrganisations of(Run run) {
        return new StudyOrganisations(run.study().organisations().stream()
                .map(path -> run.resolve(path).toString())
                .toList());
    }

    /** A finder, read on the machine that uses it. */
    OrganisationFinder open() throws IOException {
        List<OrganisationAlias> aliases = new ArrayList<>();
        for (String gazetteer : gazetteers) {
            Path path = new Path(gazetteer);
            try (Reader in = new InputStreamReader(path.getFileSystem().open(path), StandardCharsets.UTF_8)) {
                aliases.addAll(Gazetteer.read(path.getName(), in).aliases());
            }
        }
        return OrganisationFinder.of(new Gazetteer(aliases));
    }
}
