// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tilik.datasets.worlds.DumpFile;
import org.tilik.datasets.worlds.FormatFolders;
import org.tilik.datasets.worlds.WorldFormat;
import org.tilik.datasets.worlds.WorldItem;

/** A world on Bluesky, as its streams tell of it, and what is true of it. */
public final class SecondPlatform {
    private static final WorldFormat FORMAT = WorldFormat.JETSTREAM;

    private final WorldSettings settings;
    private final List<WorldItem> items;
    private final long watchedUntil;

    /** A second platform with these settings, which must be of a stream. */
    public SecondPlatform(WorldSettings settings) {
        OneWorld world = new OneWorld(settings);
        this.settings = settings;
        this.items = world.items();
        this.watchedUntil = world.watchedUntil();
    }

    /** The platform's name in studies. */
    String platform() {
        return FORMAT.platform();
    }

    /** Until when its streams were watched. */
    Instant watchedUntil() {
        return Instant.ofEpochSecond(watchedUntil);
    }

    /** Tells all items; no record of the files, episode, family or cascade. */
    public void tell(TruthSink truth) throws IOException {
        for (WorldItem item : items) {
            truth.item(told(item));
        }
    }

    private TruthItem told(WorldItem item) {
        boolean isHeld = FORMAT.telling().holds(item);
        String id = FORMAT.dump().itemId(item);
        String kind = FORMAT.dump().kind(item).orElse(item.kind()).name().toLowerCase(Locale.ROOT);
        return new TruthItem(
                FORMAT.platform(),
                id,
                kind,
                kind,
                item.language(),
                item.label(),
                Integer.toString(item.account()),
                null,
                item.about() == null ? null : FORMAT.dump().itemId(item.about()),
                FORMAT.platform() + ":" + FORMAT.dump().itemId(item.root()),
                null,
                false,
                Instant.ofEpochSecond(item.postedAt()),
                settings.window().contains(item.postedAt()),
                item.end() == null ? null : Instant.ofEpochSecond(item.goneAt()),
                item.end() == null ? null : item.end().name().toLowerCase(Locale.ROOT),
                item.restoredAt() == WorldItem.NEVER ? null : Instant.ofEpochSecond(item.restoredAt()),
                isHeld ? "delivered" : "never",
                isHeld ? Instant.ofEpochSecond(item.postedAt()) : null,
                isHeld,
                null,
                null,
                null,
                null);
    }

    /** Writes dumps into a folder below this one; returns the files by their paths in this one. */
    List<DumpFile> writeTo(Path folder) throws IOException {
        return new FormatFolders(items, watchedUntil)
                .write(folder, FORMAT).stream()
                        .map(file -> new DumpFile(FORMAT.id() + "/" + file.name(), file.format()))
                        .toList();
    }
}
