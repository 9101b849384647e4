// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tilik.formats.DumpFormat;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.model.Platform;

/**
 * What is to be measured, from which inputs and how: the citable unit, read from a YAML file.
 *
 * @param id used in run.json and citations
 * @param title one sentence
 * @param inputs dumps and helper files
 * @param window which items count, by time of posting
 * @param coverage per platform with push notices, until when it was watched
 * @param sampling per platform, the share of posts that the source delivered; absent means 1
 * @param track which items are measured
 * @param strata columns of episodes to group by, outermost first; the pooled stratum is always added
 * @param deadlinesHours deadlines of the share measures, in hours
 * @param clock origin of the durations
 * @param confLevel nominal coverage of intervals
 * @param model id or path of the classifier model, null for none
 * @param audit path of human labels for error correction, null for none
 * @param organisations paths of gazetteers, relative to the study, whose organisations are looked for in texts
 * @param policyTimeline {@code default} or the path of a timeline, beside which its memberships and jurisdictions may lie
 * @param spread how cascades are built and shares of one content are compared
 * @param incidents when copies of a family are an incident
 * @param privacy pseudonym key, publication threshold, what to forget
 * @param maxRejectShare share of rejected records beyond which the inputs count as unreadable
 * @param seed seed of everything random
 */
public record Study(
        String id,
        String title,
        List<Input> inputs,
        Window window,
        Map<Platform, Instant> coverage,
        Map<Platform, Double> sampling,
        Track track,
        List<String> strata,
        List<Double> deadlinesHours,
        Clock clock,
        double confLevel,
        String model,
        String audit,
        List<String> organisations,
        String policyTimeline,
        Spread spread,
        IncidentRule incidents,
        Privacy privacy,
        double maxRejectShare,
        long seed)
        implements Serializable {
    /** Stands for the timeline that comes with the program. */
    public static final String DEFAULT_TIMELINE = "default";

    /**
     * One entry under {@code inputs}: a file, directory or glob, or a topic of Kafka.
     *
     * @param path as written in the study: relative to its file, or a {@link TopicAddress}
     * @param format null where it is to be sniffed, which topics never are
     * @param platform for formats that serve several platforms, else null
     * @param capturedAt when a dump without capture times was taken, else null
     * @param isComplete whether each of the files holds everything that had a number between the lowest and the highest that
     *     it holds, of each channel or thread
     */
    public record Input(String path, DumpFormat format, Platform platform, Instant capturedAt, boolean isComplete)
            implements Serializable {
        /** Whether it is a topic and no file. */
        boolean isTopic() {
            return TopicAddress.isMeant(path);
        }
    }

    /**
     * Items posted in [from, until) are measured.
     *
     * @param from null for no limit
     * @param until null for no limit
     */
    public record Window(Instant from, Instant until) implements Serializable {
        /** All times. */
        public static final Window ALL = new Window(null, null);

        /** Whether an item posted at this time counts; one with unknown posting time counts only without limits. */
        public boolean contains(Instant posted) {
            if (posted == null) {
                return from == null && until == null;
            }
            return (from == null || !posted.isBefore(from)) && (until == null || posted.isBefore(until));
        }
    }

    /**
     * Which items are measured.
     *
     * @param all every item
     * @param labels thresholds by label; needs the classifier
     * @param known paths of known-item lists, relative to the study
     */
    public record Track(boolean all, Map<String, Double> labels, List<String> known) implements Serializable {}

    /**
     * How cascades are built, and which shares of one content count as coordinated.
     *
     * @param parents how, beside what records state, the parents of shares that name only a root are reconstructed
     * @param followers paths of follower lists, relative to the study
     * @param inferenceHours for {@link ParentRule#TIME}: an earlier share is a possible parent for so many hours
     * @param coordination when shares of one content count as coordinated
     */
    public record Spread(
            Set<ParentRule> parents, List<String> followers, double inferenceHours, Coordination coordination)
            implements Serializable {
        /** What holds where the study says nothing. */
        public static final Spread USUAL = new Spread(Set.of(), List.of(), 24, Coordination.USUAL);
    }

    /** A way to reconstruct the parent of a share that names only the root of its cascade. */
    public enum ParentRule {
        /** The latest earlier share, or the root, by an account that the sharer follows. */
        FOLLOWERS,
        /** The latest earlier share. */
        TIME;

        /** The name in study files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * When shares of one content count as coordinated (Righetti, Balluff: CooRTweet).
     *
     * @param windowsSeconds most seconds between two shares; each is a search of its own
     * @param minParticipation shares that an account must have in pairs to count
     * @param weightQuantile quantile of the weights of pairs of accounts that a pair must exceed
     * @param loops whether an account can be coordinated with itself
     */
    public record Coordination(List<Double> windowsSeconds, int minParticipation, double weightQuantile, boolean loops)
            implements Serializable {
        /** What holds where the study says nothing. */
        public static final Coordination USUAL = new Coordination(List.of(10.0, 60.0), 2, 0.5, false);
    }

    /**
     * How people are protected.
     *
     * @param keyFile path of the pseudonym key relative to the study, null for the environment variable TILIK_KEY
     * @param k fewest items and accounts of a published stratum
     * @param dropText whether tables hold no text
     * @param suppressionList path of the list of people and items to forget, null for none
     */
    public record Privacy(String keyFile, int k, boolean dropText, String suppressionList) implements Serializable {}
}
