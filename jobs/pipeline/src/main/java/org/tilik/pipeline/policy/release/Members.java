// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.release;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple5;

/**
 * What belongs to one key, such as a stratum, until all of it is there and it can be measured.
 *
 * @param <T> what is known of a member
 * @param <R> the row
 */
public interface Members<T, R extends Record> {
    /** Takes in one member; what it is handed may be overwritten afterwards. */
    void add(T member);

    /** What they have to say, as {@link Parts#of} makes it. */
    List<Tuple5<String, String, Long, Boolean, List<R>>> parts();

    /**
     * Begins without members.
     *
     * @param <T> what is known of a member
     * @param <R> the row
     */
    @FunctionalInterface
    interface Factory<T, R extends Record> extends Serializable {
        /** Nobody yet under this key. */
        Members<T, R> of(String key);
    }
}
