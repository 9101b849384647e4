// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/** Gray's test of one cause, by the cause's name. */
public record CauseTest(String cause, Outcome<TestResult> test) {}
