// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tilik.pipeline.ingest.ArrivingFiles;
import org.tilik.pipeline.ingest.CapturedInputs;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.StudyInputs;
import org.tilik.pipeline.table.TableManifest;

/**
 * What has come into the folders and topics of a watched study, and how much of it is decoded.
 *
 * <p>Only what lies there now is waited for: a version of a file that was replaced, or a file that was deleted, may never be
 * decoded.
 */
public final class Arrivals {
    private final Run run;
    private final Instant since;
    private final ArrivingFiles files;
    private final boolean hasTopics;
    /** By name, the latest version of each file that lies there. */
    private final Map<String, InputFile> latest = new HashMap<>();

    private final Map<String, InputFile> waiting = new HashMap<>();
    private Set<String> folders = Set.of();

    /**
     * The arrivals of this study.
     *
     * @param since when the watch begins
     */
    public Arrivals(Run run, Instant since) {
        this.run = run;
        this.since = since;
        StudyInputs inputs = StudyInputs.of(run);
        this.files = new ArrivingFiles(inputs);
        this.hasTopics = !inputs.topics().isEmpty();
    }

    /** Looks again; whether anything came, or was decoded, since the look before. */
    public boolean look() throws IOException {
        boolean isNews = isNewsOfTopics();
        for (Iterator<InputFile> inputs = waiting.values().iterator(); inputs.hasNext(); ) {
            if (TableManifest.isFinished(run.captures(inputs.next()))) {
                inputs.remove();
                isNews = true;
            }
        }
        List<InputFile> come = files.look(List::of);
        for (InputFile input : come) {
            latest.put(input.name(), input);
            waiting.put(input.name(), input);
        }
        latest.keySet().retainAll(files.names());
        waiting.keySet().retainAll(files.names());
        return isNews || !come.isEmpty();
    }

    /** Each state of a topic has a folder of its own. */
    private boolean isNewsOfTopics() throws IOException {
        Set<String> before = folders;
        folders = hasTopics ? CapturedInputs.folders(run.captures()) : Set.of();
        return !before.containsAll(folders);
    }

    /** Whether every file that lies there is decoded; of a topic nobody knows. */
    public boolean areDecoded() {
        return waiting.isEmpty();
    }

    /** Inputs that are decoded, sorted by name, of earlier watches too. */
    public List<InputFile> decoded() throws IOException {
        return CapturedInputs.in(run.captures(), name -> {
            InputFile version = latest.get(name);
            return version == null ? "" : version.digest();
        });
    }

    /** Deletes what only earlier snapshots needed; to be called while nobody reads what is decoded. */
    public void forgetEarlier() throws IOException {
        if (hasTopics) {
            CapturedInputs.forgetEarlierStatesOfTopics(run.captures(), since.toEpochMilli());
        }
    }
}
