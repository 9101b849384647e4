// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import org.tilik.model.Actor;

/** What the status of a server's answer (RFC 9110, RFC 7725) says about what was asked for. */
public final class HttpStatus {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int PROXY_AUTHENTICATION = 407;
    private static final int GONE = 410;
    /** Twitter's own word for too many questions, before 429 was one. */
    private static final int ENHANCE_YOUR_CALM = 420;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE_FOR_LEGAL_REASONS = 451;
    private static final int NOT_MODIFIED = 304;

    private HttpStatus() {}

    /** The status that these three digits are, 100 to 599; -1 for anything else. */
    public static int of(String digits) {
        boolean threeDigits =
                digits != null && digits.length() == 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int status = threeDigits ? Integer.parseInt(digits) : -1;
        return status >= 100 && status <= 599 ? status : -1;
    }

    /** Whether it says that nothing is there. */
    public static boolean saysGone(int status) {
        return status == NOT_FOUND || saysRemoved(status);
    }

    /** Whether it says that something was there and is no more, not merely that nothing was found. */
    public static boolean saysRemoved(int status) {
        return status == GONE || status == UNAVAILABLE_FOR_LEGAL_REASONS;
    }

    /** Whether it says that something is there; that a copy is still good says so too. */
    public static boolean saysThere(int status) {
        return (status >= 200 && status < 300) || status == NOT_MODIFIED;
    }

    /** Whether the asker was turned away, whatever is there. */
    public static boolean turnsAway(int status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN, PROXY_AUTHENTICATION, ENHANCE_YOUR_CALM, TOO_MANY_REQUESTS -> true;
            default -> false;
        };
    }

    /** Who took it away, as far as a status that says gone tells. */
    public static Actor actor(int status) {
        return status == UNAVAILABLE_FOR_LEGAL_REASONS ? Actor.LEGAL_ORDER : Actor.UNKNOWN;
    }
}
