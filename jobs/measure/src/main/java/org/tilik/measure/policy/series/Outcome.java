// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.Optional;
import java.util.function.Function;

/**
 * An estimate, or the reason why there is none; exactly one of the two is present.
 *
 * @param <T> the estimate
 */
public record Outcome<T>(Optional<T> value, Optional<NoSeries> none) {

    /** Refuses both and neither. */
    public Outcome {
        if (value.isPresent() == none.isPresent()) {
            throw new IllegalArgumentException("An outcome is a value or a reason, found " + value + ", " + none);
        }
    }

    /** An estimate. */
    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(Optional.of(value), Optional.empty());
    }

    /** No estimate. */
    public static <T> Outcome<T> none(NoSeries reason) {
        return new Outcome<>(Optional.empty(), Optional.of(reason));
    }

    /** Whether there is an estimate. */
    public boolean isDefined() {
        return value.isPresent();
    }

    /** What {@code function} makes of the estimate; the same reason where there is none. */
    public <R> Outcome<R> map(Function<T, R> function) {
        return new Outcome<>(value.map(function), none);
    }

    /** What {@code function} makes of the estimate, which may be nothing; the same reason where there is none. */
    public <R> Outcome<R> flatMap(Function<T, Outcome<R>> function) {
        return value.map(function).orElseGet(() -> new Outcome<>(Optional.empty(), none));
    }

    /** The estimate; without one, an exception that names the reason. */
    public T orElseThrow() {
        return value.orElseThrow(() -> new IllegalStateException(
                "No estimate: " + none.map(NoSeries::reason).orElseThrow() + "."));
    }
}
