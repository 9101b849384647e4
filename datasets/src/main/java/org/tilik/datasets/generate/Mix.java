// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.EnumMap;
import java.util.Map;

/** Shares of the four forms of an item; they need not add up to 1. */
public record Mix(double link, double text, double comment, double crosspost) {
    Map<Form, Double> weights() {
        Map<Form, Double> weights = new EnumMap<>(Form.class);
        weights.put(Form.LINK, link);
        weights.put(Form.TEXT, text);
        weights.put(Form.COMMENT, comment);
        weights.put(Form.CROSSPOST, crosspost);
        return weights;
    }
}
