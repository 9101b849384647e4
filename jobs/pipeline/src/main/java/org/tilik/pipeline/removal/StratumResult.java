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
    /** Items whose visibility was followed and that people coded. */
    static final String AUDITED = "audited";
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
                    "measures", Types.LIST(RowType.of(Table.REMOVAL_MEASURES)),
                    "isFromStart", Types.BOOLEAN,
                    "predictiveValue", Types.DOUBLE,
                    "predictiveValueLow", Types.DOUBLE));

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
    /** Whether all items were watched from the start of their clock; false where that was not asked. */
    public boolean isFromStart;
    /** Which share of the measured items coders say is what the study tracks; null where too few were coded. */
    public Double predictiveValue;
    /** Low end of its interval. */
    public Double predictiveValueLow;

    /** The same result, to be kept where Flink reuses objects. */
    StratumResult copy() {
        StratumResult copy = new StratumResult();
        copy.population = population;
        copy.stratum = stratum;
        copy.items = items;
        copy.enoughAccounts = enoughAccounts;
        copy.curve = List.copyOf(curve);
        copy.measures = List.copyOf(measures);
        copy.isFromStart = isFromStart;
        copy.predictiveValue = predictiveValue;
        copy.predictiveValueLow = predictiveValueLow;
        return copy;
    }

    /** The stratum. */
    public Stratum key() {
        return Stratum.ofLabel(stratum);
    }
}
