// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * One posted item before anybody looked at it.
 *
 * @param number sequence number in the world, from 0
 * @param id the platform's id; Reddit's without the type prefix
 * @param form what it is
 * @param content its words; of a share, those of the original
 * @param postedAt millisecond of posting; full seconds on Reddit
 * @param author who posted it
 * @param accountClosed whether the author has closed the account, which leaves the text in place
 * @param subreddit name of the fictional subreddit, null on Twitter
 * @param url address that it links to, null for none
 * @param parent what it answers, quotes or shares; null for none
 * @param thread for comments the submission they stand under, else null
 * @param score votes or likes at the first look
 */
record Item(
        long number,
        String id,
        Form form,
        Content content,
        long postedAt,
        Account author,
        boolean accountClosed,
        String subreddit,
        String url,
        Item parent,
        Item thread,
        int score) {

    /** The id that identifies it on its platform: on Reddit with {@code t1_} for comments, {@code t3_} for submissions. */
    String fullId() {
        if (form.site() == Site.TWITTER) {
            return id;
        }
        return (form == Form.COMMENT ? "t1_" : "t3_") + id;
    }

    /** The platform and the id, which together are unique in the world. */
    String key() {
        return form.site().id() + ":" + fullId();
    }

    /** Second of posting. */
    long postedSecond() {
        return postedAt / 1000;
    }

    /** The item without what it refers to, so that remembering it does not keep a chain of ancestors alive. */
    Item alone() {
        return new Item(number, id, form, content, postedAt, author, accountClosed, subreddit, url, null, null, score);
    }
}
