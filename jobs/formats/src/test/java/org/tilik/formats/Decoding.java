// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.SourcePosition;

/** Feeds single records to a decoder. */
public final class Decoding {
    private static final SourcePosition SOURCE = new SourcePosition("dump", "", 7);

    private Decoding() {}

    /** The outcome for a record of these bytes, which stand in the middle of a larger array as they do in a block. */
    public static Decoded decode(RecordDecoder decoder, byte[] record) {
        byte[] block = new byte[record.length + 20];
        Arrays.fill(block, (byte) '}');
        System.arraycopy(record, 0, block, 9, record.length);
        return decoder.decode(new RawRecord(block, 9, 9 + record.length, SOURCE));
    }

    /** The outcome for a record of this text. */
    public static Decoded decode(RecordDecoder decoder, String record) {
        return decode(decoder, record.getBytes(StandardCharsets.UTF_8));
    }

    /** The events of a record that must be good: the first is primary, the others are not. */
    public static List<Event> events(RecordDecoder decoder, String record) {
        Decoded decoded = decode(decoder, record);
        assertThat(decoded).isInstanceOf(Decoded.Events.class);
        List<Event> events = ((Decoded.Events) decoded).events();
        assertThat(events.stream().map(Event::primary).toList())
                .startsWith(true)
                .filteredOn(primary -> primary)
                .hasSize(1);
        assertThat(events).allSatisfy(event -> assertThat(event.source()).isEqualTo(SOURCE));
        return events;
    }

    /** The rejection of a record that must be bad. */
    public static Decoded.Rejected rejected(RecordDecoder decoder, String record) {
        Decoded decoded = decode(decoder, record);
        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        return (Decoded.Rejected) decoded;
    }

    /** The only event of this kind. */
    public static Event only(List<Event> events, EventKind kind) {
        List<Event> found =
                events.stream().filter(event -> event.kind() == kind).toList();
        assertThat(found).as(kind.name()).hasSize(1);
        return found.get(0);
    }
}
