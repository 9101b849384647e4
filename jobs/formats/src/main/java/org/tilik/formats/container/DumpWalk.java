// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.tilik.model.RejectReason;

/**
 * Goes through all that a dump file holds: its one text, or the members of its archive, down through archives in
 * archives. What cannot be opened is told and passed over; where a layer is damaged, the walk goes on outside of it.
 */
final class DumpWalk implements Closeable {
    /** Stands between the name of an archive and that of its member. */
    static final String INSIDE = "!/";

    private final String file;
    private final ReadLimits limits;
    private final Expansion expansion;
    private final boolean peeks;
    private final Deque<OpenArchive> archives = new ArrayDeque<>();
    private final List<Container> packing = new ArrayList<>();
    private List<Closeable> layers = new ArrayList<>();
    private Found first;
    private long members;

    /** What the walk comes to. */
    sealed interface Found {}

    /** Bytes that are packed no further; the member is empty for a file that is no archive and read as a whole. */
    record Text(String member, ContentStream content) implements Found {}

    /** Something that is not opened. */
    record Refused(String member, RejectReason reason, String detail) implements Found {}

    /** A member that cannot be a dump: a link, a device, text in an encoding that no dump has. */
    record NoDump() implements Found {}

    private record OpenArchive(Members members, String name, int layer, List<Closeable> layers) {
        void close() throws IOException {
            members.close();
            closeAll(layers);
        }
    }

    private DumpWalk(String file, ReadLimits limits, Expansion expansion, boolean peeks) {
        this.file = file;
        this.limits = limits;
        this.expansion = expansion;
        this.peeks = peeks;
    }

    /** A walk through this file, whose bytes are read one after the other. */
    static DumpWalk through(InputStream raw, String file, Expansion expansion, ReadLimits limits) throws IOException {
        return new DumpWalk(file, limits, expansion, false).begin(raw);
    }

    /** A walk for a look at the first bytes of a file; it takes no permits for long zstd windows. */
    static DumpWalk peek(InputStream raw, Expansion expansion) throws IOException {
        return new DumpWalk("", ReadLimits.DEFAULT, expansion, true).begin(raw);
    }

    /** A walk through members of a file that is an archive itself. */
    static DumpWalk through(Container container, Members members, String file, Expansion expansion, ReadLimits limits) {
        DumpWalk walk = new DumpWalk(file, limits, expansion, false);
        walk.packing.add(container);
        walk.archives.push(new OpenArchive(members, "", DumpRanges.LAYER, List.of()));
        return walk;
    }

    /** A walk that comes to this one text, which is a part of a file packed so. */
    static DumpWalk through(Packing packing, InputStream text, String part) {
        DumpWalk walk = new DumpWalk("", ReadLimits.DEFAULT, new Expansion(() -> 0, ReadLimits.DEFAULT), false);
        walk.packing.addAll(packing.layers());
        walk.layers.add(text);
        walk.first = new Text(part, new ContentStream(text));
        return walk;
    }

    private DumpWalk begin(InputStream raw) throws IOException {
        first = open("", raw, 0);
        return this;
    }

    /** How the file is packed. */
    Packing packing() {
        return new Packing(packing);
    }

    /** What comes next, or null at the end; what came before is closed. */
    Found next() throws IOException {
        if (first != null) {
            Found found = first;
            first = null;
            return found;
        }
        closeLayers();
        while (!archives.isEmpty()) {
            OpenArchive archive = archives.peek();
            try {
                Members.Member member = archive.members().next();
                Found found = member == null ? null : found(archive, member);
                if (found != null) {
                    return found;
                }
                if (member == null) {
                    archives.pop().close();
                }
            } catch (Damage damage) {
                leave(damage);
                return new Refused(archive.name(), damage.reason(), damage.getMessage());
            }
        }
        return null;
    }

    /** Goes on outside of a layer that is damaged. */
    void leave(Damage damage) throws IOException {
        closeLayers();
        while (!archives.isEmpty() && archives.peek().layer() >= damage.layer()) {
            archives.pop().close();
        }
    }

    private Found found(OpenArchive archive, Members.Member member) throws IOException {
        members++;
        if (members > limits.maxMembers()) {
            throw new Damage(
                    0,
                    RejectReason.UNSAFE_ARCHIVE,
                    "The file has more than " + limits.maxMembers() + " members; reading stopped here.");
        }
        String prefix = archive.name().isEmpty() ? "" : archive.name() + INSIDE;
        Optional<String> fault = MemberName.fault(member.name()).or(() -> MemberName.fault(prefix + member.name()));
        if (fault.isPresent()) {
            return new Refused(
                    prefix + MemberName.shown(member.name()),
                    RejectReason.UNSAFE_ARCHIVE,
                    "The name of this member " + fault.get() + ", so it was passed over. Pack it again under a plain"
                            + " relative path if you trust it.");
        }
        String name = prefix + member.name();
        if (member.obstacle() != null) {
            return new Refused(
                    name,
                    RejectReason.UNSUPPORTED_RECORD,
                    "This member cannot be read: " + member.obstacle() + ". Pack it again without that.");
        }
        return member.content() == null ? new NoDump() : open(name, member.content(), archive.layer());
    }

    /** What lies under all packing of this content; null where that is an archive, whose members come next. */
    private Found open(String name, InputStream content, int outside) throws IOException {
        boolean isFile = outside == 0;
        int layer = outside;
        if (content instanceof ZipEntryStream entry) {
            layers.add(entry);
        }
        PeekedStream in = new PeekedStream(content);
        Container container = Container.of(in.head(), in.headLength());
        while (container != Container.PLAIN) {
            layer++;
            if (isFile) {
                packing.add(container);
            }
            if (!container.readable()) {
                return unreadable(name, container, isFile);
            }
            if (layer > limits.maxNesting()) {
                return new Refused(
                        name,
                        RejectReason.UNSAFE_ARCHIVE,
                        "It is packed more than " + limits.maxNesting() + " times, archives and compressions counted"
                                + " alike; what lies deeper was not opened.");
            }
            if (container.isArchive()) {
                Members inner = container == Container.TAR
                        ? TarMembers.all(in, layer)
                        : new ZipStreamMembers(in, layer, expansion);
                archives.push(new OpenArchive(inner, name, layer, layers));
                layers = new ArrayList<>();
                return null;
            }
            Unpacked unpacked = peeks
                    ? Unpacked.peek(in, container, layer, expansion)
                    : Unpacked.open(in, container, layer, expansion, file, limits);
            layers.add(unpacked);
            in = new PeekedStream(unpacked);
            container = Container.of(in.head(), in.headLength());
        }
        return new Text(name, new ContentStream(in));
    }

    private static Found unreadable(String name, Container container, boolean isFile) {
        if (!isFile && container == Container.UTF16) {
            return new NoDump();
        }
        return new Refused(
                name,
                RejectReason.UNSUPPORTED_RECORD,
                "The " + (isFile ? "file" : "member") + " is " + container.title() + ", which this version does not"
                        + " read; expected UTF-8 text, plain or in " + Container.readableTitles()
                        + ". Unpack or convert it first.");
    }

    private void closeLayers() throws IOException {
        closeAll(layers);
        layers = new ArrayList<>();
    }

    @Override
    public void close() throws IOException {
        closeLayers();
        while (!archives.isEmpty()) {
            archives.pop().close();
        }
    }

    /** From the inside outwards. */
    private static void closeAll(List<Closeable> layers) throws IOException {
        for (int i = layers.size() - 1; i >= 0; i--) {
            layers.get(i).close();
        }
    }
}
