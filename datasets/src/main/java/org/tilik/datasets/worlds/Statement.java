// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One fictional statement of reasons and what truly happened.
 *
 * @param uuid the ledger's id of it
 * @param platform name of the platform
 * @param category the ground
 * @param keyword a finer word for it; null for none
 * @param source what made the platform look
 * @param detection {@code Yes} or {@code No}: whether a machine found it
 * @param automation how much of the decision a machine made
 * @param visibility what was decided
 * @param contentAt when the content was posted; of which the ledger states the day
 * @param actedAt when it was acted on; of which the ledger states the day
 * @param filedAt when the statement was filed
 */
public record Statement(
        String uuid,
        String platform,
        String category,
        String keyword,
        String source,
        String detection,
        String automation,
        String visibility,
        Instant contentAt,
        Instant actedAt,
        Instant filedAt) {
    /** Names of the cells of a row, as the database's full dumps of 2025 have them. */
    public static final String HEADER = "uuid,decision_visibility,decision_visibility_other,"
            + "end_date_visibility_restriction,decision_monetary,decision_monetary_other,end_date_monetary_restriction,"
            + "decision_provision,end_date_service_restriction,decision_account,end_date_account_restriction,account_type,"
            + "decision_ground,decision_ground_reference_url,illegal_content_legal_ground,illegal_content_explanation,"
            + "incompatible_content_ground,incompatible_content_explanation,incompatible_content_illegal,category,"
            + "category_addition,category_specification,category_specification_other,content_type,content_type_other,"
            + "content_language,content_date,content_id_ean,territorial_scope,application_date,decision_facts,source_type,"
            + "source_identity,automated_detection,automated_decision,platform_name,platform_uid,created_at";

    private static final String TERRITORIES = list(List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"));
    private static final String FACTS = "\"The decision was taken after a review of the content, the account's earlier"
            + " violations and what others said of it, \"\"sim\"\" being no real case, in a text as long as those of"
            + " platforms often are, which nobody reads and which says the same of every statement of its kind.\"";
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MIDNIGHT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd 00:00:00").withZone(ZoneOffset.UTC);

    private static String list(List<String> words) {
        return "\"[\"\"" + String.join("\"\",\"\"", words) + "\"\"]\"";
    }

    /** The row of CSV that states it, without line end. */
    public String row() {
        return String.join(
                ",",
                uuid(),
                list(List.of(visibility())),
                ",,,,,,,,,,DECISION_GROUND_INCOMPATIBLE_CONTENT,,,,\"House rules\",\"It is against the rules.\",No",
                category(),
                "",
                keyword() == null ? "" : list(List.of(keyword())),
                ",\"[\"\"CONTENT_TYPE_TEXT\"\"]\",,",
                '"' + MIDNIGHT.format(contentAt()) + '"',
                "",
                TERRITORIES,
                '"' + MIDNIGHT.format(actedAt()) + '"',
                FACTS,
                source(),
                "",
                detection(),
                automation(),
                '"' + platform() + '"',
                "sim-" + uuid(),
                '"' + SECOND.format(filedAt()) + '"');
    }
}
