// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.policy;

import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tilik.formats.StudyInputException;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.ListRows;

/**
 * The dated events about which policy measures speak, as in {@code datasets/policy/timeline.csv}.
 *
 * @param events in order of date, then of id
 */
public record PolicyTimeline(List<PolicyEvent> events) implements Serializable {
    private static final String[] COLUMNS = {
        "event_id",
        "on",
        "precision",
        "until",
        "kind",
        "jurisdiction",
        "instrument",
        "title",
        "deadline_hours",
        "clock",
        "platforms",
        "by_signature",
        "measure",
        "legal_basis",
        "exclude_from",
        "exclude_until",
        "anticipation_weeks",
        "checked",
        "source"
    };
    private static final Set<String> CLOCKS = Set.of("posted", "first_seen", "reported", "referred", "ordered");
    private static final String ID = "[a-z0-9][a-z0-9._-]*";

    /** Keeps its own copy. */
    public PolicyTimeline {
        events = List.copyOf(events);
    }

    /**
     * Reads a timeline.
     *
     * @param file its path, for messages
     * @throws StudyInputException naming file, row and what was expected
     */
    public static PolicyTimeline read(InputStream in, String file) {
        PolicyRows rows = new PolicyRows(new ListRows(file));
        List<PolicyEvent> events = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        rows.read(in, COLUMNS, (row, number) -> {
            PolicyEvent event = event(rows, row, number);
            if (!ids.add(event.id())) {
                throw rows.fault(number, "repeats the event_id " + event.id() + "; each event has its own");
            }
            events.add(event);
        });
        events.sort(Comparator.comparing(PolicyEvent::on).thenComparing(PolicyEvent::id));
        return new PolicyTimeline(events);
    }

    private static PolicyEvent event(PolicyRows rows, CsvRow row, long number) {
        String id = rows.text(row, "event_id", number);
        if (!id.matches(ID)) {
            throw rows.fault(
                    number,
                    "has the event_id \"" + id + "\"; expected small letters, digits, dots, dashes and underscores");
        }
        String kind = rows.text(row, "kind", number);
        EventType type = EventType.of(kind)
                .orElseThrow(() -> rows.fault(
                        number, "has the unknown kind \"" + kind + "\"; expected one of " + EventType.names()));
        String clock = row.get("clock");
        if (clock != null && !CLOCKS.contains(clock)) {
            throw rows.fault(
                    number,
                    "has the unknown clock \"" + clock
                            + "\"; expected posted, first_seen, reported, referred, ordered or nothing");
        }
        Double deadline = rows.numberOrNull(row, "deadline_hours", number);
        if (deadline != null && clock == null) {
            throw rows.fault(number, "has deadline_hours but no clock from which they count");
        }
        PolicyEvent event = new PolicyEvent(
                id,
                rows.date(row, "on", number),
                rows.oneOf(row, "precision", number, "day", "month").equals("month"),
                rows.dateOrNull(row, "until", number),
                type,
                rows.several(row, "jurisdiction"),
                row.get("instrument"),
                rows.text(row, "title", number),
                deadline,
                clock,
                rows.platforms(row, "platforms", number),
                rows.oneOf(row, "by_signature", number, "true", "false").equals("true"),
                row.get("measure"),
                row.get("legal_basis"),
                rows.dateOrNull(row, "exclude_from", number),
                rows.dateOrNull(row, "exclude_until", number),
                rows.weeks(row, "anticipation_weeks", number),
                rows.isChecked(row, number),
                rows.text(row, "source", number));
        check(rows, event, number);
        return event;
    }

    private static void check(PolicyRows rows, PolicyEvent event, long number) {
        if (event.until() != null && event.until().isBefore(event.on())) {
            throw rows.fault(number, "ends (until) before it begins (on)");
        }
        if ((event.excludeFrom() == null) != (event.excludeUntil() == null)
                || (event.excludeFrom() != null && event.excludeUntil().isBefore(event.excludeFrom()))) {
            throw rows.fault(number, "needs both exclude_from and exclude_until, in this order, or neither");
        }
        if (event.jurisdictions().isEmpty()) {
            throw rows.fault(
                    number, "names no jurisdiction; expected a country such as FR, several joined by +, EU, or global");
        }
        if (event.isBySignature() && event.instrument() == null) {
            throw rows.fault(number, "binds by signature but names no instrument that could be signed");
        }
    }

    /** The event of this id. */
    public Optional<PolicyEvent> find(String id) {
        return events.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    /** The events that ask for action. */
    public List<PolicyEvent> duties() {
        return events.stream().filter(PolicyEvent::isDuty).toList();
    }

    /** The events about which a series may have changed. */
    public List<PolicyEvent> interventions() {
        return events.stream().filter(event -> event.type().isIntervention()).toList();
    }
}
