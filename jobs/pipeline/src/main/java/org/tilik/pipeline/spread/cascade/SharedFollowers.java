// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The follower lists that tasks of one job share: read once for each class loader of a job, that is once on every
 * TaskManager, however many slots it has. An embedded job has the class loader of the program; there the lists of one run
 * take the place of those of the run before.
 */
final class SharedFollowers {
    private static final Map<String, Followers> BY_ID = new ConcurrentHashMap<>();

    private SharedFollowers() {}

    /** What this source names, read by the first who asks while the others wait. */
    static Followers get(FollowerSource source) throws IOException {
        BY_ID.keySet().retainAll(Set.of(source.id()));
        try {
            return BY_ID.computeIfAbsent(source.id(), id -> open(source));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Followers open(FollowerSource source) {
        try {
            return source.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
