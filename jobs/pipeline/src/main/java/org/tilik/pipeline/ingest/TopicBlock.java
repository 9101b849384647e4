// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.List;
import java.util.Optional;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.study.InputFile;

/**
 * Takes the message of a topic as a block of one raw record. Its place is the partition, as a member, and the offset, as
 * the number of the record.
 */
final class TopicBlock {
    private static final byte[] NO_HEADER = new byte[0];

    private TopicBlock() {}

    /**
     * The record in this message, or why it is none; empty for a blank message, which is no record, like a blank line.
     *
     * @param mostBytes a longer record is rejected
     */
    static Optional<RecordBlock> of(InputFile topic, TopicRecord message, int mostBytes) {
        byte[] value = message.value;
        int end = value.length;
        while (end > 0 && isSpace(value[end - 1])) {
            end--;
        }
        if (end == 0) {
            return Optional.empty();
        }
        if (end > mostBytes) {
            String detail = "The message has " + end + " bytes; at most " + mostBytes + " are read.";
            return Optional.of(rejected(topic, message, RejectReason.OVERSIZE_RECORD, detail));
        }
        for (int i = 0; i < end; i++) {
            if (value[i] == '\n') {
                // A decoder would read the first line and leave the others out.
                String detail = "The message has several lines; each must be one record in one line.";
                return Optional.of(rejected(topic, message, RejectReason.UNSUPPORTED_RECORD, detail));
            }
        }
        return Optional.of(new RecordBlock(
                topic.name(),
                member(message),
                topic.format(),
                0,
                message.offset,
                0,
                value,
                new int[] {0},
                new int[] {end},
                NO_HEADER,
                List.of(),
                0));
    }

    private static RecordBlock rejected(InputFile topic, TopicRecord message, RejectReason reason, String detail) {
        ReadProblem problem = new ReadProblem(reason, message.offset, 0, detail);
        return RecordBlock.without(topic.name(), member(message), 0, List.of(problem), 0);
    }

    private static String member(TopicRecord message) {
        return Integer.toString(message.partition);
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
