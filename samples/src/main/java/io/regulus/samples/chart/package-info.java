/** Pictures of learning curves. */
package io.regulus.samples.chart;
