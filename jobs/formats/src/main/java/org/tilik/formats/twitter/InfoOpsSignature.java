// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.util.Optional;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;

/** Tells tables of tweets in the archive of information operations. */
public final class InfoOpsSignature implements Signature {
    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        return columns.has("tweetid") && columns.has("userid") && columns.has("tweet_text") && columns.has("tweet_time")
                ? Optional.of("columns tweetid, userid, tweet_text, tweet_time")
                : Optional.empty();
    }
}
