// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.RunFolder;
import org.tilik.export.cite.BibTex;
import org.tilik.export.cite.Citation;
import org.tilik.export.cite.CslJson;
import org.tilik.export.cite.RowFinder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tilik cite}: how one number is cited. */
@Command(
        name = "cite",
        description =
                "Print a citable sentence for one number (value, interval, conditions, run, inputs and model) and its"
                        + " BibTeX entry.",
        footer = {"", "Example: tilik cite 950a2671e06ebcaf out/demo --bibtex"})
final class CiteCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "ROW_ID",
            description = "The column row_id of the number's row: 16 hex digits.")
    private String rowId;

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = ".",
            paramLabel = "OUTPUT_DIR|BUNDLE",
            description = "Output folder of the run or a bundle; without it, the present folder.")
    private String place;

    @ArgGroup
    private Form form = new Form();

    @Spec
    private CommandSpec command;

    /** Instead of sentence and entry. */
    private static final class Form {
        @Option(names = "--sentence", description = "Print the sentence alone.")
        private boolean sentence;

        @Option(names = "--bibtex", description = "Print the BibTeX entry alone.")
        private boolean bibTex;

        @Option(names = "--csl-json", description = "Print CSL-JSON alone, which Zotero and pandoc read.")
        private boolean cslJson;
    }

    @Override
    public Integer call() throws Exception {
        Citation citation;
        try (RunFolder run = RunFolder.open(RunPlace.local(place))) {
            citation = new RowFinder(run, MetricRegistry.delivered()).find(rowId);
        }
        command.commandLine().getOut().println(text(citation));
        return 0;
    }

    private String text(Citation citation) throws JsonProcessingException {
        if (form.sentence) {
            return citation.sentence();
        }
        if (form.bibTex) {
            return BibTex.of(citation);
        }
        if (form.cslJson) {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(CslJson.of(citation));
        }
        return citation.sentence() + System.lineSeparator() + System.lineSeparator() + BibTex.of(citation);
    }
}
