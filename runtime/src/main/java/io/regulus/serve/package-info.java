/** Predicting for many callers at a time: single rows of many threads, run together. */
package io.regulus.serve;
