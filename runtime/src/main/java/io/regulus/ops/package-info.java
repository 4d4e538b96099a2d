/** What generated code builds networks of and TensorFlow Java lacks. */
package io.regulus.ops;
