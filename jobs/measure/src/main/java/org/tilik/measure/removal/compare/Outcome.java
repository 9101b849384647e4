// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Optional;
import java.util.function.Function;

/**
 * A result, or the reason why the data do not give one; exactly one of the two is present.
 *
 * @param <T> the result
 */
public record Outcome<T>(Optional<T> value, Optional<Undefined> undefined) {

    /** Refuses both and neither. */
    public Outcome {
        if (value.isPresent() == undefined.isPresent()) {
            throw new IllegalArgumentException("An outcome is a value or a reason, found " + value + ", " + undefined);
        }
    }

    /** A result. */
    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(Optional.of(value), Optional.empty());
    }

    /** No result. */
    public static <T> Outcome<T> none(Undefined reason) {
        return new Outcome<>(Optional.empty(), Optional.of(reason));
    }

    /** Whether there is a result. */
    public boolean isDefined() {
        return value.isPresent();
    }

    /** What {@code function} makes of the result; the same reason where there is none. */
    public <R> Outcome<R> map(Function<T, R> function) {
        return new Outcome<>(value.map(function), undefined);
    }

    /** What {@code function} makes of the result, which may be nothing; the same reason where there is none. */
    public <R> Outcome<R> flatMap(Function<T, Outcome<R>> function) {
        return value.map(function).orElseGet(() -> new Outcome<>(Optional.empty(), undefined));
    }

    /** The result; without one, an exception that names the reason. */
    public T orElseThrow() {
        return value.orElseThrow(() -> new IllegalStateException(
                "Not defined: " + undefined.map(Undefined::reason).orElseThrow() + "."));
    }
}
