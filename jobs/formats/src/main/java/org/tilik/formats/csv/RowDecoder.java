// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.model.Event;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;

/** Decodes CSV rows that each tell one thing about one item: {@code platform}, {@code item_id}, a time, and more. */
public abstract class RowDecoder extends TableDecoder {
    private final EventKind kind;
    private final String timeColumn;
    private final Platform declaredPlatform;

    /** A decoder for rows that need these columns besides platform, item id and time. */
    protected RowDecoder(EventKind kind, String timeColumn, DecoderSettings settings, String... needed) {
        super(settings, all(timeColumn, settings.platform(), needed));
        this.kind = kind;
        this.timeColumn = timeColumn;
        this.declaredPlatform = settings.platform();
    }

    private static String[] all(String timeColumn, Platform declaredPlatform, String... needed) {
        String[] all = Arrays.copyOf(needed, needed.length + (declaredPlatform == null ? 3 : 2));
        all[needed.length] = "item_id";
        all[needed.length + 1] = timeColumn;
        if (declaredPlatform == null) {
            all[needed.length + 2] = "platform";
        }
        return all;
    }

    /** Sets what this row says beyond item and time, or tells why it cannot be used. */
    protected abstract Optional<Decoded.Rejected> fill(CsvRow row, EventBuilder event);

    @Override
    protected final Decoded decode(CsvRow row, SourcePosition source) {
        String platformId = row.get("platform");
        Platform platform = platformId == null
                ? declaredPlatform
                : Platform.of(platformId.toLowerCase(Locale.ROOT)).orElse(null);
        if (platform == null) {
            return unsupported("platform", Platform.names());
        }
        if (declaredPlatform != null && platform != declaredPlatform) {
            return new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "The row is about " + platform.id() + " but the study declares this input to be about "
                            + declaredPlatform.id() + ".");
        }
        String itemId = row.get("item_id");
        if (itemId == null) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID, "item_id is empty; expected the platform's own id of the item.");
        }
        Instant time =
                Optional.ofNullable(row.get(timeColumn)).flatMap(IsoTime::parse).orElse(null);
        if (time == null) {
            return new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP, timeColumn + " is empty or no time; " + IsoTime.EXPECTED + ".");
        }
        if (!IsoTime.isPossible(time)) {
            return new Decoded.Rejected(
                    RejectReason.IMPOSSIBLE_TIME, timeColumn + " is " + time + "; expected a time from 1990 to 2100.");
        }
        EventBuilder event = Event.builder(platform, kind, itemId, source)
                .at(time)
                .precision(IsoTime.precision(time))
                .capturedAt(time);
        Optional<Decoded.Rejected> rejected = fill(row, event);
        return rejected.isPresent() ? rejected.get() : new Decoded.Events(List.of(event.build()));
    }

    /** A rejection that names what the column may hold. */
    protected static Decoded.Rejected unsupported(String column, String allowed) {
        return new Decoded.Rejected(
                RejectReason.UNSUPPORTED_RECORD, column + " is empty or unknown; expected one of " + allowed + ".");
    }

    /** The value of this name in any case, or empty. */
    protected static <E extends Enum<E>> Optional<E> valueOf(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** All values of an enum as they are written in files. */
    protected static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
