// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One spelling for all web addresses of the same page, so that equal pages are equal strings.
 *
 * <p>Left out are scheme, {@code www.}, user name, default port, fragment, tracking parameters and trailing slashes; the
 * host is put into lower case and the query parameters are sorted. Nothing is fetched and no short link is followed.
 */
public final class CanonicalUrl {
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "igshid", "si", "ref_src");

    private CanonicalUrl() {}

    /** The canonical form of an http or https address, with or without scheme; empty for anything else. */
    public static Optional<String> of(String url) {
        String rest = withoutScheme(url.strip());
        if (rest == null) {
            return Optional.empty();
        }
        int hash = rest.indexOf('#');
        if (hash >= 0) {
            rest = rest.substring(0, hash);
        }
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        String address = question < 0 ? rest : rest.substring(0, question);
        int slash = address.indexOf('/');
        String host = host(slash < 0 ? address : address.substring(0, slash));
        if (!isHost(host)) {
            return Optional.empty();
        }
        String path = withoutTrailingSlash(slash < 0 ? "" : address.substring(slash));
        String parameters = parameters(query);
        return Optional.of(parameters.isEmpty() ? host + path : host + path + "?" + parameters);
    }

    private static String withoutScheme(String url) {
        for (String scheme : new String[] {"http://", "https://", "//"}) {
            if (url.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return url.substring(scheme.length());
            }
        }
        // Without a scheme an "@" makes it an e-mail address.
        return url.contains("://") || url.startsWith("/") || url.contains("@") ? null : url;
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (host.endsWith(":80")) {
            host = host.substring(0, host.length() - 3);
        } else if (host.endsWith(":443")) {
            host = host.substring(0, host.length() - 4);
        }
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** A word without a dot is no address; neither is "mailto:name" or a sentence. */
    private static boolean isHost(String host) {
        int colon = host.indexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        boolean port = colon < 0 || host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        int dot = name.indexOf('.');
        return port
                && dot > 0
                && dot < name.length() - 1
                && name.chars().allMatch(c -> c == '.' || c == '-' || c == '_' || Character.isLetterOrDigit(c));
    }

    private static String withoutTrailingSlash(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String parameters(String query) {
        if (query.isEmpty()) {
            return "";
        }
        String[] kept = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .sorted()
                .toArray(String[]::new);
        return String.join("&", kept);
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }
}
