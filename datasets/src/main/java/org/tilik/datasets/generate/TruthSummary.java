// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The true numbers of a simulated world as one small JSON document; shares and medians are over items inside the
 * window, clock posted, with items that never went counted as still there. Its size does not depend on the number of
 * items: the median is read off a histogram and rounded up to a full minute.
 */
public final class TruthSummary implements TruthSink {
    private static final int[] DEADLINES_HOURS = {1, 24, 168};
    private static final String ALL = "all";
    private static final String SHARE = "share";

    private final Reform reform;
    /** Platforms of the world with the reform; what is told of others has none. */
    private final Set<String> reformed =
            Arrays.stream(Site.values()).map(Site::id).collect(Collectors.toSet());

    private final Map<String, Stratum> strata = new LinkedHashMap<>();
    /** What was posted before the reform, and after. */
    private final Map<Boolean, Stratum> aboutReform = Map.of(false, new Stratum(), true, new Stratum());

    private final Map<String, Stratum> labels = new TreeMap<>();
    private final Map<String, Long> episodes = new TreeMap<>();
    private final Sizes families = new Sizes();
    private final Sizes cascades = new Sizes();
    private TruthCounts counts;

    /** An empty summary of a world in which nothing changes. */
    public TruthSummary() {
        this(Reform.NONE);
    }

    /** An empty summary of a world with this reform. */
    TruthSummary(Reform reform) {
        this.reform = reform;
        for (Label label : Label.values()) {
            labels.put(label.id(), new Stratum());
        }
        strata.put(ALL, new Stratum());
        strata.put(SHARE, new Stratum());
        for (Site site : Site.values()) {
            strata.put(site.id(), new Stratum());
        }
        for (Form form : Form.values()) {
            strata.computeIfAbsent(form.site().id() + "|" + form.kind(), name -> new Stratum());
        }
    }

    @Override
    public void item(TruthItem item) {
        if (!item.inWindow()) {
            return;
        }
        strata.computeIfAbsent(item.platform() + "|" + item.kind(), name -> new Stratum())
                .add(item);
        // Shares are reported apart: the pooled removal measures are about what has words of its own.
        if (item.kind().equals(SHARE)) {
            strata.get(SHARE).add(item);
        } else {
            strata.get(ALL).add(item);
            strata.computeIfAbsent(item.platform(), name -> new Stratum()).add(item);
            if (reformed.contains(item.platform())) {
                aboutReform.get(!item.postedAtUtc().isBefore(reform.on())).add(item);
            }
            labels.get(item.label()).add(item);
        }
    }

    @Override
    public void event(TruthEvent event) {
        // Counted by disposition in the totals.
    }

    @Override
    public void family(TruthFamily family) {
        families.add(family.nItems());
    }

    @Override
    public void cascade(TruthCascade cascade) {
        cascades.add(cascade.size());
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
        all.put("items_only_embedded", counts.onlyEmbedded());
        all.put("unmatched_removals", counts.unmatchedRemovals());
        all.put("files", counts.files());
        all.put("expected_episodes", episodes);
        all.put("families", families.asMap());
        all.put("cascades", cascades.asMap());
        Map<String, Object> byStratum = new LinkedHashMap<>();
        strata.forEach((name, stratum) -> {
            if (stratum.items > 0) {
                byStratum.put(name, stratum.asMap());
            }
        });
        all.put("true_by_stratum", byStratum);
        Map<String, Object> byLabel = new LinkedHashMap<>();
        labels.forEach((label, stratum) -> {
            if (stratum.items > 0) {
                byLabel.put(label, stratum.asMap());
            }
        });
        all.put("true_by_label", byLabel);
        if (!reform.equals(Reform.NONE)) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("on", reform.on().toString());
            change.put("before", aboutReform.get(false).asMap());
            change.put("after", aboutReform.get(true).asMap());
            all.put("reform", change);
        }
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

    /** The true values of measures, whatever was observed; only after the world has been written. */
    public List<TruthMeasure> measures() {
        List<TruthMeasure> measures = new ArrayList<>();
        strata.forEach((name, stratum) -> {
            if (stratum.items > 0) {
                String by = name.equals(ALL) ? ALL : name.contains("|") ? "platform,kind" : "platform";
                measures.addAll(stratum.measures(name.equals(SHARE) ? "kind" : by, name));
            }
        });
        return measures;
    }

    /** How many groups there are and how large they are. */
    private static final class Sizes {
        private long groups;
        private long members;
        private long largest;

        void add(long size) {
            groups++;
            members += size;
            largest = Math.max(largest, size);
        }

        Map<String, Long> asMap() {
            Map<String, Long> map = new LinkedHashMap<>();
            map.put("of_two_or_more", groups);
            map.put("items", members);
            map.put("largest", largest);
            return map;
        }
    }

    private static final class Stratum {
        private static final int MINUTES = 366 * 24 * 60;

        private final int[] goneInMinute = new int[MINUTES];
        private final long[] goneWithin = new long[DEADLINES_HOURS.length];
        private final long[] removedWithin = new long[DEADLINES_HOURS.length];
        private final Map<String, Long> byCause = new TreeMap<>();
        private long items;
        private long withText;

        void add(TruthItem item) {
            items++;
            withText += item.capturedVisible() ? 1 : 0;
            if (item.trueGoneAtUtc() == null) {
                return;
            }
            long ms = item.trueGoneAtUtc().toEpochMilli() - item.postedAtUtc().toEpochMilli();
            int minute = (int) Math.min(MINUTES - 1, (ms + 59_999) / 60_000);
            goneInMinute[minute]++;
            byCause.merge(item.trueCause(), 1L, Long::sum);
            for (int i = 0; i < DEADLINES_HOURS.length; i++) {
                if (ms <= DEADLINES_HOURS[i] * 3_600_000L) {
                    goneWithin[i]++;
                    removedWithin[i] += item.trueCause().equals(Cause.AUTHOR.id()) ? 0 : 1;
                }
            }
        }

        List<TruthMeasure> measures(String by, String name) {
            List<TruthMeasure> measures = new ArrayList<>();
            for (int i = 0; i < DEADLINES_HOURS.length; i++) {
                double hours = DEADLINES_HOURS[i];
                measures.add(
                        new TruthMeasure("gone.share_within", by, name, hours, goneWithin[i] / (double) items, items));
                measures.add(new TruthMeasure(
                        "removal.share_within", by, name, hours, removedWithin[i] / (double) items, items));
            }
            return measures;
        }

        Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("items", items);
            map.put("with_text", withText);
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
