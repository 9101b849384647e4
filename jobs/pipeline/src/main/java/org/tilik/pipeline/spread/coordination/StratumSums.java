// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** Part of what a row of coordination adds up. Flink needs it mutable, with public fields. */
public final class StratumSums {
    /** How sums travel between operators. */
    static final TypeInformation<StratumSums> TYPE = Types.POJO(StratumSums.class);

    /** Stands for all windows. */
    static final int EVERY_WINDOW = -1;

    public String stratum;
    public int window;
    public long sampled;
    public long items;
    public long accounts;
    public long objects;
    public long crowded;
    public long pairs;
    public long gapMicros;
    public long linkedAccounts;
    public long links;
    public double threshold = Double.NaN;
    public long linksOver;
    public long components;
    public long largest;

    static StratumSums of(String stratum, int window) {
        StratumSums sums = new StratumSums();
        sums.stratum = stratum;
        sums.window = window;
        return sums;
    }

    /** Adds what another task has, which had other items, contents or networks. */
    void add(StratumSums other) {
        sampled += other.sampled;
        items += other.items;
        accounts += other.accounts;
        objects += other.objects;
        crowded += other.crowded;
        pairs += other.pairs;
        gapMicros += other.gapMicros;
        linkedAccounts += other.linkedAccounts;
        links += other.links;
        threshold = Double.isNaN(other.threshold) ? threshold : other.threshold;
        linksOver += other.linksOver;
        components += other.components;
        largest = Math.max(largest, other.largest);
    }
}
