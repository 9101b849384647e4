# SPDX-License-Identifier: GPL-3.0-or-later
# Turnbull's estimate by survival::survfit of the brackets in a CSV file (lower,upper; upper empty = not gone), with the
# log-likelihood that it reaches and how far it is from the maximum: max over times t of sum_i [L_i < t <= R_i] / P_i, over n, less 1.
suppressPackageStartupMessages(library(survival))
rows <- read.csv(commandArgs(TRUE)[1])
lower <- rows$lower
upper <- ifelse(is.na(rows$upper), Inf, rows$upper)
took <- system.time(
  fit <- survfit(Surv(ifelse(lower <= 0, NA, lower), ifelse(is.finite(upper), upper, NA), type = "interval2") ~ 1,
                 se.fit = FALSE))
survival <- stepfun(fit$time, c(1, fit$surv))
at <- function(t) ifelse(t <= 0, 1, ifelse(is.finite(t), survival(t), 0))
p <- at(lower) - at(upper)
begun <- order(lower); ended <- order(upper)
ends <- sort(unique(upper))
up_to <- function(sorted, sums, t, open) c(0, sums)[1 + findInterval(t, sorted, left.open = open)]
gain <- up_to(lower[begun], cumsum(1 / p[begun]), ends, TRUE) - up_to(upper[ended], cumsum(1 / p[ended]), ends, TRUE)
cat(sprintf("work_seconds %.3f\nlog_likelihood %.6f\ngap %.3e\nR %s, survival %s\n", took[["elapsed"]], sum(log(p)),
            max(gain) / nrow(rows) - 1, getRversion(), packageVersion("survival")))
