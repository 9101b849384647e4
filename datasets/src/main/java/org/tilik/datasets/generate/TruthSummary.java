// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The true numbers of a simulated world as one small JSON document; shares and medians are over items inside the
 * window, clock posted, with items that never went counted as still there. Its size does not depend on the number of
 * items: the median is read off a histogram and rounded up to a full minute.
 */
public final class TruthSummary implements TruthSink {
    private static final int[] DEADLINES_HOURS = {1, 24, 168};

    private final Map<String, Stratum> strata = new LinkedHashMap<>();
    private final Map<String, Long> episodes = new TreeMap<>();
    private TruthCounts counts;

    /** An empty summary. */
    public TruthSummary() {
        for (String name : new String[] {"all", "post", "reply", "share"}) {
            strata.put(name, new Stratum());
        }
    }

    @Override
    public void item(TruthItem item) {
        if (!item.inWindow()) {
            return;
        }
        strata.get(item.kind()).add(item);
        // Shares are reported apart: the pooled removal measures are about posts and replies.
        if (!item.kind().equals("share")) {
            strata.get("all").add(item);
        }
    }

    @Override
    public void episode(TruthEpisode episode) {
        count("rows");
        if (episode.episodeNo() == 1) {
            count("first_" + episode.censoring());
        }
        if (episode.unconfirmed()) {
            count("unconfirmed");
        }
        if (episode.restoredUpperHours() != null) {
            count("seen_again");
        }
    }

    @Override
    public void reject(TruthReject reject) {
        // Counted by reason in the totals.
    }

    @Override
    public void finished(TruthCounts finished) {
        counts = finished;
    }

    private void count(String what) {
        episodes.merge(what, 1L, Long::sum);
    }

    /** The document; only after the world has been written. */
    public String toJson() {
        if (counts == null) {
            throw new IllegalStateException("The world is not finished yet; write it before asking for the summary");
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "note",
                "Truth of generated data. Hours from posting; median rounded up to a minute; null = not reached.");
        all.put("dispositions", counts.totals());
        all.put("files", counts.files());
        all.put("expected_episodes", episodes);
        Map<String, Object> byStratum = new LinkedHashMap<>();
        strata.forEach((name, stratum) -> byStratum.put(name, stratum.asMap()));
        all.put("true_by_kind", byStratum);
        try {
            return new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                            .writeValueAsString(all)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A summary of plain values could not be written as JSON", e);
        }
    }

    private static final class Stratum {
        private static final int MINUTES = 366 * 24 * 60;

        private final long[] goneInMinute = new long[MINUTES];
        private final long[] goneWithin = new long[DEADLINES_HOURS.length];
        private final long[] removedWithin = new long[DEADLINES_HOURS.length];
        private final Map<String, Long> byCause = new TreeMap<>();
        private long items;

        void add(TruthItem item) {
            items++;
            if (item.trueGoneAtUtc() == null) {
                return;
            }
            long seconds =
                    item.trueGoneAtUtc().getEpochSecond() - item.postedAtUtc().getEpochSecond();
            int minute = (int) Math.min(MINUTES - 1, (seconds + 59) / 60);
            goneInMinute[minute]++;
            byCause.merge(item.trueCause(), 1L, Long::sum);
            for (int i = 0; i < DEADLINES_HOURS.length; i++) {
                if (seconds <= DEADLINES_HOURS[i] * 3600L) {
                    goneWithin[i]++;
                    removedWithin[i] += item.trueCause().equals(Cause.AUTHOR.id()) ? 0 : 1;
                }
            }
        }

        Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("items", items);
            map.put("ever_gone_by_cause", byCause);
            map.put("median_hours", median());
            map.put("gone_share_within_hours", shares(goneWithin));
            map.put("removal_share_within_hours", shares(removedWithin));
            return map;
        }

        private Double median() {
            long seen = 0;
            for (int minute = 0; minute < MINUTES - 1; minute++) {
                seen += goneInMinute[minute];
                if (items > 0 && 2 * seen >= items) {
                    return minute / 60.0;
                }
            }
            return null;
        }

        private Map<String, Double> shares(long[] within) {
            Map<String, Double> shares = new LinkedHashMap<>();
            for (int i = 0; i < DEADLINES_HOURS.length; i++) {
                shares.put(Integer.toString(DEADLINES_HOURS[i]), items == 0 ? null : within[i] / (double) items);
            }
            return shares;
        }
    }
}
