import type { OutputFile } from '../../model/output.ts';
import { tables } from '../../schema/columns.ts';
import { type About, aboutSeen, type Source } from './about.ts';
import { changelog } from './changelog.ts';
import { changesOf } from './changes.ts';
import { datapackage } from './datapackage.ts';
import { catalogue } from './dcat.ts';
import { dictionaryFile, dictionaryRows } from './dictionary.ts';
import type { Head } from './extract.ts';
import type { Extracts, Writing } from './extracts.ts';
import { fiche } from './fiche.ts';
import { type DataFile, dictionaryPath } from './files.ts';
import { opening, readme } from './readme.ts';
import { joined, nothingSeen } from './seen.ts';
import { columnsOfState, type DatasetState, holderState } from './state.ts';
import { schemaFiles } from './table-schema.ts';
import type { Around } from './workbook.ts';
import { workbookReadme } from './workbook-readme.ts';

/** What stands around the tables: what a workbook has before them, and the files beside them. */
export interface AroundTables {
  readonly book: Around;
  /** @param data the files of data that were written, with their sizes and sums */
  readonly files: (data: readonly DataFile[]) => Iterable<OutputFile>;
}

/** What describes and explains a dataset. */
export function aroundFiles(extracts: Extracts, heads: readonly Head[], writing: Writing): AroundTables {
  const about = aboutOf(extracts, heads, writing);
  const counts = countsOf(extracts, heads);
  const { langue, title } = about;
  return {
    book: {
      langue,
      title,
      readme: workbookReadme({ langue, title, opening: opening(about), tables: tables(), counts }),
      dictionary: dictionaryRows(tables()),
    },
    files: function* (data) {
      const described: readonly DataFile[] = [...data, { path: dictionaryPath, format: 'csv', table: null }];
      yield* schemaFiles(tables(), about);
      yield dictionaryFile(tables());
      yield { path: 'datapackage.json', bytes: datapackage(tables(), about, described) };
      yield { path: 'README.md', bytes: readme(tables(), counts, about, described) };
      const found = catalogue(tables(), about, described, writing.urlBase);
      if (found.ok) yield found.file;
      else if (about.public || writing.urlBase !== null) writing.remark(found.why);
      const form = fiche(tables(), counts, about, described, writing.since !== null);
      if (form !== null) yield { path: 'fiche-datagouv.md', bytes: form };
      if (writing.since === null) return;
      const changes = changesOf(writing.since.state, stateOf(extracts, heads));
      const { revision: since } = writing.since;
      yield {
        path: 'CHANGELOG.md',
        bytes: changelog(changes, { langue, since, date: about.date, public: about.public }),
      };
    },
  };
}

/** What is kept of a dataset, to be compared with another. */
export function stateOf({ rows, count }: Pick<Extracts, 'rows' | 'count'>, heads: readonly Head[]): DatasetState {
  const states = (kind: Head['kind']) =>
    new Map(
      heads
        // What is held back has no row.
        .filter((head) => head.kind === kind && tables().some((_, at) => count(head, at) > 0))
        .map((head) => [
          head.id,
          holderState(
            tables(),
            tables().map((_, at) => rows(head, at)),
          ),
        ]),
    );
  return { columns: columnsOfState(tables()), dossiers: states('dossier'), sessions: states('session') };
}

function countsOf({ count }: Extracts, heads: readonly Head[]): ReadonlyMap<string, number> {
  return new Map(tables().map(({ name }, at) => [name, heads.reduce((sum, head) => sum + count(head, at), 0)]));
}

function aboutOf({ settings, seen: seenOf }: Extracts, heads: readonly Head[], writing: Writing): About {
  const { langue, date, version, formats } = writing;
  const drawn = heads.filter(({ contours }) => contours !== null);
  const seen = heads.reduce((all, head) => joined(all, seenOf(head)), nothingSeen);
  return aboutSeen(seen, settings, {
    ...(langue && { langue }),
    ...(date !== undefined && { date }),
    ...(version !== undefined && { version }),
    public: writing.public ?? false,
    leftOut: heads.flatMap(({ leftOut }) => leftOut),
    excel: writing.excel,
    masked: heads.reduce((sum, { masked }) => sum + masked, 0),
    ...(formats.includes('geojson') && { contours: { drawn: drawn.length, sources: sourcesOf(drawn) } }),
  });
}

/** Who made the contours, each once, with the years. */
function sourcesOf(drawn: readonly Head[]): readonly Source[] {
  const years = new Map<string, Set<number>>();
  for (const { contours } of drawn) {
    if (contours === null || contours === 'unknown') continue;
    const known = years.get(contours.nom) ?? new Set();
    if (contours.annee !== null) known.add(contours.annee);
    years.set(contours.nom, known);
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, of]) => ({ title, ...(of.size > 0 && { version: [...of].sort().join(', ') }) }));
}
