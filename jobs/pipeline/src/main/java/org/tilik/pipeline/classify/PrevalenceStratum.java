// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** How many items of one stratum have which label, in one task or in all. Flink needs it mutable, with public fields. */
public final class PrevalenceStratum {
    static final TypeInformation<PrevalenceStratum> TYPE = Types.POJO(
            PrevalenceStratum.class,
            Map.of(
                    "stratum", Types.STRING,
                    "items", Types.LONG,
                    "scored", Types.LONG,
                    "labelled", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO,
                    "accounts", Types.LIST(Types.STRING),
                    "audited", Types.LIST(Types.LONG)));

    /** Label of the stratum. */
    public String stratum;
    /** All items. */
    public long items;
    /** Those whose text was scored. */
    public long scored;
    /** Of these, how many each of the counted labels has. */
    public long[] labelled;
    /** Some of the accounts of scored items, all of them where they are fewer than k. */
    public List<String> accounts = new ArrayList<>();

    /** Scored items of the audit: number of the item · 2^32 + bits of the counted labels that the model gives it. */
    public List<Long> audited = new ArrayList<>();

    /** Adds what another task counted of the same stratum. */
    void add(PrevalenceStratum other, int k) {
        items += other.items;
        scored += other.scored;
        for (int i = 0; i < labelled.length; i++) {
            labelled[i] += other.labelled[i];
        }
        audited.addAll(other.audited);
        TreeSet<String> both = new TreeSet<>(accounts);
        both.addAll(other.accounts);
        accounts = new ArrayList<>(both.stream().limit(k).toList());
    }
}
