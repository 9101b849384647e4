// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.known.KnownList;
import org.tilik.pipeline.ingest.KeyOnTask;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;

/**
 * Makes a study's tracker on the machine that uses it, from the study's known-item lists.
 *
 * @param all whether every item is measured
 * @param lists where the lists lie
 * @param key where a task finds the pseudonym key
 */
public record StudyTracker(boolean all, List<String> lists, KeyOnTask key) implements TrackerSource {

    /** The tracker of a run's study. */
    public static StudyTracker of(Run run, KeyOnTask key) {
        Study.Track track = run.study().track();
        List<String> lists = track.all()
                ? List.of()
                : track.known().stream()
                        .map(path -> run.resolve(path).toString())
                        .toList();
        return new StudyTracker(track.all(), lists, key);
    }

    /** Whether items are compared with lists, so that their content must be read. */
    public boolean comparesContent() {
        return !lists.isEmpty();
    }

    @Override
    public Tracker open() throws IOException {
        List<KnownList> read = new ArrayList<>();
        for (String list : lists) {
            Path path = new Path(list);
            try (InputStream in = path.getFileSystem().open(path)) {
                read.add(KnownList.read(in, path.getName()));
            }
        }
        boolean namesItems = read.stream().anyMatch(list -> !list.items().isEmpty());
        return new Tracker(all, read, namesItems ? key.open() : null);
    }
}
