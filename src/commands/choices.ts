import { UserError } from '../model/error.ts';
import { nearest } from '../words/nearest.ts';
import { fillIn } from '../words/text.ts';
import { type OptionSpec, type Options, sequenceOption } from './spec.ts';

/**
 * Refuses a word that its flag does not know.
 * @throws UserError that proposes the nearest one
 */
export function checkChoices(specs: readonly OptionSpec[], options: Options): void {
  for (const { flags, choices, several, sequence } of specs) {
    if (!choices) continue;
    const flag = /--[a-z-]+/.exec(flags)?.[0] ?? flags;
    const value = options[flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    if (typeof value !== 'string') continue;
    const given =
      sequence === undefined
        ? [value]
        : (sequenceOption(options, sequence) ?? []).flatMap(([name, one]) => (name === flag ? [one] : []));
    const words = several ? value.split(',').map((word) => word.trim()) : given;
    if (words.every((word) => word === ''))
      throw new UserError(fillIn(noValue, { option: flag, choix: choices.join(', ') }));
    for (const word of words) {
      if ((several && word === '') || choices.includes(word)) continue;
      const near = nearest(word, choices);
      const words = { option: flag, mot: word, choix: choices.join(', ') };
      throw new UserError(
        fillIn(
          { fr: '{option} ne connaît pas « {mot} » : {choix}', en: '{option} does not know “{mot}”: {choix}' },
          words,
        ),
        near === null ? undefined : { fr: `vouliez-vous dire ${near} ?`, en: `did you mean ${near}?` },
      );
    }
  }
}

const noValue = { fr: '{option} attend une valeur : {choix}', en: '{option} expects a value: {choix}' };
