# SPDX-License-Identifier: GPL-3.0-or-later
# Coordinated sharing by CooRTweet's definitions with data.table, two shares at least and no loops: pairs are looked for by
# a join on content and time, without all pairs of a content in between. Arguments: CSV of shares, seconds of the window.
suppressPackageStartupMessages(library(data.table))
setDTthreads(1)
arguments <- commandArgs(TRUE)
shares <- fread(arguments[1])
window <- as.numeric(arguments[2])
took <- system.time({
  shares[, taken := .N, by = account_id]
  x <- shares[taken >= 2, .(object_id, account_id, content_id, from = timestamp_share, to = timestamp_share + window)]
  setorder(x, object_id, from, content_id)
  x[, row := .I]
  pairs <- x[x, on = .(object_id, from >= from, from <= to), nomatch = NULL, allow.cartesian = TRUE,
             .(row = i.row, row_y = x.row, account = i.account_id, account_y = x.account_id,
               item = i.content_id, item_y = x.content_id)]
  pairs <- pairs[row < row_y & account != account_y]
  enough <- x[content_id %in% c(pairs$item, pairs$item_y), .N, by = account_id][N >= 2, account_id]
  pairs <- pairs[account %in% enough | account_y %in% enough]
  links <- pairs[, .(weight = .N), by = .(one = pmin(account, account_y), other = pmax(account, account_y))]
})
cat(sprintf("work_seconds %.3f\n%d shares, %d pairs, %d links of weight %d\nR %s, data.table %s\n", took[["elapsed"]],
            nrow(shares), nrow(pairs), nrow(links), sum(links$weight), getRversion(), packageVersion("data.table")))
