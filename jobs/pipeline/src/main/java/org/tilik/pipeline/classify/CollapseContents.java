// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.measure.spread.variants.Similarity;

/**
 * Keeps the contents that two or more items have, and tells each of these items; a text that only one item has is kept
 * where another text is similar to it, and images are kept anyway, since a similar one may turn up.
 */
final class CollapseContents extends AbstractStreamOperator<FamilyPart>
        implements OneInputStreamOperator<FamilyPart, FamilyPart>, BoundedOneInput {
    /** Codes of images, each once. */
    static final OutputTag<String> IMAGES = new OutputTag<>("images", Types.STRING);

    private static final long serialVersionUID = 1L;

    private transient String content;
    private transient boolean tracked;
    /** How similar the most similar other text is; null where none is. */
    private transient Similarity near;

    private transient String onlyItem;
    private transient String onlyCode;
    private transient String lastItem;

    @Override
    public void processElement(StreamRecord<FamilyPart> element) {
        FamilyPart part = element.getValue();
        if (!part.group.equals(content)) {
            finishContent();
            content = part.group;
            tracked = false;
            near = null;
            lastItem = null;
        }
        if (!part.isHead()) {
            addItem(part);
        } else if (part.flag) {
            tracked = true;
        } else {
            Similarity similarity = Similarity.valueOf(part.content);
            near = near == null || similarity.compareTo(near) > 0 ? similarity : near;
        }
    }

    private void addItem(FamilyPart part) {
        if (part.itemKey.equals(lastItem)) {
            return;
        }
        boolean isImage = Content.parse(part.content).image() != null;
        if (isImage && lastItem == null) {
            output.collect(IMAGES, new StreamRecord<>(part.content));
        }
        if (onlyItem != null) {
            emit(onlyItem, part.content);
            onlyItem = null;
        }
        if (isImage || lastItem != null) {
            emit(part.itemKey, part.content);
        } else {
            onlyItem = part.itemKey;
            onlyCode = part.content;
        }
        lastItem = part.itemKey;
    }

    @Override
    public void endInput() {
        finishContent();
    }

    private void finishContent() {
        if (onlyItem != null && near != null) {
            emit(onlyItem, Content.parse(onlyCode).near(near).code());
        }
        onlyItem = null;
    }

    private void emit(String itemKey, String code) {
        output.collect(new StreamRecord<>(FamilyPart.shared(itemKey, code, tracked)));
    }
}
