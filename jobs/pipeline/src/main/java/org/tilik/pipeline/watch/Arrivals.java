// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tilik.pipeline.ingest.ArrivingFiles;
import org.tilik.pipeline.ingest.CapturedInputs;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.StudyInputs;
import org.tilik.pipeline.table.TableManifest;

/** What has come into the folders of a watched study, and how much of it is decoded. */
public final class Arrivals {
    private final Run run;
    private final ArrivingFiles files;
    private List<InputFile> waiting = List.of();

    /** The arrivals of this study. */
    public Arrivals(Run run) {
        this.run = run;
        this.files = new ArrivingFiles(new StudyInputs(run.study(), run.studyFile(), run.output(), run.keyId()));
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
        return isNews;
    }

    /** Whether everything that has come is decoded. */
    public boolean areDecoded() {
        return waiting.isEmpty();
    }

    /** Inputs that are decoded, sorted by name, of earlier watches too. */
    public List<InputFile> decoded() throws IOException {
        return CapturedInputs.in(run.captures());
    }
}
