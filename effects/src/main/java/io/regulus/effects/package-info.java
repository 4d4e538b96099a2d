/** Pictures of what each annotation does: drawn from networks that are trained, asked and looked into while they are drawn. */
package io.regulus.effects;
