import type { Fault } from './events.ts';
import { indentation, noKey, noKeyAbove } from './fault-lines.ts';
import { backslash, quotes } from './fault-quotes.ts';
import { colon, flow, sign } from './fault-signs.ts';
import { gluedColon, gluedDash, noBreakSpaces, tabs } from './fault-spaces.ts';
import { type Cause, inLine, sceneOf, type Trap, wordsOf } from './scene.ts';
import { sentences } from './sentences.ts';
import { repairs } from './traps.ts';

/** Each tells one way to fall, or nothing; the most particular first. */
const traps: readonly Trap[] = [
  tabs,
  noBreakSpaces,
  gluedColon,
  gluedDash,
  backslash,
  quotes,
  sign,
  flow,
  noKeyAbove,
  colon,
  noKey,
  indentation,
];

/**
 * Says why a text could not be read.
 * @param text the text; `fault` where the parser stopped, which is often after the cause
 * @returns the cause; its fix, if it has one, has been tried: with it the text reads on past that line
 */
export function diagnose(text: string, fault: Fault): Cause {
  const scene = sceneOf(text, fault);
  for (const trap of traps) {
    const cause = trap(scene);
    if (cause) return tried(text, cause);
  }
  const { line } = scene;
  return inLine('yaml-illisible', wordsOf(line), sentences.illisible(), [line.start, line.end]);
}

/** A fix that does not repair is not offered. */
function tried(text: string, cause: Cause): Cause {
  const { fix, ...rest } = cause.finding;
  return !fix || repairs(text, fix) ? cause : { ...cause, finding: rest };
}
