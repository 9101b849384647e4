// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tilik.datasets.generate.TruthCascade;
import org.tilik.datasets.generate.TruthEpisode;
import org.tilik.datasets.generate.TruthEvent;
import org.tilik.datasets.generate.TruthFamily;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.datasets.generate.TruthMeasure;
import org.tilik.datasets.generate.TruthReject;

class SchemasTest {
    private static final Map<Class<?>, String> AVRO_TYPES = Map.of(
            String.class, "string",
            boolean.class, "boolean",
            int.class, "int",
            long.class, "long",
            Long.class, "long",
            double.class, "double",
            Double.class, "double");

    static List<Arguments> truthTables() {
        return List.of(
                Arguments.of("truth_events", TruthEvent.class),
                Arguments.of("truth_items", TruthItem.class),
                Arguments.of("truth_episodes", TruthEpisode.class),
                Arguments.of("truth_families", TruthFamily.class),
                Arguments.of("truth_cascades", TruthCascade.class),
                Arguments.of("truth_measures", TruthMeasure.class),
                Arguments.of("truth_rejects", TruthReject.class));
    }

    @ParameterizedTest
    @MethodSource("truthTables")
    void everyTruthTableHasTheColumnsAndTypesOfItsRecord(String table, Class<? extends Record> row) throws IOException {
        JsonNode fields = new ObjectMapper().readTree(Schemas.avro(table)).get("fields");

        List<String> names = new ArrayList<>();
        fields.forEach(field -> names.add(field.get("name").asText()));
        assertThat(names).isEqualTo(columns(row));
        for (int i = 0; i < fields.size(); i++) {
            JsonNode field = fields.get(i);
            assertThat(field.get("doc").asText()).as("doc of %s", field).isNotBlank();
            assertThat(field.get("unit").asText()).as("unit of %s", field).isIn("h", "UTC", "1", "none");
            JsonNode type = field.get("type").isArray() ? field.get("type").get(1) : field.get("type");
            Class<?> component = row.getRecordComponents()[i].getType();
            if (component == Instant.class) {
                assertThat(type.get("logicalType").asText()).isEqualTo("timestamp-micros");
            } else {
                assertThat(type.asText()).as("type of %s", field).isEqualTo(AVRO_TYPES.get(component));
            }
        }
    }

    private static List<String> columns(Class<? extends Record> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void theMetricRegistryIsOnTheClassPathAndDefinesEveryMetricInUse() {
        assertThat(Schemas.metrics())
                .contains(
                        "id: gone.median_hours",
                        "id: gone.quantile_hours",
                        "id: gone.share_within\n",
                        "id: gone.share_within_given_captured",
                        "id: gone.rmst_hours",
                        "id: removal.share_within",
                        "id: referral.answered_share_within",
                        "id: referral.removed_share_within",
                        "id: referral.rejected_share_within",
                        "id: referral.pending_share_within",
                        "id: family.copies_mean_within",
                        "id: family.reupload_share_within",
                        "id: family.reuploads_mean_within",
                        "id: family.visible_hours_mean",
                        "id: family.last_copy_gone_share_within",
                        "id: family.platforms_cleared_share_within",
                        "id: family.gone_lag_share_within",
                        "id: removal.view_weighted_share_within",
                        "id: exposure.half_life_hours",
                        "id: exposure.violative_view_rate",
                        "id: visible.share_at",
                        "id: restoration.share_within\n",
                        "id: restoration.share_within_given_noticed",
                        "id: account.gone_share_within",
                        "id: withheld.share_within",
                        "id: ledger.upload_block_share",
                        "id: ledger.proactive_share");
    }

    @Test
    void anUnknownTableIsNamedInTheError() {
        assertThatThrownBy(() -> Schemas.avro("no_such_table"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no_such_table.avsc");
    }
}
