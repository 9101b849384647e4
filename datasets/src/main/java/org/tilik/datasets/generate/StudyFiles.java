// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tilik.datasets.worlds.DumpFile;

/** Study files (YAML) that run the jobs over simulated dumps. */
final class StudyFiles {
    /** More dumps than these are named by a pattern. */
    private static final int MOST_LISTED = 6;

    private static final String ALL = "{all: true}";
    private static final long LONGEST_MONTH_SECONDS = 31 * 86_400L;

    private final WorldSettings settings;
    private final String id;
    private final String folder;
    private final List<String> dumps;
    private final String keyFile;

    /**
     * Studies over the files of one world.
     *
     * @param id name of the study
     * @param folder path of the simulated files relative to the study, empty or with a slash at the end
     * @param dumps names of the dump files
     * @param keyFile path of the pseudonym key relative to the study
     */
    StudyFiles(WorldSettings settings, String id, String folder, List<String> dumps, String keyFile) {
        this.settings = settings;
        this.id = id;
        this.folder = folder;
        this.dumps = List.copyOf(dumps);
        this.keyFile = keyFile;
    }

    /** A study that measures every item. */
    String trackingAll() {
        return study(id, title() + ", every item tracked", ALL, List.of());
    }

    /**
     * The same, with what coders say of some items, and with events of its own.
     *
     * @param title one sentence
     * @param audit name of the coded sheet
     * @param timeline path of the timeline relative to the study
     * @param others further inputs
     * @param watched until when the streams among them were, by platform
     */
    String audited(String title, String audit, String timeline, List<DumpFile> others, Map<String, Instant> watched) {
        String coverage = watched.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", "));
        return study(id, title, ALL, others)
                + "coverage: {" + coverage + "}\n"
                + "audit: " + folder + audit + "\n"
                + "policy_timeline: " + timeline + "\n";
    }

    /** A study that measures what the known list names. */
    String trackingKnown() {
        return study(
                id + "-known",
                title() + ", items of the known list tracked",
                "{known: [" + folder + World.KNOWN + "]}",
                List.of());
    }

    private String study(String name, String title, String track, List<DumpFile> others) {
        StringBuilder text = new StringBuilder();
        text.append("# Generated data about fictional groups; see datasets/README.md.\n");
        text.append("study: ").append(name).append('\n');
        text.append("title: ").append(title).append('\n');
        text.append("inputs:\n");
        boolean isLong = dumps.size() > MOST_LISTED && dumps.stream().allMatch(StudyFiles::isReddit);
        List<String> named = isLong ? List.of("RC_*.zst", "RS_*.zst") : dumps;
        named.forEach(dump -> input(text, dump, isReddit(dump) ? "reddit" : "twitter_v1"));
        input(text, World.RECHECKS, "recheck");
        input(text, World.REFERRALS, "referral");
        others.forEach(other -> input(text, other.name(), other.format()));
        text.append("window: {from: ")
                .append(settings.window().from())
                .append(", until: ")
                .append(settings.window().until())
                .append("}\n");
        if (settings.twitterShare() > 0) {
            StreamPlan stream = settings.stream();
            text.append("coverage: {twitter: ").append(stream.covered().until()).append("}\n");
            text.append("sampling: {twitter: ").append(stream.sampling()).append("}\n");
        }
        text.append("track: ").append(track).append('\n');
        text.append("strata: [platform, kind]\n");
        text.append("deadlines_hours: [1, 24, 168]\n");
        text.append("clock: posted\n");
        text.append("conf_level: 0.95\n");
        text.append("privacy: {key_file: ").append(keyFile).append(", k: 10}\n");
        text.append("max_reject_share: 0.05\n");
        text.append("seed: ").append(settings.seed()).append('\n');
        return text.toString();
    }

    private String title() {
        if (settings.twitterShare() == 0) {
            return "Fictional Reddit " + (settings.posted().seconds() > LONGEST_MONTH_SECONDS ? "year" : "month");
        }
        return settings.twitterShare() == 1 ? "Fictional stream of Twitter" : "Fictional month on Reddit and Twitter";
    }

    private static boolean isReddit(String dump) {
        return dump.startsWith("R");
    }

    private void input(StringBuilder text, String file, String format) {
        text.append("  - {path: ")
                .append(folder)
                .append(file)
                .append(", format: ")
                .append(format)
                .append("}\n");
    }
}
