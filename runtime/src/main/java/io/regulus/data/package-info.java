/** Rows to train, evaluate and predict on: {@link io.regulus.data.Dataset}, held in memory. */
package io.regulus.data;
