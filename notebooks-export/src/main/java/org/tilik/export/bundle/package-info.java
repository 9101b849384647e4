// SPDX-License-Identifier: GPL-3.0-or-later
/** The bundle: the tables of a run that may be published, in forms that open everywhere, with what is needed to cite them. */
package org.tilik.export.bundle;
