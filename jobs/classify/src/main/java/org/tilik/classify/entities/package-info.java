// SPDX-License-Identifier: GPL-3.0-or-later
/** Names of organisations and places that no gazetteer knows, by CoreNLP's models where these are at hand; never of persons. */
package org.tilik.classify.entities;
