// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.StudyInputException;
import org.tilik.formats.policy.Jurisdictions;
import org.tilik.formats.policy.Memberships;
import org.tilik.formats.policy.PolicyTimeline;

/**
 * The dated facts that a study's policy measures speak about: those that come with the program, or the study's own
 * timeline with the memberships and jurisdictions that lie beside it, where they do.
 *
 * @param timeline events and what they ask for
 * @param memberships who signed what
 * @param jurisdictions which countries belong to a union
 */
public record StudyPolicy(PolicyTimeline timeline, Memberships memberships, Jurisdictions jurisdictions)
        implements Serializable {
    private static final String RESOURCES = "/org/tilik/datasets/policy/";
    private static final String TIMELINE = "timeline.csv";
    private static final String MEMBERSHIP = "membership.csv";
    private static final String JURISDICTIONS = "jurisdictions.csv";
    private static final int MOST_BYTES = 1 << 26;

    /** The facts of a run. */
    public static StudyPolicy of(Run run) {
        return of(run.study(), run.studyFile());
    }

    /**
     * The facts of a study.
     *
     * @throws RunError naming file, row and what was expected
     */
    static StudyPolicy of(Study study, String studyFile) {
        try {
            return new StudyPolicy(
                    PolicyTimeline.read(in(bytes(study, studyFile, TIMELINE)), name(study, TIMELINE)),
                    Memberships.read(in(bytes(study, studyFile, MEMBERSHIP)), MEMBERSHIP),
                    Jurisdictions.read(in(bytes(study, studyFile, JURISDICTIONS)), JURISDICTIONS));
        } catch (StudyInputException e) {
            throw RunError.study(e.getMessage(), e);
        }
    }

    /** A digest of all three files, part of the run id. */
    static String digest(Study study, String studyFile) {
        return new Fingerprint()
                .add(Fingerprint.of(bytes(study, studyFile, TIMELINE)))
                .add(Fingerprint.of(bytes(study, studyFile, MEMBERSHIP)))
                .add(Fingerprint.of(bytes(study, studyFile, JURISDICTIONS)))
                .shortHex();
    }

    private static String name(Study study, String file) {
        return isDefault(study) ? file : study.policyTimeline();
    }

    private static boolean isDefault(Study study) {
        return study.policyTimeline().equals(Study.DEFAULT_TIMELINE);
    }

    private static byte[] bytes(Study study, String studyFile, String file) {
        if (isDefault(study)) {
            return shipped(file);
        }
        Path own = StudyPaths.resolve(studyFile, study.policyTimeline());
        if (file.equals(TIMELINE)) {
            return StudyPaths.read(own, MOST_BYTES, "The policy timeline");
        }
        Path beside = new Path(own.getParent(), file);
        return exists(beside) ? StudyPaths.read(beside, MOST_BYTES, "The list") : shipped(file);
    }

    private static boolean exists(Path path) {
        try {
            return path.getFileSystem().exists(path);
        } catch (IOException e) {
            throw RunError.study(
                    "Whether there is a " + StudyPaths.display(path) + " cannot be told (" + StudyPaths.reason(e)
                            + "). Check who may read the folder.",
                    e);
        }
    }

    private static byte[] shipped(String file) {
        try (InputStream in = StudyPolicy.class.getResourceAsStream(RESOURCES + file)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its own " + file + "; build it again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own " + file + " cannot be read.", e);
        }
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
