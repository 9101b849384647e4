// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.known;

import org.tilik.model.Platform;

/**
 * An item or account as its platform names it, before pseudonymising.
 *
 * @param platform platform
 * @param id the platform's own id; for Reddit accounts the user name
 */
public record Subject(Platform platform, String id) {}
