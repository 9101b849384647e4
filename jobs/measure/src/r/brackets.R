# SPDX-License-Identifier: GPL-3.0-or-later
# Estimates from brackets (left, right], as key,value lines: survfit, and an expectation-maximisation of its own that
# stops by the condition of Gentleman and Geyer; survfit stops early and names intervals by their midpoints.
# Rscript brackets.R DIR      for every name in DIR/brackets.csv reads DIR/name.csv, writes DIR/name.r.csv
# name.csv: left, right (empty = never seen gone; left = exact time), group
suppressMessages(library(survival))
dir <- commandArgs(trailingOnly = TRUE)[1]

index <- read.csv(file.path(dir, "brackets.csv"))
for (i in seq_len(nrow(index))) {
  d <- read.csv(file.path(dir, paste0(index$name[i], ".csv")))
  right <- ifelse(is.na(d$right), Inf, d$right)
  fit <- survfit(Surv(ifelse(d$left == 0, NA, d$left), d$right, type = "interval2") ~ 1)
  # An exact time is a bracket of next to no length.
  d$left <- ifelse(d$left == right, d$left - 1e-9, d$left)

  keys <- character(0)
  values <- numeric(0)
  put <- function(key, value) {
    value <- as.numeric(value)
    keys <<- c(keys, if (length(value) == 1) key else paste0(key, "[", seq_along(value) - 1, "]"))
    values <<- c(values, value)
  }

  # Where the curve is known: cells between neighbouring ends that some left end opens and some right end closes.
  ends <- sort(unique(c(d$left, right)))
  cells <- data.frame(left = head(ends, -1), right = tail(ends, -1))
  cells <- cells[cells$left %in% d$left & cells$right %in% right, ]
  covers <- outer(d$left, cells$left, "<=") & outer(right, cells$right, ">=")
  mass <- rep(1 / nrow(cells), nrow(cells))
  # An interval that loses and holds little is left out for a while; one that would gain is let in again.
  for (round in 1:400000) {
    gain <- colSums(covers / as.vector(covers %*% mass)) / nrow(d)
    if (max(gain) - 1 < 1e-11) break
    mass <- mass * gain
    if (round %% 200 == 0) mass[mass < 1e-3 & gain < 1 - 1e-6] <- 0
    if (round %% 1000 == 0) mass[mass == 0 & gain > 1] <- 1e-6
    mass <- mass / sum(mass)
  }
  if (max(gain) - 1 >= 1e-9) stop("no maximum for ", index$name[i])
  put("log_likelihood", sum(log(covers %*% mass)))
  at <- sort(unique(right[is.finite(right)]))
  put("survival", sapply(at, function(t) sum(mass[cells$right > t])))

  put("survfit", sapply(at, function(t) min(1, fit$surv[fit$time <= t])))

  # Rank tests: permutation form with scores of Sun, of Finkelstein, and of Wilcoxon, Mann and Whitney.
  survival <- 1 - cumsum(mass)
  before <- c(1, head(survival, -1))
  hazard <- cumsum(ifelse(before > 1e-12, mass / before, 0))
  share <- function(t) c(1, survival)[1 + sapply(t, function(s) sum(cells$right <= s))]
  cumulative <- function(t) c(0, hazard)[1 + sapply(t, function(s) sum(cells$right <= s))]
  sl <- share(d$left)
  sr <- ifelse(is.finite(right), share(right), 0)
  wl <- cumulative(d$left)
  wr <- ifelse(is.finite(right), cumulative(right), 0)
  xlogx <- function(s) ifelse(s > 1e-12, s * log(s), 0)
  scores <- list(sun = (sr * wr - sl * wl) / (sl - sr),
                 finkelstein = (xlogx(sl) - xlogx(sr)) / (sl - sr),
                 wilcoxon = sl + sr - 1)
  first <- d$group == sort(unique(d$group))[1]
  for (name in names(scores)) {
    c <- scores[[name]]
    u <- sum(c[first])
    v <- var(c) * sum(first) * sum(!first) / nrow(d)
    put(paste0(name, ".score"), u)
    put(paste0(name, ".z"), u / sqrt(v))
  }
  write.table(data.frame(key = keys, value = formatC(values, digits = 17, format = "g")), file.path(dir, paste0(index$name[i], ".r.csv")),
              sep = ",", quote = FALSE, row.names = FALSE, na = "NA")
}
