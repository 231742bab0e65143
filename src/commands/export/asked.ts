import type { Taking } from '../../compile/dataset/extract.ts';
import { type DataFormat, dataFormats } from '../../compile/dataset/files.ts';
import { UserError } from '../../model/error.ts';
import { fillIn } from '../../words/text.ts';
import { listOption, type Options, textOption } from '../spec.ts';

/** One part of several: the i-th of n. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** What the flags of `export` ask for. */
export interface Asked extends Taking {
  readonly formats: readonly DataFormat[];
  readonly excel: boolean;
  readonly session: string | undefined;
  readonly at: string | undefined;
  readonly since: string | undefined;
  readonly urlBase: string | undefined;
  readonly shard: Shard | null;
  readonly merge: boolean;
}

/** @throws UserError when flags do not go together, or a part is not written `i/n` */
export function askedOf(options: Options): Asked {
  const shard = shardOf(textOption(options, 'shard'));
  const merge = options.merge === true;
  for (const [flag, key] of against) {
    if (merge && options[key] !== undefined) throw new UserError(fillIn(notMerged, { option: flag }));
  }
  if (shard !== null && options.since !== undefined) throw new UserError(notInParts);
  for (const [flag, key] of ofTheWhole) {
    if (shard !== null && options[key] !== undefined) throw new UserError(fillIn(notOfAPart, { option: flag }));
  }
  const urlBase = textOption(options, 'urlBase');
  if (urlBase !== undefined && !isWebAddress(urlBase)) throw new UserError(fillIn(notAnAddress, { ecrit: urlBase }));
  return {
    formats: [...new Set(listOption(options, 'to') ?? ['csv'])].filter(isFormat),
    isPublic: options.public === true,
    masks: options.maskSmallCounts === true,
    excel: options.csvExcel === true,
    session: textOption(options, 'session'),
    at: textOption(options, 'at'),
    since: textOption(options, 'since'),
    urlBase,
    shard,
    merge,
  };
}

/** What was decided when the parts were made. */
const against = [
  ['--shard', 'shard'],
  ['--at', 'at'],
  ['--since', 'since'],
  ['--session', 'session'],
  ['--public', 'public'],
  ['--mask-small-counts', 'maskSmallCounts'],
] as const;

/** What is decided when parts are put together. */
const ofTheWhole = [
  ['--to', 'to'],
  ['--csv-excel', 'csvExcel'],
  ['--url-base', 'urlBase'],
] as const;

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isFormat(word: string): word is DataFormat {
  return dataFormats.some((format) => format === word);
}

function shardOf(typed: string | undefined): Shard | null {
  if (typed === undefined) return null;
  const [, part = '', of = ''] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(typed) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (part === '' || shard.part < 1 || shard.part > shard.of) throw new UserError(fillIn(badShard, { ecrit: typed }));
  return shard;
}

const badShard = {
  fr: '--shard attend une part, comme 3/8 : la troisième sur huit ; « {ecrit} » n’en est pas une',
  en: '--shard expects a part, like 3/8: the third of eight; “{ecrit}” is none',
};
const notMerged = {
  fr: '{option} se donne en faisant les parts, pas en les réunissant (--merge)',
  en: '{option} is given when the parts are made, not when they are put together (--merge)',
};
const notOfAPart = {
  fr: '{option} se donne en réunissant les parts (--merge), pas en les faisant',
  en: '{option} is given when the parts are put together (--merge), not when they are made',
};
const notAnAddress = {
  fr: '--url-base attend une adresse, comme https://www.data.gouv.fr/… ; « {ecrit} » n’en est pas une',
  en: '--url-base expects an address, like https://www.data.gouv.fr/…; “{ecrit}” is none',
};
const notInParts = {
  fr: '--since compare tout le jeu de données : il ne va pas avec --shard',
  en: '--since compares the whole dataset: it does not go with --shard',
};
