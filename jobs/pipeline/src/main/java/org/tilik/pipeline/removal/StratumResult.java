// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/** What one stratum has to say in the release tables, before it is decided what may be published. */
public final class StratumResult {
    /** Items whose visibility was followed. */
    static final String FOLLOWED = "followed";
    /** Copies of one content together. */
    static final String FAMILIES = "families";
    /** Items that were referred to the platform. */
    static final String REFERRED = "referred";
    /** Items whose views were counted. */
    static final String VIEWED = "viewed";
    /** Items whose views were counted, tracked or not. */
    static final String SAMPLED = "sampled";
    /** Items that were removed. */
    static final String REMOVED = "removed";
    /** Items whose visibility was followed, also after they were first gone. */
    static final String VISIBLE = "visible";
    /** Accounts that posted tracked items. */
    static final String ACCOUNTS = "accounts";

    /** How results travel between operators. */
    public static final TypeInformation<StratumResult> TYPE = Types.POJO(
            StratumResult.class,
            Map.of(
                    "population", Types.STRING,
                    "stratum", Types.STRING,
                    "items", Types.LONG,
                    "enoughAccounts", Types.BOOLEAN,
                    "curve", Types.LIST(RowType.of(Table.REMOVAL_CURVES)),
                    "measures", Types.LIST(RowType.of(Table.REMOVAL_MEASURES))));

    /** Which items of the stratum the numbers are about; results are held back by population. */
    public String population;
    /** {@link Stratum#label()}. */
    public String stratum;
    /** Items of the population. */
    public long items;

    public boolean enoughAccounts;
    /** Curve on the grid; empty where the population has none. */
    public List<RemovalCurveRow> curve;

    public List<RemovalMeasureRow> measures;

    /** The same result, to be kept where Flink reuses objects. */
    StratumResult copy() {
        StratumResult copy = new StratumResult();
        copy.population = population;
        copy.stratum = stratum;
        copy.items = items;
        copy.enoughAccounts = enoughAccounts;
        copy.curve = List.copyOf(curve);
        copy.measures = List.copyOf(measures);
        return copy;
    }

    /** The stratum. */
    public Stratum key() {
        return Stratum.ofLabel(stratum);
    }
}
