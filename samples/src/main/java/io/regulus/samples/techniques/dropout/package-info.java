/** The dropout paper's network for MNIST, with what the paper compares (Srivastava et al., 2014, table 9). */
package io.regulus.samples.techniques.dropout;
