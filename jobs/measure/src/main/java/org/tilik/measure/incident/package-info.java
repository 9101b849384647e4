// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Incidents: hours in which a family is copied far more often than before, or turns up on several platforms within a short
 * time; hours of copies in, spans with their alarms out. Times are whole hours since 1970-01-01T00Z.
 *
 * <p>One rule serves two forms: {@link org.tilik.measure.incident.IncidentFinder} reads a whole history and depends on
 * nothing else; {@link org.tilik.measure.incident.IncidentWatch} takes copies one by one with bounded state, and has the
 * same hours of alarm once it has taken all of them, in whatever order.
 */
package org.tilik.measure.incident;
