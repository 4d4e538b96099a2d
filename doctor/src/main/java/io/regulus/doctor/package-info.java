/** A command that says whether TensorFlow works on this machine, and what to do where it does not. */
package io.regulus.doctor;
