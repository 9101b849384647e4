// SPDX-License-Identifier: GPL-3.0-or-later
/** The job that looks for incidents: from the items of a snapshot to the incidents of each family. */
package org.tilik.pipeline.incident;
