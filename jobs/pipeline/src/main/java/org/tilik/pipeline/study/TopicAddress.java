// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a topic of Kafka is: {@code kafka://host:9092/topic}, several brokers with commas between them.
 *
 * @param brokers brokers to ask first, each {@code host:port}, with commas between them
 * @param topic name of the topic
 */
public record TopicAddress(String brokers, String topic) {
    /** What an address looks like, for messages. */
    static final String EXAMPLE = "kafka://host:9092/topic";

    private static final String SCHEME = "kafka://";
    private static final String BROKER = "[^/,:\\s]+:[0-9]{1,5}";
    private static final Pattern ADDRESS =
            Pattern.compile(Pattern.quote(SCHEME) + "(" + BROKER + "(?:," + BROKER + ")*)/([A-Za-z0-9._-]{1,249})");

    /** Whether this path of a study means a topic and no file. */
    public static boolean isMeant(String path) {
        return path.startsWith(SCHEME);
    }

    /** The address that is written so; empty where it is none. */
    public static Optional<TopicAddress> of(String path) {
        Matcher matcher = ADDRESS.matcher(path);
        return matcher.matches() ? Optional.of(new TopicAddress(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
