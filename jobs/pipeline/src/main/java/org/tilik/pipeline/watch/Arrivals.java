// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tilik.pipeline.ingest.ArrivingFiles;
import org.tilik.pipeline.ingest.CapturedInputs;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.StudyInputs;
import org.tilik.pipeline.table.TableManifest;

/**
 * What has come into the folders of a watched study, and how much of it is decoded.
 *
 * <p>Only what lies there now is waited for: a version of a file that was replaced, or a file that was deleted, may never be
 * decoded.
 */
public final class Arrivals {
    private final Run run;
    private final ArrivingFiles files;
    /** By name, the latest version of each file that lies there. */
    private final Map<String, InputFile> latest = new HashMap<>();

    private final Map<String, InputFile> waiting = new HashMap<>();

    /** The arrivals of this study. */
    public Arrivals(Run run) {
        this.run = run;
        this.files = new ArrivingFiles(new StudyInputs(run.study(), run.studyFile(), run.output(), run.keyId()));
    }

    /** Looks again; whether anything came, or was decoded, since the look before. */
    public boolean look() throws IOException {
        boolean isNews = false;
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

    /** Whether everything that lies there is decoded. */
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
}
