// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.List;
import org.tilik.measure.removal.RemovalData;

/**
 * Items to be compared with those of other groups, under the name of their group.
 *
 * <p>Family numbers mean the same family in every group: hand over rows as they were read, not
 * {@linkplain RemovalData#collapsed() collapsed} group by group.
 */
public record Group(String name, RemovalData data) {

    /** Whether some group has a bracket. */
    static boolean anyBracket(List<Group> groups) {
        return groups.stream().anyMatch(group -> group.data.brackets() > 0);
    }

    /** Whether some item entered after time 0. */
    static boolean anyLateEntry(List<Group> groups) {
        for (Group group : groups) {
            for (int i = 0; i < group.data.size(); i++) {
                if (group.data.entry(i) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many groups have items under observation. */
    static int populated(List<Group> groups) {
        return (int) groups.stream().filter(group -> group.data.size() > 0).count();
    }
}
