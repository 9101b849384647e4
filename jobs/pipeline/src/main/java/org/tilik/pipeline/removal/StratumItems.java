// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Collects the items of one stratum, as one task sees them or as several tasks sent them: one by one while they are few,
 * as counts of entries and exits when they are many. Which of the two depends on the number of items of the stratum
 * alone, so estimates depend neither on the number of tasks nor on which task saw what.
 */
final class StratumItems {
    /** Up to so many items a stratum is estimated from their times as they are. */
    static final int MOST_EXACT_ITEMS = 20_000;
    /** The same where some went in brackets, which take more work. */
    static final int MOST_EXACT_BRACKETS = MOST_EXACT_ITEMS / 4;
    /** Kinds in one part: about a megabyte. */
    private static final int KINDS_A_PART = 1 << 15;

    private final int k;
    private final int mostExact;
    private final Set<String> accounts = new TreeSet<>();
    private ItemColumns columns = new ItemColumns();
    private CountedItems counted;
    private long items;
    private long unconfirmed;
    private long causes;

    /**
     * For a stratum that is published when it holds k accounts.
     *
     * @param mostExact items up to which nothing is counted
     */
    StratumItems(int k, int mostExact) {
        this.k = k;
        this.mostExact = mostExact;
    }

    /** The number of items from which on the strata of a plan are counted: none where a deadline lies inside a cell. */
    static int mostExact(MeasurePlan plan) {
        return CountedItems.know(plan.grid()) ? MOST_EXACT_ITEMS : Integer.MAX_VALUE;
    }

    void add(StratumItem item) {
        int cause = Causes.number(item.cause);
        boolean inFamily = item.familyId != null;
        add(item.entry, item.lower, item.upper, cause, item.confirmed, unit(item), inFamily);
        items++;
        unconfirmed += item.confirmed ? 0 : 1;
        causes |= 1L << cause;
        addAccount(item.accountKey);
    }

    private static long unit(StratumItem item) {
        return UnitHash.of(item.familyId == null ? item.itemKey : item.familyId);
    }

    private void addAccount(String account) {
        // Only whether there are k is ever asked. Unknown accounts might all be one that is counted already.
        if (account != null && accounts.size() < k) {
            accounts.add(account);
        }
    }

    private void add(
            double entry, double lower, double upper, int cause, boolean confirmed, long unit, boolean inFamily) {
        if (counted == null && columns.size() == mostExact) {
            counts();
        }
        if (counted == null) {
            columns.add(entry, lower, upper, cause, confirmed, unit, inFamily);
        } else {
            counted.add(entry, lower, upper, cause, confirmed, unit, inFamily);
        }
    }

    /** Items that are held one by one, to which memory is proportional. */
    int held() {
        return counted == null ? columns.size() : 0;
    }

    /** Hands out all that was collected in parts that other tasks can add. */
    void parts(Consumer<byte[]> out) throws IOException {
        if (counted == null) {
            out.accept(part(false, body -> columns.write(body)));
            return;
        }
        // Numbers of the stratum go with one part; the others carry counts alone.
        boolean[] first = {true};
        counted.write(KINDS_A_PART, body -> {
            out.accept(first[0] ? part(true, body) : continued(body));
            first[0] = false;
        });
    }

    private byte[] part(boolean isCounted, CountedItems.Body body) throws IOException {
        return bytes(out -> {
            out.writeBoolean(isCounted);
            out.writeLong(items);
            out.writeLong(unconfirmed);
            out.writeLong(causes);
            out.writeInt(accounts.size());
            for (String account : accounts) {
                byte[] key = account.getBytes(StandardCharsets.UTF_8);
                out.writeInt(key.length);
                out.write(key);
            }
            body.write(out);
        });
    }

    private static byte[] continued(CountedItems.Body body) throws IOException {
        return bytes(out -> {
            out.writeBoolean(true);
            out.writeLong(0);
            out.writeLong(0);
            out.writeLong(0);
            out.writeInt(0);
            body.write(out);
        });
    }

    private static byte[] bytes(CountedItems.Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            body.write((DataOutput) out);
        }
        return bytes.toByteArray();
    }

    /** Adds what {@link #parts} of another task handed out. */
    void add(byte[] part) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(part));
        boolean isCounted = in.readBoolean();
        items += in.readLong();
        unconfirmed += in.readLong();
        causes |= in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            addAccount(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        if (!isCounted) {
            ItemColumns.read(in, this::add);
            return;
        }
        counts().read(in);
    }

    /** The items as they were seen. */
    EstimatedItems asSeen() {
        return isCounted() ? new EstimatedItems(counts().asSeen()) : new EstimatedItems(columns.data(false));
    }

    /** The same items, those whose only sign of disappearance is one last absence censored before it. */
    EstimatedItems unconfirmedCensored() {
        return isCounted()
                ? new EstimatedItems(counts().unconfirmedCensored())
                : new EstimatedItems(columns.data(true));
    }

    private boolean isCounted() {
        boolean few = mostExact == Integer.MAX_VALUE || items <= Math.min(mostExact, MOST_EXACT_BRACKETS);
        return counted != null || (!few && columns.hasBrackets());
    }

    private CountedItems counts() {
        if (counted == null) {
            counted = new CountedItems();
            columns.forEach(counted::add);
            columns = null;
        }
        return counted;
    }

    long unconfirmed() {
        return unconfirmed;
    }

    /** Causes for which some item went. */
    Set<String> causes() {
        Set<String> names = new TreeSet<>();
        for (int number = 1; number <= Causes.NAMES.size(); number++) {
            if ((causes & (1L << number)) != 0) {
                names.add(Causes.NAMES.get(number - 1));
            }
        }
        return names;
    }

    boolean hasEnoughAccounts() {
        return accounts.size() >= k;
    }
}
