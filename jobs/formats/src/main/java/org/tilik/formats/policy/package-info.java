// SPDX-License-Identifier: GPL-3.0-or-later
/** Dated facts about policy: events, what they ask for, who signed, and which countries a jurisdiction covers. */
package org.tilik.formats.policy;
