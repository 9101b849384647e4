// SPDX-License-Identifier: GPL-3.0-or-later
/** A seeded, fictional world whose dumps look like real Reddit dumps and whose true removal times are known. */
package org.tilik.datasets.generate;
