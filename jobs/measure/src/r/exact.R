# SPDX-License-Identifier: GPL-3.0-or-later
# Estimates from exactly timed rows by R's own packages, as key,value lines.
# Rscript exact.R DIR      for every name in DIR/exact.csv (name,tau,edges) reads DIR/name.csv, writes DIR/name.r.csv
# name.csv: entry (empty = from the start), exit, cause (0 = censored), group, stratum, x, family
suppressMessages({library(survival); library(cmprsk); library(etm)})
dir <- commandArgs(trailingOnly = TRUE)[1]
precise <- coxph.control(eps = 1e-11, toler.chol = 1e-13, iter.max = 50)

# quantile() looks the band up after sorting it by value; where a band rises again, it is the first crossing that counts.
crossing <- function(time, band, found) {
  band[is.na(band)] <- -Inf
  if (all(diff(band[is.finite(band)]) <= 0)) return(found)
  sapply(c(.25, .5, .75), function(p) if (any(band <= 1 - p & is.finite(band))) min(time[band <= 1 - p & is.finite(band)]) else NA)
}

index <- read.csv(file.path(dir, "exact.csv"))
for (i in seq_len(nrow(index))) {
  d <- read.csv(file.path(dir, paste0(index$name[i], ".csv")))
  tau <- index$tau[i]
  edges <- as.numeric(strsplit(index$edges[i], " ")[[1]])
  late <- any(!is.na(d$entry))
  d$start <- ifelse(is.na(d$entry), min(0, d$exit) - 1, d$entry)
  d$event <- as.numeric(d$cause > 0)
  d$group <- factor(d$group)
  groups <- levels(d$group)
  # Errors by family are given from 20 families on, by effective number.
  families <- nrow(d)^2 / sum(table(d$family)^2) >= 20
  y <- if (late) Surv(d$start, d$exit, d$event) else Surv(d$exit, d$event)

  keys <- character(0)
  values <- numeric(0)
  put <- function(key, value) {
    value <- as.numeric(value)
    keys <<- c(keys, if (length(value) == 1) key else paste0(key, "[", seq_along(value) - 1, "]"))
    values <<- c(values, value)
  }

  for (type in c("plain", "log", "log-log")) {
    fit <- survfit(y ~ 1, conf.type = type)
    put(paste0("km.", type, ".low"), fit$lower)
    put(paste0("km.", type, ".high"), fit$upper)
    # With late entry the early curve rests on few: quantiles are of what is still there later, at a time when nothing
    # goes (survfit would count what goes at that very time).
    if (late) {
      fit <- survfit(y ~ 1, conf.type = type, start.time = max(edges) + 1 / 3)
      put(paste0("given.", type, ".survival"), fit$surv)
      put(paste0("given.", type, ".low"), fit$lower)
      put(paste0("given.", type, ".high"), fit$upper)
    }
    q <- quantile(fit, c(.25, .5, .75))
    put(paste0("quantile.", type), q$quantile)
    put(paste0("quantile.", type, ".low"), crossing(fit$time, fit$lower, q$lower))
    put(paste0("quantile.", type, ".high"), crossing(fit$time, fit$upper, q$upper))
  }
  fit <- survfit(y ~ 1)
  put("km.time", fit$time)
  put("km.at_risk", fit$n.risk)
  put("km.survival", fit$surv)
  put("km.error", ifelse(fit$surv > 0, fit$surv * fit$std.err, NA))

  if (length(groups) > 1) {
    if (late) {
      # survdiff takes no late entry: observed and expected events from each risk set.
      excess <- numeric(length(groups))
      variance <- matrix(0, length(groups), length(groups))
      for (t in sort(unique(d$exit[d$event == 1]))) {
        at_risk <- table(d$group[d$start < t & d$exit >= t])
        gone <- table(d$group[d$exit == t & d$event == 1])
        n <- sum(at_risk)
        k <- sum(gone)
        share <- as.vector(at_risk / n)
        excess <- excess + as.vector(gone) - k * share
        if (n > 1) variance <- variance + k * (n - k) / (n - 1) * (diag(share) - outer(share, share))
      }
      put("log_rank.chi_square", excess[-1] %*% solve(variance[-1, -1], excess[-1]))
      if (!any(duplicated(d$exit[d$event == 1]))) put("log_rank.cox_score", coxph(y ~ group, d)$score)
    } else {
      pairs <- combn(groups, 2)
      chi <- function(test) test$chisq
      for (rho in 0:1) {
        name <- c("log_rank", "peto_peto")[rho + 1]
        test <- survdiff(y ~ group, d, rho = rho)
        put(paste0(name, ".chi_square"), chi(test))
        put(paste0(name, ".expected"), test$exp)
        put(paste0(name, ".variance"), diag(as.matrix(test$var)))
        put(paste0(name, ".stratified"), chi(survdiff(y ~ group + strata(stratum), d, rho = rho)))
      }
      put("fleming_harrington.half", chi(survdiff(y ~ group, d, rho = .5)))
      p <- apply(pairs, 2, function(pair) {
        keep <- d$group %in% pair
        pchisq(chi(survdiff(Surv(exit, event) ~ group, d[keep, ])), 1, lower.tail = FALSE)
      })
      put("pairs.p", p)
      put("pairs.holm", p.adjust(p, "holm"))
    }
    if (families) put("log_rank.families", coxph(y ~ group, d, ties = "breslow", cluster = family)$rscore)
  }

  fits <- lapply(groups, function(g) survfit(y[d$group == g] ~ 1))
  if (!late && all(sapply(fits, function(f) tau <= max(f$time) || min(f$surv) == 0))) {
    table <- sapply(fits, function(f) summary(f, rmean = tau)$table[c("rmean", "se(rmean)")])
    put("rmst.mean", table[1, ])
    put("rmst.error", table[2, ])
    by_family <- sapply(groups, function(g) {
      own <<- d[d$group == g, ]
      one <- survfit(Surv(exit, event) ~ 1, own)
      sqrt(sum(tapply(residuals(one, times = tau, type = "rmst"), own$family, sum)^2))
    })
    if (families) put("rmst.family_error", by_family)
  }

  for (b in seq_along(edges)) {
    to <- if (b < length(edges)) edges[b + 1] else Inf
    hours <- sum(pmax(0, pmin(to, d$exit) - pmax(edges[b], ifelse(is.na(d$entry), 0, d$entry))))
    events <- sum(d$event & d$exit > edges[b] & d$exit <= to)
    put(paste0("band.", b - 1, ".events"), events)
    put(paste0("band.", b - 1, ".hours"), hours)
    if (hours > 0) {
      test <- poisson.test(events, hours)
      put(paste0("band.", b - 1, ".rate"), test$estimate)
      put(paste0("band.", b - 1, ".interval"), test$conf.int)
    }
  }

  regression <- function(ties) {
    fit <- coxph(y ~ group + x, d, ties = ties, control = precise)
    name <- paste0("cox.", ties)
    put(paste0(name, ".coefficient"), coef(fit))
    put(paste0(name, ".error"), sqrt(diag(fit$var)))
    put(paste0(name, ".log_likelihood"), fit$loglik)
    put(paste0(name, ".score"), fit$score)
    put(paste0(name, ".wald"), fit$wald.test)
    fit
  }
  for (ties in c("efron", "breslow")) {
    fit <- regression(ties)
    # Each column by itself: the terms of a factor are tested together otherwise.
    zph <- cox.zph(fit, transform = "km", terms = FALSE)
    put(paste0("zph.", ties), zph$table[, "chisq"])
    if (families) {
      robust <- coxph(y ~ group + x, d, ties = ties, cluster = family, control = precise)
      put(paste0("cox.", ties, ".family_error"), sqrt(diag(robust$var)))
      put(paste0("cox.", ties, ".family_wald"), robust$wald.test)
    }
  }
  if (nrow(d) < 500 && !late) {
    exact <- coxph(y ~ group + x, d, ties = "exact", control = precise)
    put("cox.exact.coefficient", coef(exact))
    put("cox.exact.error", sqrt(diag(exact$var)))
  }
  put("share.clopper_pearson", binom.test(sum(d$event), nrow(d))$conf.int)
  put("share.wilson", prop.test(sum(d$event), nrow(d), correct = FALSE)$conf.int)

  causes <- sort(unique(d$cause[d$cause > 0]))
  if (length(causes) > 1) {
    at <- sort(unique(d$exit[d$event == 1]))
    if (late) {
      rows <- data.frame(entry = d$start, exit = d$exit, cause = d$cause)
      cif <- etmCIF(Surv(entry, exit, cause != 0) ~ 1, rows, etype = cause, failcode = 1)
      summaries <- summary(cif)[[1]]
      for (k in seq_along(causes)) {
        own <- summaries[[k]]
        own <- own[match(at, own$time), ]
        put(paste0("aj.", causes[k]), own$P)
        put(paste0("aj.", causes[k], ".greenwood"), own$var)
      }
    } else {
      curves <- timepoints(cuminc(d$exit, d$cause), at)
      for (k in seq_along(causes)) {
        put(paste0("aj.", causes[k]), curves$est[k, ])
        put(paste0("aj.", causes[k], ".aalen"), curves$var[k, ])
      }
      fine_gray <- crr(d$exit, d$cause, model.matrix(~ group + x, d)[, -1], gtol = 1e-11)
      put("fine_gray.coefficient", fine_gray$coef)
      put("fine_gray.error", sqrt(diag(fine_gray$var)))
      if (length(groups) > 1) put("gray", cuminc(d$exit, d$cause, d$group)$Tests[, "stat"])
    }
  }
  write.table(data.frame(key = keys, value = formatC(values, digits = 17, format = "g")), file.path(dir, paste0(index$name[i], ".r.csv")),
              sep = ",", quote = FALSE, row.names = FALSE, na = "NA")
}
