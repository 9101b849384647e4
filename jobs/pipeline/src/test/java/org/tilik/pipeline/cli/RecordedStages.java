// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.util.ArrayList;
import java.util.List;
import org.tilik.pipeline.study.Run;

/** Jobs that only note that they were called, or fail as they are told. */
final class RecordedStages implements Stages {
    final List<String> called = new ArrayList<>();
    StageOptions options;
    Run run;
    Exception failure;

    @Override
    public void ingest(Run run, StageOptions options) throws Exception {
        note("ingest", run, options);
    }

    @Override
    public void classify(Run run, StageOptions options) throws Exception {
        note("classify", run, options);
    }

    @Override
    public void spread(Run run, StageOptions options) throws Exception {
        note("spread", run, options);
    }

    @Override
    public void removal(Run run, StageOptions options) throws Exception {
        note("removal", run, options);
    }

    @Override
    public void policy(Run run, StageOptions options) throws Exception {
        note("policy", run, options);
    }

    @Override
    public void incidents(Run run, StageOptions options) throws Exception {
        note("incidents", run, options);
    }

    @Override
    public void summarise(Run run) {
        called.add("summary");
    }

    private void note(String stage, Run ofRun, StageOptions withOptions) throws Exception {
        called.add(stage);
        run = ofRun;
        options = withOptions;
        if (failure != null) {
            throw failure;
        }
    }
}
