// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the truth of a small world in memory. */
final class RecordedTruth implements TruthSink {
    final Map<String, TruthItem> items = new LinkedHashMap<>();
    final List<TruthEpisode> episodes = new ArrayList<>();
    final List<TruthEvent> events = new ArrayList<>();
    final List<TruthFamily> families = new ArrayList<>();
    final List<TruthCascade> cascades = new ArrayList<>();
    final List<TruthReject> rejects = new ArrayList<>();
    TruthCounts counts;

    @Override
    public void event(TruthEvent event) {
        events.add(event);
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
        items.put(item.itemId(), item);
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
}
