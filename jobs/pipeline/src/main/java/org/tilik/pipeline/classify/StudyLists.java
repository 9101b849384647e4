// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.known.KnownList;
import org.tilik.pipeline.ingest.KeyOnTask;
import org.tilik.pipeline.study.Run;

/**
 * The known-item lists of a study.
 *
 * @param lists where they lie
 * @param key opens the pseudonym key, which is asked only where a list names items by id
 */
public record StudyLists(List<String> lists, KeyOnTask key) implements KnownMatcherSource {

    /** The lists of a run's study. */
    public static StudyLists of(Run run, KeyOnTask key) {
        return new StudyLists(
                run.study().track().known().stream()
                        .map(path -> run.resolve(path).toString())
                        .toList(),
                key);
    }

    @Override
    public KnownMatcher open() throws IOException {
        List<KnownList> read = new ArrayList<>();
        for (String list : lists) {
            Path path = new Path(list);
            try (InputStream in = path.getFileSystem().open(path)) {
                read.add(KnownList.read(in, path.getName()));
            }
        }
        boolean namesItems = read.stream().anyMatch(list -> !list.items().isEmpty());
        return new KnownMatcher(read, namesItems ? key.open() : null);
    }
}
