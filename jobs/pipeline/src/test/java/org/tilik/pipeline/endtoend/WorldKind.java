// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import java.time.Duration;
import java.util.List;
import org.tilik.datasets.generate.ArchiveStyle;
import org.tilik.datasets.generate.Faults;
import org.tilik.datasets.generate.Period;
import org.tilik.datasets.generate.StreamPlan;
import org.tilik.datasets.generate.StreamPlan.Packing;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.datasets.generate.WorldSettingsBuilder;

/** The worlds in which runs are held against the truth. */
enum WorldKind {
    /** Reddit, looked at once and late. */
    PUSHSHIFT,
    /** Reddit, looked at within seconds and again after 36 h. */
    ARCTIC_SHIFT,
    /** The whole stream of Twitter with gaps. */
    STREAM,
    /** One in a hundred posts of Twitter, packed twice, with gaps. */
    SAMPLED_STREAM,
    /** Reddit and Twitter together; the stream is packed anew. */
    BOTH;

    private static final long SEED = 20_190_513L;
    private static final Duration STREAM_LENGTH = Duration.ofHours(30);

    WorldSettings settings() {
        return switch (this) {
            case PUSHSHIFT ->
                WorldSettings.reddit(SEED, 800)
                        .with()
                        .styles(ArchiveStyle.PUSHSHIFT, ArchiveStyle.PUSHSHIFT)
                        .build();
            case ARCTIC_SHIFT ->
                WorldSettings.reddit(SEED, 800)
                        .with()
                        .styles(ArchiveStyle.ARCTIC_SHIFT, ArchiveStyle.ARCTIC_SHIFT)
                        .build();
            case STREAM -> shortened(WorldSettings.twitter(SEED, 2_500), 1, Packing.TAR);
            case SAMPLED_STREAM -> shortened(WorldSettings.twitter(SEED, 80_000), 0.01, Packing.TAR_GZ);
            case BOTH -> shortened(WorldSettings.of(SEED, 1_500), 1, Packing.TAR_ZST);
        };
    }

    /** The same in a stream of a bit more than a day, so that there are not so many files of a minute each. */
    static WorldSettings shortened(WorldSettings settings, double sampling, Packing packing) {
        StreamPlan plan = settings.stream();
        Period covered = new Period(plan.covered().from(), plan.covered().from().plus(STREAM_LENGTH));
        WorldSettingsBuilder shorter = settings.with().stream(new StreamPlan(
                covered, sampling, List.of(), packing, plan.staleNotices(), plan.withheld(), plan.rechecked()));
        return shorter.gaps(2).faults(Faults.each(0.01, 0.01)).build();
    }

    boolean hasReddit() {
        return this != STREAM && this != SAMPLED_STREAM;
    }

    boolean hasTwitter() {
        return this != PUSHSHIFT && this != ARCTIC_SHIFT;
    }
}
