import type { CarteComparee } from '../../compile/comparison/figure.ts';
import type { Extracts } from '../../compile/dataset/extracts.ts';
import { findTargets } from '../../load/find.ts';
import type { DataOf } from '../../model/types.gen.ts';
import type { Session } from '../../ui/terminal.ts';
import { refuseDoubles } from '../export/doubles.ts';
import { extractsOf } from '../export/extracts.ts';
import { type Gathered, gather } from '../export/gather.ts';
import { makeSpool, readSpool } from '../export/spool.ts';
import type { CarteGardee } from '../export/take.ts';
import { type Together, together } from '../export/together.ts';
import { inLanguageOf } from '../language.ts';
import { refuse } from '../refuse.ts';
import { progressOf } from '../validate/progress.ts';

/** What a comparison is asked for. */
export interface ComparisonAsked {
  /** Only what may be published. */
  readonly isPublic: boolean;
  readonly session: string | undefined;
  readonly at: string | undefined;
  readonly keepGoing: boolean;
  /** Whether maps are to be drawn. */
  readonly maps: boolean;
}

/** What there is to compare, while the spool stands. */
export interface GatheredSites {
  readonly extracts: Extracts;
  readonly settings: DataOf['atelier'] | undefined;
  /** Each workspace or lone dossier: where its folders lie. */
  readonly each: readonly Gathered[];
  readonly together: Together;
  /** Perimeters and contours by the id of their dossier; none where maps were not asked for. */
  readonly cartes: Pick<CarteComparee, 'perimetres' | 'contours'>;
  /** A folder of our own, for what is needed meanwhile. */
  readonly spool: string;
  /** The session in the workspace's own language. */
  readonly session: Session;
  /** 0, or 1 where dossiers were left out. */
  readonly code: 0 | 1;
}

/**
 * Gathers what is to be compared, as an export does, and hands it on.
 * @param use what is to be done with it; the spool is taken away afterwards
 * @returns the exit code: 1 where nothing was done, or dossiers with errors were left out
 * @throws UserError when nothing there is a dossier, or a flag names what is not there
 */
export async function withSites(
  paths: readonly string[],
  asked: ComparisonAsked,
  given: Session,
  use: (sites: GatheredSites) => Promise<void>,
): Promise<number> {
  const { folder: spool, remove } = makeSpool();
  try {
    const progress = progressOf(given);
    const { isPublic, maps, session: only, at } = asked;
    const each: Gathered[] = [];
    for (const target of findTargets(paths, given.cwd)) {
      const task = { isPublic, masks: false, spool, name: String(each.length), draws: false, maps };
      const how = { task, at, shard: null, session: only, env: given.env, progress: progress.step };
      each.push(await gather(target, how));
    }
    progress.end();
    const settings = each.find((one) => one.settings !== undefined)?.settings;
    const session = inLanguageOf(given, settings);
    const refused = refuse(each, each, asked.keepGoing, session);
    const all = together(each, only);
    const doubles = refuseDoubles(all.doubles, asked.keepGoing, session);
    if (refused === 'stop' || (doubles && !asked.keepGoing)) return 1;
    const reader = readSpool(spool);
    try {
      const code = refused === 'none' && !doubles ? 0 : 1;
      const cartes = maps ? cartesOf(all, reader) : { perimetres: new Map(), contours: new Map() };
      await use({ extracts: extractsOf(all, reader), settings, each, together: all, cartes, spool, session, code });
      return code;
    } finally {
      reader.close();
    }
  } finally {
    remove();
  }
}

function cartesOf({ kept }: Together, { carte }: ReturnType<typeof readSpool>): GatheredSites['cartes'] {
  const found = kept.flatMap((one) => {
    const text = carte(one);
    return text === null ? [] : [[one.head.id, JSON.parse(text) as CarteGardee] as const];
  });
  return {
    perimetres: new Map(found.map(([id, { perimetre }]) => [id, perimetre])),
    contours: new Map(
      found.flatMap(([id, { contours, source }]) => (contours === null ? [] : [[id, { contours, source }] as const])),
    ),
  };
}
