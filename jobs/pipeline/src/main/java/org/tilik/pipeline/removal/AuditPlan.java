// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import org.tilik.measure.policy.audit.CodedClass;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.audit.AuditFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;

/**
 * How the errors of a classifier that selects what is measured are corrected.
 *
 * @param audit items that people coded
 * @param tracked classes that the study tracks by label; empty where no classifier selects
 */
public record AuditPlan(AuditCodes audit, Set<CodedClass> tracked) implements Serializable {

    /** Keeps its own copy. */
    public AuditPlan {
        tracked = tracked.isEmpty() ? EnumSet.noneOf(CodedClass.class) : EnumSet.copyOf(tracked);
    }

    /** The plan of a run. */
    public static AuditPlan of(Run run) {
        Study.Track track = run.study().track();
        EnumSet<CodedClass> tracked = EnumSet.noneOf(CodedClass.class);
        if (!track.all()) {
            track.labels()
                    .keySet()
                    .forEach(label -> tracked.add(CodedClass.byId(label)
                            .orElseThrow(() -> new IllegalStateException("Coders have no label " + label + "."))));
        }
        return new AuditPlan(AuditFile.of(run), tracked);
    }

    /** Whether there is something to correct, and an audit to do it by. */
    boolean corrects() {
        return audit.isUsable() && !tracked.isEmpty();
    }

    /** Whether coders say that this item is what the study tracks. */
    boolean isTracked(int number) {
        CodedClass label = audit.items().get(number).label();
        return label != null && tracked.contains(label);
    }
}
