// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tilik.measure.policy.audit.CodedClass;
import org.tilik.measure.policy.audit.MajorityLabel;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyPaths;

/**
 * Reads the audit of a study: the sheet of {@link AuditSheet} as coders returned it, one row for each item and coder, as
 * CSV or workbook. Columns {@code item_key, label, coder, inclusion_probability, stratum} are used, others are not looked
 * at; a row without a label says that the item was drawn and not coded.
 */
public final class AuditFile {

    private AuditFile() {}

    /** The audit of a run's study; {@link AuditCodes#NONE} where it names none. */
    public static AuditCodes of(Run run) {
        return run.study().audit() == null
                ? AuditCodes.NONE
                : read(StudyPaths.display(run.resolve(run.study().audit())));
    }

    /**
     * The items of this file.
     *
     * @throws RunError naming file, row, what was found and what was expected
     */
    public static AuditCodes read(String file) {
        List<CodedFile.Coding> rows = CodedFile.rows(file);
        Map<String, List<CodedFile.Coding>> byItem = rows.stream()
                .collect(Collectors.groupingBy(CodedFile.Coding::itemKey, TreeMap::new, Collectors.toList()));
        List<AuditCode> codes = new ArrayList<>();
        byItem.values().forEach(item -> codes.add(code(item)));
        if (rows.isEmpty()) {
            throw RunError.study(
                    file + " holds no row. Expected the coded sheet of \"tilik audit-sample\"; leave the key"
                            + " audit out of the study if there is none.");
        }
        long without = codes.stream()
                .filter(code -> Double.isNaN(code.inclusionProbability()))
                .count();
        if (without > 0 && without < codes.size()) {
            throw RunError.study(
                    file + ": " + without + " of " + codes.size() + " items have no inclusion_probability."
                            + " Expected one for each, as in the sheet that was handed out; without any, nothing is corrected.");
        }
        return new AuditCodes(codes);
    }

    private static AuditCode code(List<CodedFile.Coding> rows) {
        CodedFile.Coding first = rows.get(0);
        double probability = probability(first);
        Map<String, CodedClass> byCoder = new TreeMap<>();
        for (CodedFile.Coding row : rows) {
            if (!first.stratum().equals(row.stratum()) || Double.compare(probability, probability(row)) != 0) {
                throw error(
                        row,
                        "the item has stratum \"" + row.stratum() + "\" and inclusion_probability \""
                                + row.inclusionProbability() + "\", but in row " + first.row() + " \"" + first.stratum()
                                + "\" and \"" + first.inclusionProbability()
                                + "\". These columns must come back unchanged from every coder");
            }
            if (!row.label().isEmpty()) {
                CodedClass label = label(row);
                CodedClass before = byCoder.put(row.coder(), label);
                if (before != null && before != label) {
                    throw error(
                            row,
                            "coder " + row.coder() + " calls the item " + label.id() + " here and " + before.id()
                                    + " in another row. Expected one label from each coder");
                }
            }
        }
        MajorityLabel majority = MajorityLabel.of(byCoder.values());
        return new AuditCode(first.itemKey(), first.stratum(), probability, majority.label(), majority.coders());
    }

    private static CodedClass label(CodedFile.Coding row) {
        return CodedClass.byId(row.label())
                .orElseThrow(() -> error(
                        row,
                        "the label is \"" + row.label() + "\". Expected one of "
                                + Arrays.stream(CodedClass.values())
                                        .map(CodedClass::id)
                                        .collect(Collectors.joining(", "))));
    }

    private static double probability(CodedFile.Coding row) {
        String cell = row.inclusionProbability();
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        try {
            // Spreadsheets of some countries write a comma where the sheet had a point.
            double probability = Double.parseDouble(cell.replace(',', '.'));
            if (probability > 0 && probability <= 1) {
                return probability;
            }
        } catch (NumberFormatException e) {
            throw RunError.study(message(row, notAProbability(cell)), e);
        }
        throw error(row, notAProbability(cell));
    }

    private static String notAProbability(String cell) {
        return "inclusion_probability is \"" + cell
                + "\". Expected a number above 0 and at most 1, as in the sheet that" + " was handed out";
    }

    private static RunError error(CodedFile.Coding row, String what) {
        return RunError.study(message(row, what));
    }

    private static String message(CodedFile.Coding row, String what) {
        return row.file() + ", row " + row.row() + ": " + what + ".";
    }
}
