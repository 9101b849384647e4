// SPDX-License-Identifier: GPL-3.0-or-later
/** How often items were seen before they were gone. */
package org.tilik.measure.removal.exposure;
