// SPDX-License-Identifier: GPL-3.0-or-later
/** How weekly series of what was posted and removed changed about the dates of the policy timeline. */
package org.tilik.pipeline.policy.change;
