// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.Serializable;
import java.util.List;
import org.tilik.model.table.CaptureRow;
import org.tilik.model.table.CascadeEdgeRow;
import org.tilik.model.table.CascadeRow;
import org.tilik.model.table.ComplianceRow;
import org.tilik.model.table.CoordinatedPairRow;
import org.tilik.model.table.CoordinationRow;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.model.table.CounterfactualRow;
import org.tilik.model.table.CoverageRow;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.FamilyMemberRow;
import org.tilik.model.table.FamilyRow;
import org.tilik.model.table.IncidentRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.model.table.LedgerEntryRow;
import org.tilik.model.table.LedgerMeasureRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.model.table.OverRemovalRow;
import org.tilik.model.table.PlaceLookRow;
import org.tilik.model.table.PlatformJumpRow;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.model.table.RejectRow;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.model.table.SpreadTimelineRow;

/**
 * One kind of table: its name, its row class and (read when first needed) its schema.
 *
 * @param name name of the schema in {@code datasets/schemas}
 * @param rowClass record class of its rows
 * @param <R> the row
 */
public record Table<R extends Record>(String name, Class<R> rowClass) implements Serializable {
    public static final Table<CaptureRow> CAPTURES = new Table<>("captures", CaptureRow.class);
    public static final Table<LedgerEntryRow> LEDGER_ENTRIES = new Table<>("ledger_entries", LedgerEntryRow.class);
    public static final Table<PlaceLookRow> PLACE_LOOKS = new Table<>("place_looks", PlaceLookRow.class);
    public static final Table<ItemRow> ITEMS = new Table<>("items", ItemRow.class);
    public static final Table<ObservationRow> OBSERVATIONS = new Table<>("observations", ObservationRow.class);
    public static final Table<LedgerCountRow> LEDGER_COUNTS = new Table<>("ledger_counts", LedgerCountRow.class);
    public static final Table<CoverageRow> COVERAGE = new Table<>("coverage", CoverageRow.class);
    public static final Table<RejectRow> REJECTS = new Table<>("rejects", RejectRow.class);
    public static final Table<LabelRow> LABELS = new Table<>("labels", LabelRow.class);
    public static final Table<FamilyMemberRow> FAMILY_MEMBERS = new Table<>("family_members", FamilyMemberRow.class);
    public static final Table<PrevalenceRow> PREVALENCE = new Table<>("prevalence", PrevalenceRow.class);
    public static final Table<CascadeEdgeRow> CASCADE_EDGES = new Table<>("cascade_edges", CascadeEdgeRow.class);
    public static final Table<CascadeRow> CASCADES = new Table<>("cascades", CascadeRow.class);
    public static final Table<FamilyRow> FAMILIES = new Table<>("families", FamilyRow.class);
    public static final Table<SpreadTimelineRow> SPREAD_TIMELINE =
            new Table<>("spread_timeline", SpreadTimelineRow.class);
    public static final Table<SpreadMeasureRow> SPREAD_MEASURES =
            new Table<>("spread_measures", SpreadMeasureRow.class);
    public static final Table<PlatformJumpRow> PLATFORM_JUMPS = new Table<>("platform_jumps", PlatformJumpRow.class);
    public static final Table<CoordinatedPairRow> COORDINATED_PAIRS =
            new Table<>("coordinated_pairs", CoordinatedPairRow.class);
    public static final Table<CoordinationRow> COORDINATION = new Table<>("coordination", CoordinationRow.class);
    public static final Table<EpisodeRow> EPISODES = new Table<>("episodes", EpisodeRow.class);
    public static final Table<RemovalCurveRow> REMOVAL_CURVES = new Table<>("removal_curves", RemovalCurveRow.class);
    public static final Table<RemovalMeasureRow> REMOVAL_MEASURES =
            new Table<>("removal_measures", RemovalMeasureRow.class);
    public static final Table<LedgerMeasureRow> LEDGER_MEASURES =
            new Table<>("ledger_measures", LedgerMeasureRow.class);
    public static final Table<ComplianceRow> COMPLIANCE = new Table<>("compliance", ComplianceRow.class);
    public static final Table<PolicyChangeRow> POLICY_CHANGES = new Table<>("policy_changes", PolicyChangeRow.class);
    public static final Table<CounterfactualRow> COUNTERFACTUALS =
            new Table<>("counterfactuals", CounterfactualRow.class);
    public static final Table<OverRemovalRow> OVER_REMOVAL = new Table<>("over_removal", OverRemovalRow.class);
    public static final Table<CounterSpeechRow> COUNTER_SPEECH = new Table<>("counter_speech", CounterSpeechRow.class);

    public static final Table<IncidentRow> INCIDENTS = new Table<>("incidents", IncidentRow.class);

    /** Every table, in the order of the data flow; a run writes all of them but incidents, which are looked for apart. */
    public static List<Table<?>> all() {
        return List.of(
                CAPTURES,
                LEDGER_ENTRIES,
                PLACE_LOOKS,
                ITEMS,
                OBSERVATIONS,
                LEDGER_COUNTS,
                COVERAGE,
                REJECTS,
                LABELS,
                FAMILY_MEMBERS,
                PREVALENCE,
                CASCADE_EDGES,
                CASCADES,
                FAMILIES,
                SPREAD_TIMELINE,
                SPREAD_MEASURES,
                PLATFORM_JUMPS,
                COORDINATED_PAIRS,
                COORDINATION,
                EPISODES,
                REMOVAL_CURVES,
                REMOVAL_MEASURES,
                LEDGER_MEASURES,
                COMPLIANCE,
                POLICY_CHANGES,
                COUNTERFACTUALS,
                OVER_REMOVAL,
                COUNTER_SPEECH,
                INCIDENTS);
    }

    /** The table's schema. */
    public TableSchema schema() {
        return TableSchema.load(name);
    }

    /** The binary form of its rows. */
    public RowBytes<R> bytes() {
        return new RowBytes<>(RowColumns.of(schema(), rowClass));
    }

    RowCodec<R> codec() {
        return new RowCodec<>(schema(), rowClass);
    }
}
