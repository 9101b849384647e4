// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tilik.pipeline.ingest.ArrivingFiles;
import org.tilik.pipeline.ingest.CapturedInputs;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.StudyInputs;
import org.tilik.pipeline.table.TableManifest;

/** What has come into the folders and topics of a watched study, and how much of it is decoded. */
public final class Arrivals {
    private final Run run;
    private final Instant since;
    private final ArrivingFiles files;
    private final boolean hasTopics;
    private List<InputFile> waiting = List.of();
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
        List<InputFile> come = files.look(List::of);
        List<InputFile> still = new ArrayList<>();
        for (InputFile input : waiting) {
            if (!TableManifest.isFinished(run.captures(input))) {
                still.add(input);
            }
        }
        boolean isNews = !come.isEmpty() || still.size() < waiting.size();
        still.addAll(come);
        waiting = List.copyOf(still);
        return isNewsOfTopics() || isNews;
    }

    /** Each state of a topic has a folder of its own. */
    private boolean isNewsOfTopics() throws IOException {
        Set<String> before = folders;
        folders = hasTopics ? CapturedInputs.folders(run.captures()) : Set.of();
        return !before.containsAll(folders);
    }

    /** Whether every file that has come is decoded; of a topic nobody knows. */
    public boolean areDecoded() {
        return waiting.isEmpty();
    }

    /** Inputs that are decoded, sorted by name, of earlier watches too. */
    public List<InputFile> decoded() throws IOException {
        return CapturedInputs.in(run.captures());
    }

    /** Deletes what only earlier snapshots needed; to be called while nobody reads what is decoded. */
    public void forgetEarlier() throws IOException {
        if (hasTopics) {
            CapturedInputs.forgetEarlierStatesOfTopics(run.captures(), since.toEpochMilli());
        }
    }
}
