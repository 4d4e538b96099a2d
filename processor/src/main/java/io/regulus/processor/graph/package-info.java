/** The network with every size, variable and decay group decided: what is left is to write it down. */
package io.regulus.processor.graph;
