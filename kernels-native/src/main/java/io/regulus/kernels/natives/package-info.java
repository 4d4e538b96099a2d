/** Beside the native library, what opens it. */
package io.regulus.kernels.natives;
