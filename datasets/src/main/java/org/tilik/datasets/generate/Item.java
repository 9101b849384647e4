// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * One posted item before anybody looked at it.
 *
 * @param number sequence number in the world, from 0
 * @param id Reddit's base-36 id, without the type prefix
 * @param form what it is
 * @param language of its words
 * @param label what it truly is
 * @param postedAt second of posting
 * @param author account name
 * @param accountClosed whether the author has closed the account, which leaves the text in place
 * @param subreddit name of the fictional subreddit
 * @param title of a submission, null for comments
 * @param text body of a text or comment, empty for links and crossposts
 * @param url address of a link, null otherwise
 * @param listedUrl number of the shared address it links to, −1 when none
 * @param thread for comments the submission they stand under, for crossposts the original; null otherwise
 * @param parent for comments the full id of what they answer
 * @param score votes at the first look
 */
record Item(
        long number,
        String id,
        Form form,
        Language language,
        Label label,
        long postedAt,
        String author,
        boolean accountClosed,
        String subreddit,
        String title,
        String text,
        String url,
        int listedUrl,
        Item thread,
        String parent,
        int score) {

    /** Reddit's full id: {@code t1_} for comments, {@code t3_} for submissions. */
    String fullId() {
        return (form == Form.COMMENT ? "t1_" : "t3_") + id;
    }

    /** The item without its own thread, so that remembering it does not keep a chain of ancestors alive. */
    Item alone() {
        return new Item(
                number,
                id,
                form,
                language,
                label,
                postedAt,
                author,
                accountClosed,
                subreddit,
                title,
                text,
                url,
                listedUrl,
                null,
                parent,
                score);
    }
}
