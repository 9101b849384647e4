// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import org.apache.flink.core.fs.Path;

/** Where the paths of a study lead: those that are not absolute are relative to the study file. */
public final class StudyPaths {
    private StudyPaths() {}

    /** The place that a path written in this study means. */
    public static Path resolve(String studyFile, String path) {
        Path given = new Path(path);
        return given.isAbsolute() || given.toUri().getScheme() != null
                ? given
                : new Path(new Path(studyFile).getParent(), path);
    }
}
