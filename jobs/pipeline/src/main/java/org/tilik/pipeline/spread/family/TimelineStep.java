// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.strata.Stratum;

/**
 * Counts of copies at the end of some hours or days.
 *
 * @param start first hour, since 1970
 * @param buckets number of hours or days
 * @param fresh copies posted within
 * @param posted copies posted until the end
 * @param visible of these, known to be visible
 * @param gone of these, known to be gone
 * @param removed of these, known to be removed by then
 * @param maybeRemoved of these, that may be removed by then
 * @param removedWithin copies removed within; null where it is not known
 * @param viewed of those posted, whose views somebody counted
 * @param viewsLower least views of those posted
 * @param unbounded of those posted, without a most
 * @param viewsUpper most views of the others
 */
record TimelineStep(
        long start,
        long buckets,
        long fresh,
        long posted,
        long visible,
        long gone,
        long removed,
        long maybeRemoved,
        Long removedWithin,
        long viewed,
        long viewsLower,
        long unbounded,
        long viewsUpper) {

    /** Before anything was posted. */
    static final TimelineStep START = new TimelineStep(0, 0, 0, 0, 0, 0, 0, 0, 0L, 0, 0, 0, 0);

    /** The step that follows when this much changes. */
    TimelineStep then(HourlyChange change, long from, long width) {
        long removedNow = removed + change.removed;
        long maybeNow = maybeRemoved + change.maybeRemoved;
        boolean known = removed == maybeRemoved && removedNow == maybeNow;
        return new TimelineStep(
                from,
                width,
                change.posted,
                posted + change.posted,
                visible + change.visible,
                gone + change.gone,
                removedNow,
                maybeNow,
                known ? (Long) change.removed : null,
                viewed + change.viewed,
                viewsLower + change.viewsLower,
                unbounded + change.unbounded,
                viewsUpper + change.viewsUpper);
    }

    /** The row of a family. */
    SpreadTimelineRow ofFamily(String familyId, Bucket bucket, String runId) {
        return row(familyId, null, null, bucket, runId);
    }

    /** The row of a stratum. */
    SpreadTimelineRow ofStratum(Stratum stratum, Bucket bucket, String runId) {
        return row(null, stratum.by(), stratum.value(), bucket, runId);
    }

    private SpreadTimelineRow row(String familyId, String by, String stratum, Bucket bucket, String runId) {
        long most = posted - gone;
        return new SpreadTimelineRow(
                familyId,
                by,
                stratum,
                bucket.id(),
                Instant.ofEpochSecond(TimeUnit.HOURS.toSeconds(start)),
                buckets,
                fresh,
                posted,
                visible == most ? (Long) visible : null,
                visible,
                most,
                removedWithin,
                removed,
                maybeRemoved,
                viewed > 0 ? (Long) viewsLower : null,
                unbounded == 0 ? (Long) viewsUpper : null,
                runId);
    }
}
