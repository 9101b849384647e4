// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.followers.FollowerList;
import org.tilik.measure.spread.cascade.FollowerGraph;
import org.tilik.model.Pseudonymiser;
import org.tilik.pipeline.ingest.KeyOnTask;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;

/**
 * The follower lists of a study.
 *
 * @param runId run that reads them: its id changes with the lists and the key
 * @param lists where they lie
 * @param key opens the pseudonym key
 */
public record StudyFollowers(String runId, List<String> lists, KeyOnTask key) implements FollowerSource {

    /** The lists of a run's study, which must name some. */
    public static StudyFollowers of(Run run) {
        PseudonymKey key = PseudonymKey.of(run.study(), run.studyFile());
        return new StudyFollowers(
                run.runId(),
                run.study().spread().followers().stream()
                        .map(path -> run.resolve(path).toString())
                        .toList(),
                key::open);
    }

    @Override
    public String id() {
        return runId;
    }

    @Override
    public Followers open() throws IOException {
        Pseudonymiser pseudonymiser = key.open();
        FollowerGraph.Builder graph = FollowerGraph.builder();
        FollowerList.Counts counts = FollowerList.Counts.NONE;
        for (String list : lists) {
            Path path = new Path(list);
            try (InputStream in = path.getFileSystem().open(path)) {
                counts = counts.with(FollowerList.read(
                        in,
                        path.getName(),
                        (platform, account, follows) -> graph.add(
                                CascadeNode.high(pseudonymiser.pseudonym(platform, account)),
                                CascadeNode.high(pseudonymiser.pseudonym(platform, follows)))));
            }
        }
        return new Followers(graph.build(), counts);
    }
}
