// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * Lets through the shares of accounts that have enough of them, each with the narrowest window in which the account has.
 *
 * <p>Shares come account by account, within an account by the number of the narrowest window in which each has a pair:
 * the account has enough in the window of the last one that it needs. Only as many shares as are needed are held.
 */
public final class Participation {

    private record Paired(Share share, int narrowest) {}

    private final int needed;
    private final ObjIntConsumer<Share> out;
    private final List<Paired> held = new ArrayList<>();
    private String account;
    private int enoughFrom;
    private boolean enough;

    /**
     * For all accounts one after the other.
     *
     * @param out receives shares of accounts with enough, and the narrowest window in which the account has enough
     */
    public Participation(int needed, ObjIntConsumer<Share> out) {
        this.needed = needed;
        this.out = out;
    }

    /** The next share, with the narrowest window in which it has a pair; 0 before pairs were looked for. */
    public void add(Share share, int narrowest) {
        if (!share.account().equals(account)) {
            end();
            account = share.account();
        }
        if (enough) {
            out.accept(share, enoughFrom);
            return;
        }
        held.add(new Paired(share, narrowest));
        if (held.size() == needed) {
            enough = true;
            enoughFrom = narrowest;
            held.forEach(paired -> out.accept(paired.share(), enoughFrom));
            held.clear();
        }
    }

    /** After the last share. */
    public void end() {
        held.clear();
        enough = false;
    }
}
