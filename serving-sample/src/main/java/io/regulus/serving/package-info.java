/** A server that reads digits: a page to draw them on, an address for programs, a health check, metrics. */
package io.regulus.serving;
