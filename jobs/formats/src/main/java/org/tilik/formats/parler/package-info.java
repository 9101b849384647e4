// SPDX-License-Identifier: GPL-3.0-or-later
/** Parler's posts and comments, as its interface handed them out until January 2021. */
package org.tilik.formats.parler;
