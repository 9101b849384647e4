// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tilik.pipeline.study.FoundFile;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyInputs;

/**
 * Says, look after look, which files of a study have come since.
 *
 * <p>A file counts as soon as two looks find it with the same size and time of change: somebody may still be writing it. One
 * that changes later is another version of itself and comes again as a whole. What cannot be read as it is keeps nobody
 * waiting: it is named once in the log, and tried again at every look.
 */
public final class ArrivingFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivingFiles.class);

    private final StudyInputs folders;
    private final Set<Version> handedOut = new HashSet<>();
    private final Set<Version> refused = new HashSet<>();
    private Set<Version> seen = Set.of();

    private record Version(String name, long bytes, long changedAtMillis) {
        static Version of(FoundFile file) {
            return new Version(file.name(), file.bytes(), file.changedAtMillis());
        }
    }

    /** Makes the looks of a job where its files are listed. */
    @FunctionalInterface
    public interface Provider extends Serializable {
        /** A first look is still to come. */
        ArrivingFiles create();
    }

    /** What is made of a file that has come. */
    @FunctionalInterface
    public interface Opening<T> {
        /** Opens this file, or fails and gets it again at the next look. */
        Collection<T> open(InputFile input) throws IOException;
    }

    /** Looks at these folders. */
    public ArrivingFiles(StudyInputs folders) {
        this.folders = folders;
    }

    /** What is made of the files that have come since the look before, in the order of their names. */
    public <T> List<T> look(Opening<T> opening) {
        Set<Version> now = new HashSet<>();
        List<T> opened = new ArrayList<>();
        for (FoundFile file : folders.look()) {
            Version version = Version.of(file);
            now.add(version);
            if (seen.contains(version) && !handedOut.contains(version)) {
                try {
                    opened.addAll(opening.open(folders.recognise(file)));
                    handedOut.add(version);
                } catch (IOException | RuntimeException e) {
                    // Whatever it is, the other files of this look must not be lost with it.
                    refuse(version, e);
                }
            }
        }
        seen = now;
        handedOut.retainAll(now);
        refused.retainAll(now);
        return opened;
    }

    /** The names of the files that the last look found, come or not. */
    public Set<String> names() {
        return seen.stream().map(Version::name).collect(Collectors.toSet());
    }

    private void refuse(Version version, Exception problem) {
        if (refused.add(version)) {
            if (problem instanceof IOException || problem instanceof RunError) {
                LOG.warn("{} is not read: {}", version.name(), problem.getMessage());
            } else {
                LOG.error("{} is not read", version.name(), problem);
            }
        }
    }
}
