// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.EnumMap;
import java.util.Map;

/** Shares of the forms of an item on each platform; those of one platform need not add up to 1. */
public record Mix(
        double link,
        double text,
        double comment,
        double crosspost,
        double tweet,
        double answer,
        double quote,
        double retweet) {
    Map<Form, Double> weights(Site site) {
        Map<Form, Double> weights = new EnumMap<>(Form.class);
        if (site == Site.REDDIT) {
            weights.put(Form.LINK, link);
            weights.put(Form.TEXT, text);
            weights.put(Form.COMMENT, comment);
            weights.put(Form.CROSSPOST, crosspost);
        } else {
            weights.put(Form.TWEET, tweet);
            weights.put(Form.ANSWER, answer);
            weights.put(Form.QUOTE, quote);
            weights.put(Form.RETWEET, retweet);
        }
        return weights;
    }
}
