// SPDX-License-Identifier: GPL-3.0-or-later
/** How much of what platforms were bound or asked to act on was acted on in time. */
package org.tilik.pipeline.policy.compliance;
