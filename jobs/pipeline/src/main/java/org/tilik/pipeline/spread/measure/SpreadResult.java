// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/** What one stratum has to say in the release tables, before it is decided what may be published. */
public final class SpreadResult {
    /** Copies one by one. */
    static final String COPIES = "copies";
    /** Accounts and families that made them. */
    static final String SOURCES = "sources";
    /** Contents with two copies and more. */
    static final String FAMILIES = "families";
    /** Trees of shares, quotes and replies. */
    static final String CASCADES = "cascades";

    /** How results travel between operators. */
    static final TypeInformation<SpreadResult> TYPE = Types.POJO(
            SpreadResult.class,
            Map.of(
                    "population", Types.STRING,
                    "stratum", Types.STRING,
                    "items", Types.LONG,
                    "enoughAccounts", Types.BOOLEAN,
                    "measures", Types.LIST(RowType.of(Table.SPREAD_MEASURES)),
                    "timeline", Types.LIST(RowType.of(Table.SPREAD_TIMELINE))));

    /** What of the stratum the numbers are about; results are held back by population. */
    public String population;
    /** {@link Stratum#label()}. */
    public String stratum;
    /** Items behind the numbers. */
    public long items;

    public boolean enoughAccounts;
    public List<SpreadMeasureRow> measures;
    /** Empty where the population has none. */
    public List<SpreadTimelineRow> timeline;

    /** A result without a timeline. */
    static SpreadResult of(
            String population, Stratum stratum, long items, boolean enoughAccounts, List<SpreadMeasureRow> measures) {
        SpreadResult result = new SpreadResult();
        result.population = population;
        result.stratum = stratum.label();
        result.items = items;
        result.enoughAccounts = enoughAccounts;
        result.measures = measures;
        result.timeline = List.of();
        return result;
    }

    /** The same result, to be kept where Flink reuses objects. */
    SpreadResult copy() {
        SpreadResult copy = new SpreadResult();
        copy.population = population;
        copy.stratum = stratum;
        copy.items = items;
        copy.enoughAccounts = enoughAccounts;
        copy.measures = List.copyOf(measures);
        copy.timeline = List.copyOf(timeline);
        return copy;
    }

    /** The stratum. */
    Stratum key() {
        return Stratum.ofLabel(stratum);
    }
}
