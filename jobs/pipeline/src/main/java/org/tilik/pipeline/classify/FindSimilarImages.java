// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.HexFormat;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.formats.known.PdqHash;

/** Ties similar images to each other; runs as one task, fed with each different image once. */
final class FindSimilarImages extends AbstractStreamOperator<Tuple3<String, String, Double>>
        implements OneInputStreamOperator<String, Tuple3<String, String, Double>> {
    private static final long serialVersionUID = 1L;

    private transient NearImages images;

    @Override
    public void open() throws Exception {
        super.open();
        images = new NearImages((one, other) ->
                output.collect(new StreamRecord<>(Tuple3.of(key(one), key(other), GatherContents.SAME))));
    }

    @Override
    public void processElement(StreamRecord<String> element) {
        PdqHash.parse(Content.parse(element.getValue()).image()).ifPresent(images::add);
    }

    private static String key(PdqHash image) {
        HexFormat hex = HexFormat.of();
        String digits = hex.toHexDigits(image.a())
                + hex.toHexDigits(image.b())
                + hex.toHexDigits(image.c())
                + hex.toHexDigits(image.d());
        return Content.image(digits).key();
    }
}
