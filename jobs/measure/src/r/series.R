# Segmented lines and their Newey-West errors in base R: lm, glm and the covariance written out as X' E K E X.
dir <- commandArgs(trailingOnly = TRUE)[1]
index <- read.csv(file.path(dir, "series.csv"))
for (name in index$name) {
  d <- read.csv(file.path(dir, paste0(name, ".csv")))
  keys <- character()
  values <- numeric()
  put <- function(key, x) {
    keys <<- c(keys, if (length(x) == 1) key else paste0(key, "[", seq_along(x) - 1, "]"))
    values <<- c(values, x)
  }
  d$after <- as.numeric(d$week >= 0)
  d$since <- d$after * d$week
  n <- nrow(d)
  lag <- floor(4 * (n / 100)^(2 / 9))
  kernel <- pmax(1 - abs(outer(d$week, d$week, "-")) / (lag + 1), 0)
  newey <- function(model, score, bread) {
    x <- model.matrix(model)
    meat <- t(x * score) %*% kernel %*% (x * score)
    v <- bread %*% meat %*% bread * n / (n - ncol(x))
    b <- coef(model)
    se <- sqrt(diag(v))
    margin <- qt(0.975, n - ncol(x)) * se
    put("coef", unname(b))
    put("se", unname(se))
    put("low", unname(b - margin))
    put("high", unname(b + margin))
    put("p", unname(2 * pt(-abs(b / se), n - ncol(x))))
  }
  if (index$counts[index$name == name] == 1) {
    m <- glm(value ~ week + after + since, data = d, family = quasipoisson, control = glm.control(epsilon = 1e-15, maxit = 100))
    x <- model.matrix(m)
    newey(m, d$value - fitted(m), solve(t(x) %*% (x * fitted(m))))
    put("dispersion", sum((d$value - fitted(m))^2 / fitted(m)) / (n - ncol(x)))
  } else {
    m <- lm(value ~ week + after + since, data = d, weights = d$weight)
    newey(m, d$weight * residuals(m), summary(m)$cov.unscaled)
    put("lag", lag)
  }
  write.table(data.frame(key = keys, value = formatC(values, digits = 17, format = "g")),
              file.path(dir, paste0(name, ".r.csv")), sep = ",", quote = FALSE, row.names = FALSE, na = "NA")
}
