// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import org.tilik.pipeline.study.Run;

/** The jobs behind the commands; each reads the tables of the earlier ones and may throw whatever makes it fail. */
public interface Stages {
    /** Decodes the inputs and writes items, observations and rejects. */
    void ingest(Run run, StageOptions options) throws Exception;

    /** Labels items, finds families, decides what is tracked, and writes labels, families and prevalence. */
    void classify(Run run, StageOptions options) throws Exception;

    /** Follows how material travelled and writes cascades, families, timelines and measures of spread. */
    void spread(Run run, StageOptions options) throws Exception;

    /** Reconstructs episodes and writes removal curves and measures. */
    void removal(Run run, StageOptions options) throws Exception;

    /** Measures what the policy timeline asks about. */
    void policy(Run run, StageOptions options) throws Exception;

    /** Looks for incidents of families; no part of a run, and asks for ingest and classify only. */
    void incidents(Run run, StageOptions options) throws Exception;

    /** Shows what a run that ended well came to. */
    void summarise(Run run) throws Exception;
}
