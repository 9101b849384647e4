// SPDX-License-Identifier: GPL-3.0-or-later
/** What people who coded a random sample by hand say about numbers that rest on a classifier. */
package org.tilik.measure.policy.audit;
