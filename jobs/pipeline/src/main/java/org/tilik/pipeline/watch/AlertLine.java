// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tilik.measure.incident.Alert;
import org.tilik.measure.incident.Trigger;

/**
 * What is told of an incident as soon as it is seen: one line of JSON, restricted, since it names items by their pseudonyms.
 *
 * @param alert what is new: opened, new_platform, new_peak, closed
 * @param contentKind by what the copies are the same: share, media_hash, known_url, text
 * @param content key of the content
 * @param firstItemKey its earliest item so far
 * @param openedAt first hour of alarm, UTC
 * @param hour hour that gave rise to the line, UTC
 * @param triggers what raised the alarm
 * @param platforms platforms with copies in the incident so far
 * @param peakCopiesPerHour most copies in one hour of the incident so far
 * @param copies items with the content so far
 * @param visibleCopies those not known to be gone
 * @param removedShare share of the copies that are removed, in [0, 1]
 * @param surprise −log10 of the probability of so many copies, null where the alarm is no burst
 */
@JsonPropertyOrder({
    "alert",
    "content_kind",
    "content",
    "first_item_key",
    "opened_at",
    "hour",
    "triggers",
    "platforms",
    "peak_copies_per_hour",
    "copies",
    "visible_copies",
    "removed_share",
    "surprise"
})
public record AlertLine(
        String alert,
        @JsonProperty("content_kind") String contentKind,
        String content,
        @JsonProperty("first_item_key") String firstItemKey,
        @JsonProperty("opened_at") String openedAt,
        String hour,
        List<String> triggers,
        List<String> platforms,
        @JsonProperty("peak_copies_per_hour") long peakCopiesPerHour,
        long copies,
        @JsonProperty("visible_copies") long visibleCopies,
        @JsonProperty("removed_share") double removedShare,
        Double surprise) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static AlertLine of(Alert alert, String code, FollowedContent content) {
        return new AlertLine(
                alert.kind().name().toLowerCase(Locale.ROOT),
                FollowedBy.kind(code),
                FollowedBy.key(code),
                content.firstItemKey(),
                utc(alert.openedHour()),
                utc(alert.hour()),
                alert.triggers().stream().map(Trigger::id).toList(),
                List.copyOf(alert.platforms()),
                alert.peakCopiesPerHour(),
                content.copies(),
                content.copies() - content.gone(),
                content.copies() == 0 ? 0 : (double) content.removed() / content.copies(),
                Double.isNaN(alert.surprise()) ? null : (Double) alert.surprise());
    }

    private static String utc(long hour) {
        return Instant.EPOCH.plus(Duration.ofHours(hour)).toString();
    }

    /** The line of this JSON. */
    public static AlertLine parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, AlertLine.class);
    }

    /** As JSON, without a line break. */
    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of texts and numbers cannot be written as JSON.", e);
        }
    }

    /** As a sentence for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s  %s %s: %,d copies, %,d visible, %.0f %% removed; at most %,d an hour; on %s; since %s%s",
                alert.toUpperCase(Locale.ROOT).replace('_', ' '),
                contentKind,
                content.substring(0, 8),
                copies,
                visibleCopies,
                100 * removedShare,
                peakCopiesPerHour,
                String.join(", ", platforms),
                openedAt,
                triggers.isEmpty() ? "" : " (" + String.join(", ", triggers) + ")");
    }
}
