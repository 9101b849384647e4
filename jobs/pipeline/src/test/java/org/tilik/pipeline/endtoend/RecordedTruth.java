// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import java.util.ArrayList;
import java.util.List;
import org.tilik.datasets.generate.TruthCascade;
import org.tilik.datasets.generate.TruthCounts;
import org.tilik.datasets.generate.TruthEpisode;
import org.tilik.datasets.generate.TruthEvent;
import org.tilik.datasets.generate.TruthFamily;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.datasets.generate.TruthReject;
import org.tilik.datasets.generate.TruthSink;

/** Keeps the truth of a small world in memory. */
final class RecordedTruth implements TruthSink {
    private final List<TruthItem> items = new ArrayList<>();
    private final List<TruthEpisode> episodes = new ArrayList<>();
    private final List<TruthReject> rejects = new ArrayList<>();
    private final List<TruthCascade> cascades = new ArrayList<>();
    private final List<TruthFamily> families = new ArrayList<>();
    private TruthCounts counts;

    @Override
    public void event(TruthEvent event) {
        // Their sums are in the counts.
    }

    @Override
    public void family(TruthFamily family) {
        families.add(family);
    }

    @Override
    public void cascade(TruthCascade cascade) {
        cascades.add(cascade);
    }

    @Override
    public void item(TruthItem item) {
        items.add(item);
    }

    @Override
    public void episode(TruthEpisode episode) {
        episodes.add(episode);
    }

    @Override
    public void reject(TruthReject reject) {
        rejects.add(reject);
    }

    @Override
    public void finished(TruthCounts finished) {
        counts = finished;
    }

    List<TruthItem> items() {
        return items;
    }

    List<TruthEpisode> episodes() {
        return episodes;
    }

    List<TruthReject> rejects() {
        return rejects;
    }

    List<TruthFamily> families() {
        return families;
    }

    List<TruthCascade> cascades() {
        return cascades;
    }

    TruthCounts counts() {
        return counts;
    }
}
