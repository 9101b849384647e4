// SPDX-License-Identifier: GPL-3.0-or-later
/** Facebook's public posts, as CrowdTangle and the Meta Content Library exported them. */
package org.tilik.formats.crowdtangle;
