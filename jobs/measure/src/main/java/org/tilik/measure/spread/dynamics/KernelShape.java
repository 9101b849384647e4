// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/** The family of kernels that is fitted. */
public enum KernelShape {
    /** {@link Kernel.Exponential}; the likelihood takes time proportional to the number of events. */
    EXPONENTIAL(1),
    /** {@link Kernel.PowerLaw}; the likelihood takes every pair of events of a sequence, so their number is limited. */
    POWER_LAW(2);

    private final int parameters;

    KernelShape(int parameters) {
        this.parameters = parameters;
    }

    /** How many parameters a kernel has. */
    int parameters() {
        return parameters;
    }

    /** The kernel with these parameters: β; or θ and c. */
    Kernel kernel(double... parameters) {
        return this == EXPONENTIAL
                ? new Kernel.Exponential(parameters[0])
                : new Kernel.PowerLaw(parameters[0], parameters[1]);
    }
}
