// SPDX-License-Identifier: GPL-3.0-or-later
/** How much of what should stay was removed, by what people coded. */
package org.tilik.pipeline.policy.overremoval;
