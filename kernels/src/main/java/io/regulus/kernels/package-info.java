/**
 * Ops of an own native library: fused updates of parameters, batch norm with activation, dropout, a loss, a check for finite
 * gradients. Ask {@link io.regulus.kernels.Kernels#available()} first; the ops can be built only where it says yes.
 */
package io.regulus.kernels;
