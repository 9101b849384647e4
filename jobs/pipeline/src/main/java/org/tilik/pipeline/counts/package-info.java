// SPDX-License-Identifier: GPL-3.0-or-later
/** What became of every row of a job: numbers by name, added up in each task and then in one. */
package org.tilik.pipeline.counts;
