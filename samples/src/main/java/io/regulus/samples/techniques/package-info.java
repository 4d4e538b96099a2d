/** Ways of regularising, each trained on the same images with the same seeds and put side by side. */
package io.regulus.samples.techniques;
