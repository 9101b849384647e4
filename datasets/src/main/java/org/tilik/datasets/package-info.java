// SPDX-License-Identifier: GPL-3.0-or-later
/** What Tilik is delivered with: table schemas, the metric registry, and the generator of fictional dumps. */
package org.tilik.datasets;
