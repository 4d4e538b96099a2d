/** Metrics of fits and predictions, for whatever Micrometer reports to: Prometheus, OTLP, JMX and others. */
package io.regulus.micrometer;
