// SPDX-License-Identifier: GPL-3.0-or-later
/** How often items that were gone came back, and how much was visible net of that. */
package org.tilik.measure.removal.restoration;
