import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCog } from '../src/cog/cog.ts';
import { perimetreOf } from '../src/cog/perimetre.ts';
import { commands } from '../src/commands/index.ts';
import { editorSchema } from '../src/compile/scaffold/editor.ts';
import { scaffold } from '../src/compile/scaffold/scaffold.ts';
import { cogBytes } from '../src/load/assets.ts';
import { readSource } from '../src/load/read.ts';
import type { Finding } from '../src/model/diagnostic.ts';
import { kindOf } from '../src/schema/files.ts';
import { codeList } from '../src/schema/labels.ts';
import { type Answers, askedBySchemas, questions } from '../src/schema/questions.ts';
import { checkFile } from '../src/validate/check-file.ts';
import type { Langue } from '../src/words/text.ts';
import { atelier, contentsOf, freshFolder } from './terminal.ts';

const cog = openCog(cogBytes());
const epci = ['244000865 CC Maremne Adour Côte Sud', "200069417 CC Pays d'Orthe et Arrigans"];
const base: Answers = {
  ...{ phase: 'candidature', dispositif: 'local', diffusion: 'partenaires', nom: 'Sud des Landes' },
  ...{ titre: 'Habiter au sud des Landes', communes: [], epci, departements: [], regions: [] },
  ...{ moa: 'DDTM des Landes', porteurs: epci, debut: '2026-03', seance: '2026-04-12', budget: '~100000' },
};
const phases = Object.keys(codeList('phase')) as Answers['phase'][];
const dispositifs = Object.keys(codeList('dispositif')) as Answers['dispositif'][];
const stages = phases.flatMap((phase) => dispositifs.map((dispositif) => ({ phase, dispositif })));

function filesFor(answers: Answers, langue: Langue = 'fr') {
  const { communes, departements, regions } = answers;
  const perimetre = perimetreOf({ communes, epci: answers.epci, departements, regions }, cog);
  const context = { id: 'sud-des-landes', langue, anneeCog: 2026, perimetre, criteres: {}, alone: true };
  return scaffold(answers, context).map(({ path, bytes }) => ({ path, text: String(bytes) }));
}

/** What is wrong with one file by itself, read as load reads it. */
function errorsIn(path: string, text: string): readonly Finding[] {
  const known = kindOf('dossier', path);
  if (known === null) return [];
  const holder = { holder: 'dossier', id: 'sud-des-landes', path: '' } as const;
  const file = readSource({ path, holder, kind: known.pattern.kind, id: known.id }, text);
  return [...file.findings, ...checkFile(file, cog).findings].filter(({ severity }) => severity === 'error');
}

describe('a new dossier', () => {
  it.each(stages)('holds at $phase of a $dispositif atelier, in both languages', async ({ phase, dispositif }) => {
    for (const langue of ['fr', 'en']) {
      const folder = freshFolder();
      const session = dispositif === 'national' ? ['--session', 'transition-2019'] : [];
      const flags = ['--epci', '244000865,200069417', '--debut', '2026-03', '--budget', '100000', '--lang', langue];
      const made = await atelier(
        ['init', 'landes', '--yes', '--phase', phase, '--dispositif', dispositif, ...session, ...flags],
        folder,
      );
      expect(made.err).toBe('');
      expect(made.code).toBe(0);
      const checked = await atelier(['validate', 'landes', '--format', 'json'], folder);
      const { summary, diagnostics } = JSON.parse(checked.out) as {
        summary: { errors: number };
        diagnostics: { rule: string; pointer: string }[];
      };
      expect(summary.errors).toBe(0);
      // Nothing that was answered is asked for again.
      expect(
        diagnostics.filter(({ rule }) => rule === 'maitrise-ouvrage-absente' || rule === 'perimetre-absent'),
      ).toEqual([]);
    }
  });

  it('grows with the phase', () => {
    const paths = (answers: Partial<Answers>) =>
      filesFor({ ...base, seance: '', ...answers })
        .map(({ path }) => path)
        .filter((path) => !path.startsWith('.'));
    const { seance: _, ...undated } = base;
    const first = filesFor(undated)
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('.'));
    expect(first).toEqual(['dossier.yaml', 'territoire.yaml', 'acteurs.yaml', 'candidature.yaml', 'LISEZ-MOI.md']);
    const later = paths({ phase: 'strategie' });
    for (const path of ['echelle.yaml', 'debats.yaml', 'seances/atelier-3.md', 'strategie/vision.md'])
      expect(later).toContain(path);
    expect(paths({ phase: 'cadrage', dispositif: 'flash' }).filter((path) => path.startsWith('seances/'))).toEqual([
      'seances/atelier.md',
    ]);
  });

  it('is each dispositif’s own', () => {
    const text = (dispositif: Answers['dispositif'], path: string) =>
      filesFor({ ...base, dispositif, communes: ['80253 Doullens'], epci: [] }).find((file) => file.path === path)
        ?.text ?? '';
    expect(
      text('local', 'candidature.yaml').match(
        /^(?:# )?(?:porteurs|localisation|objet|objectifs|ressources|dynamiques_territoire|dynamiques_amenagement):/gm,
      ),
    ).toHaveLength(7);
    expect(text('national', 'candidature.yaml')).toContain('# reponses:');
    expect(text('flash', 'candidature.yaml')).toContain('# demande: |');
    expect(text('flash', 'echelle.yaml')).toContain('type: site_projet');
    expect(text('flash', 'echelle.yaml')).toContain('communes: [80253 Doullens]');
  });

  it('writes what each key means above it', () => {
    const lines =
      filesFor(base)
        .find(({ path }) => path === 'dossier.yaml')
        ?.text.split('\n') ?? [];
    const keys = lines.flatMap((line, index) => (/^(?:# )?[a-z_]+:/.test(line) ? [index] : []));
    expect(keys.length).toBeGreaterThan(8);
    for (const index of keys) expect(lines[index - 1], lines[index]).toMatch(/^#/);
  });

  it('has no English in French, no French in English', () => {
    for (const stage of stages) {
      const comments = (langue: Langue) =>
        filesFor({ ...base, ...stage }, langue)
          .filter(({ path }) => !path.startsWith('.'))
          .flatMap(({ text, path }) =>
            text
              .split('\n')
              .filter((line) => path.endsWith('-MOI.md') || path === 'README.md' || /^\s*#+ [A-ZÀ-Ý]/.test(line)),
          );
      expect(
        comments('fr').filter((line) => /\b(?:the|of|which|with|below|answer)\b/.test(line.replace(/`[^`]*`/g, ''))),
      ).toEqual([]);
      expect(
        comments('en').filter((line) =>
          /\b(?:le|la|les|des|une|qui|dans|pour)\b/.test(line.replace(/Atelier des territoires|des Landes/g, '')),
        ),
      ).toEqual([]);
    }
  });
});

/** A value for keys that must not stay empty once they are there. */
const dummies: Readonly<Record<string, string>> = {
  valeur: '12',
  date: '2026-05',
  debut: '2026',
  montant: '~5000',
  communes: '[14119 Cagny]',
  types: '[rural]',
  visees: '[sobriete]',
  participants: '{ elus: 12, total: ~60 }',
  decomptes: '{ principes: 7 }',
  inconnus: '[budget]',
};

/** The keys that are commented out in a text: the lines of each, with those below that belong to it. */
function waitingIn(text: string): readonly (readonly number[])[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const [, indent] = /^(\s*)# [a-z0-9_-]+:(?: |$)/.exec(line) ?? [];
    if (indent === undefined) return [];
    let end = start + 1;
    while (lines[end]?.startsWith(`${indent}#   `)) end++;
    return [Array.from({ length: end - start }, (_, offset) => start + offset)];
  });
}

/** The text once the author has removed `# ` there, and answered. */
function answered(text: string, places: readonly number[]): string {
  const lines = text.split('\n').map((line, index) => (places.includes(index) ? line.replace(/^(\s*)# /, '$1') : line));
  return filledIn(lines, places);
}

/** The keys of some lines with a value, where they have none and nothing below them. */
function filledIn(lines: readonly string[], places: readonly number[]): string {
  const depth = (line = '') => /^[\s-]*/.exec(line)?.[0].length ?? 0;
  const filled = lines.map((line, index) => {
    const [, key = ''] = /^\s*(?:- )?([a-z_]+):$/.exec(line) ?? [];
    const alone = depth(lines[index + 1]) <= depth(line);
    return places.includes(index) && alone && dummies[key] !== undefined ? `${line} ${dummies[key]}` : line;
  });
  return filled.join('\n');
}

describe('a key that waits for an answer', () => {
  it('is valid as soon as `# ` is removed, alone or with all the others', () => {
    let count = 0;
    for (const stage of stages) {
      for (const { path, text } of filesFor({ ...base, ...stage })) {
        const blocks = waitingIn(text);
        count += blocks.length;
        for (const block of [...blocks, blocks.flat()]) {
          const filled = answered(text, block);
          expect(
            errorsIn(path, filled).map(({ message, pointer }) => `${path}${pointer} ${message.fr}`),
            filled,
          ).toEqual([]);
        }
      }
    }
    expect(count).toBeGreaterThan(300);
  });

  it('is seen by this test when it is wrong', () => {
    const text = '# budget:\n#   montant: 3\n';
    expect(errorsIn('dossier.yaml', answered(text, waitingIn(text).flat())).length).toBeGreaterThan(0);
  });
});

describe('the models of LISEZ-MOI', () => {
  it('are files of the format', () => {
    const readme = filesFor({ ...base, phase: 'suites' }).find(({ path }) => path === 'LISEZ-MOI.md')?.text ?? '';
    const models = [...readme.matchAll(/### .*`(.+)`\n\n.*\n\n```yaml\n([\s\S]*?)```/g)];
    expect(models.map(([, path]) => path)).toEqual([
      'strategie/principes/mon-principe.md',
      'strategie/feuille-de-route.yaml',
      'strategie/initiatives/mon-initiative.md',
      'enseignements.yaml',
    ]);
    for (const [, path = '', model = ''] of models) {
      const lines = model.split('\n');
      expect(errorsIn(path, filledIn(lines, [...lines.keys()])), path).toEqual([]);
    }
  });
});

describe('what people type', () => {
  const hostile = [
    'Habiter : l’orée',
    'Centre #2',
    "L'eau « vive »",
    'Il a dit "oui"',
    'C\'est "ici" : #1',
    '🎉 fête',
    '- tiret',
    '? [x]: {y}',
    'true',
    '2026',
    '~',
    '& ancre',
    '\\n',
  ];
  it.each(hostile)('%j comes back as it was', async (titre) => {
    const folder = freshFolder();
    const made = await atelier(
      ['init', 'ici', '--dispositif', 'local', '--communes', '80253', '--titre', titre, '--nom', titre],
      folder,
    );
    expect(made.code, made.err).toBe(0);
    const text = contentsOf(join(folder, 'ici')).get('dossier.yaml') ?? '';
    const file = readSource(
      { path: 'dossier.yaml', holder: { holder: 'dossier', id: 'ici', path: '' }, kind: 'dossier', id: null },
      Buffer.from(text, 'latin1').toString('utf8'),
    );
    expect(file.value).toMatchObject({ titre });
  });

  it('comes back whatever it is', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => !/[\p{C}\u2028\u2029]/u.test(text) && text.trim() !== '');
    fc.assert(
      fc.property(line, (titre) => {
        const text = filesFor({ ...base, titre }).find(({ path }) => path === 'dossier.yaml')?.text ?? '';
        const file = readSource(
          { path: 'dossier.yaml', holder: { holder: 'dossier', id: 'x', path: '' }, kind: 'dossier', id: null },
          text,
        );
        expect(file.value).toMatchObject({ titre });
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [['--titre', 'deux\nlignes'], '--titre : un texte sur une seule ligne'],
    [['--titre', '\u001b[31mrouge'], '--titre : un texte sur une seule ligne'],
    [
      ['--phase', 'stratégie'],
      '--phase : « stratégie » n’est pas un code connu (phase) ; vouliez-vous dire « strategie » ?',
    ],
    [['--epci', '244000866'], '--epci : « 244000866 » n’est pas un SIREN possible'],
    [['--epci', '40065'], '--epci : « 40065 » est Capbreton : sa place est --communes'],
    [['--communes', '14999'], '--communes : « 14999 » n’est pas un code de commune connu'],
    [['--communes', '44170 Nozay'], 'code postal'],
    [['--communes', 'Doulens'], '« 80253 Doullens »'],
    [['--debut', '2026-02-31'], '--debut : « 2026-02-31 » n’existe pas'],
    [['--debut', 'bientôt'], '--debut : « bientôt »'],
    [['--budget', 'cher'], '--budget : « cher »'],
    [['--moa', 'DDTM, a.b@exemple.fr'], '--moa : '],
    [['--session', 'x'], '--session ne va qu’avec --dispositif national'],
  ])('%j is refused, explained, and nothing is written', async (flags, sentence) => {
    const folder = freshFolder();
    const base = ['init', 'ici', '--dispositif', 'local', '--yes'];
    const { code, err, out } = await atelier([...base, ...flags], folder);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(contentsOf(folder).size).toBe(0);
  });

  it('is set right where it has one meaning', async () => {
    const folder = freshFolder();
    const flags = ['--debut', '03/2026', '--seance', '12 avril 2026', '--budget', '100 000 €', '--communes', '97501'];
    const { code } = await atelier(['init', 'ici', '--yes', ...flags], folder);
    const files = contentsOf(join(folder, 'ici'));
    expect(code).toBe(0);
    expect(files.get('dossier.yaml')).toContain('debut: 2026-03\n');
    expect(files.get('dossier.yaml')).toContain('montant: 100000\n');
    expect(files.get('seances/atelier-1.md')).toContain('date: 2026-04-12\n');
    expect(files.get('territoire.yaml')).toContain('communes: [97501 Miquelon-Langlade]');
  });
});

describe('without a terminal', () => {
  it('asks nothing: one line names what is missing', async () => {
    const folder = freshFolder();
    const { code, err } = await atelier(['init'], folder);
    expect(code).toBe(2);
    expect(err).toBe(
      'erreur : il manque --dispositif (national, local ou flash), --communes ou --epci, --titre ; --yes prend la réponse proposée\n',
    );
    const titled = await atelier(['init', '--dispositif', 'flash', '--communes', '80253'], folder);
    expect(titled.err).toBe('erreur : il manque --titre ; --yes prend la réponse proposée\n');
    expect(contentsOf(folder).size).toBe(0);
  });

  it('takes the folder from the title', async () => {
    const folder = freshFolder();
    const { out } = await atelier(
      ['init', '--dispositif', 'flash', '--communes', '80253', '--titre', 'L’orée du Bois'],
      folder,
    );
    expect(out).toContain('Créé dans l-oree-du-bois/ : 19');
    expect(contentsOf(folder).get('l-oree-du-bois/dossier.yaml')).toContain('id: l-oree-du-bois\n');
  });

  it('overwrites nothing when run again', async () => {
    const folder = freshFolder();
    const line = ['init', 'ici', '--yes', '--communes', '80253'];
    await atelier(line, folder);
    writeFileSync(join(folder, 'ici/acteurs.yaml'), '# à moi\n');
    const before = contentsOf(folder);
    const again = await atelier([...line, '--titre', 'Autre', '--phase', 'suites'], folder);
    expect(again.code).toBe(0);
    expect(again.out).toContain('ici/ existe déjà : rien n’est écrasé.');
    expect(again.out).toContain('dossier.yaml');
    expect(contentsOf(folder)).toEqual(before);
  });

  it('keeps a file that was there before the dossier', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'ici'));
    writeFileSync(join(folder, 'ici/.gitignore'), '*.bak\n');
    const { out } = await atelier(['init', 'ici', '--yes', '--communes', '80253'], folder);
    expect(out).toContain('Gardé tel quel : .gitignore');
    expect(contentsOf(folder).get('ici/.gitignore')).toBe('*.bak\n');
  });

  it('does not put a dossier inside another', async () => {
    const folder = freshFolder();
    await atelier(['init', 'ici', '--yes', '--communes', '80253'], folder);
    const { code, err } = await atelier(['init', 'dedans', '--yes', '--communes', '80253'], join(folder, 'ici'));
    expect(code).toBe(2);
    expect(err).toContain('à l’intérieur d’un autre dossier');
  });
});

describe('--answers', () => {
  const yaml =
    'dispositif: local\ntitre: "Habiter : l’orée"\nepci: [244000865]\nmoa: DDTM des Landes\nporteurs: non\nbudget: 100 000\n';
  it('gives the same as flags, which win over it', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'reponses.yaml'), yaml);
    const { code, err } = await atelier(['init', 'ici', '--answers', 'reponses.yaml', '--phase', 'cadrage'], folder);
    expect(err).toBe('');
    expect(code).toBe(0);
    const files = contentsOf(join(folder, 'ici'));
    expect(files.get('dossier.yaml')).toContain('phase: cadrage\n');
    expect(files.get('dossier.yaml')).toContain('montant: 100000\n');
    expect(files.get('acteurs.yaml')).not.toContain('categorie: epci');
  });

  it.each([
    ['titr: x\n', '« titr » n’est pas une question ; vouliez-vous dire « titre » ?'],
    ['titre: a : b\n', '--answers r.yaml : '],
    ['- a\n', 'des clés sont attendues'],
    ['titre:\n  a: b\n', '--answers r.yaml : '],
    ['communes:\n  a: b\n', '« communes » attend une valeur, ou une liste'],
    ['epci: [1]\n', 'epci : « 1 »'],
    ['ci: gitea\n', 'ci ne connaît pas « gitea » : github, gitlab'],
  ])('%j is refused and nothing is written', async (text, sentence) => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'r.yaml'), text);
    const { code, err } = await atelier(['init', 'ici', '--yes', '--answers', 'r.yaml'], folder);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect([...contentsOf(folder).keys()]).toEqual(['r.yaml']);
  });

  it('says when the file is not there', async () => {
    const { err } = await atelier(['init', 'ici', '--answers', 'rien.yaml'], freshFolder());
    expect(err).toBe('erreur : --answers rien.yaml : ce fichier n’existe pas\n');
  });
});

describe('a workspace', () => {
  async function workspace(): Promise<string> {
    const folder = freshFolder();
    const { code, out } = await atelier(['init', 'espace', '--espace', '--titre', 'Ateliers : Landes'], folder);
    expect(code).toBe(0);
    expect(out).toContain('Premier dossier : cd espace, puis atelier init mon-territoire');
    return join(folder, 'espace');
  }

  it('holds no error, and its dossiers go below dossiers/', async () => {
    const root = await workspace();
    for (const path of [
      'atelier.yaml',
      'dossiers/.gitkeep',
      'sessions/.gitkeep',
      '.gitignore',
      '.vscode/settings.json',
    ])
      expect(contentsOf(root).has(path)).toBe(true);
    const { code } = await atelier(['init', 'landes', '--yes', '--epci', '244000865'], root);
    expect(code).toBe(0);
    const made = [...contentsOf(root).keys()].filter((path) => path.startsWith('dossiers/landes/'));
    expect(made).toContain('dossiers/landes/dossier.yaml');
    expect(made.filter((path) => path.includes('.vscode'))).toEqual([]);
    const checked = await atelier(['validate', '--format', 'json'], root);
    expect(JSON.parse(checked.out).summary.errors).toBe(0);
  });

  it('wants ids for its folders', async () => {
    const root = await workspace();
    const { code, err } = await atelier(['init', 'Mon Dossier', '--yes', '--epci', '244000865'], root);
    expect(code).toBe(2);
    expect(err).toContain('par exemple « mon-dossier »');
    const outside = await atelier(['init', 'autre/landes', '--yes', '--epci', '244000865'], root);
    expect(outside.err).toContain('va dans dossiers/');
  });

  it('wants a session for a national atelier as soon as it has one', async () => {
    const root = await workspace();
    const line = ['init', 'landes', '--dispositif', 'national', '--titre', 'Landes', '--epci', '244000865'];
    mkdirSync(join(root, 'sessions/transition-2019'), { recursive: true });
    writeFileSync(
      join(root, 'sessions/transition-2019/session.yaml'),
      'format: 1\ntitre: Transition\ncriteres:\n  projet: {titre: Qualité du projet}\n',
    );
    expect((await atelier(line, root)).err).toBe('erreur : il manque --session : transition-2019\n');
    expect((await atelier([...line, '--session', 'transition-2018'], root)).err).toContain(
      'vouliez-vous dire « transition-2019 » ?',
    );
    expect((await atelier([...line, '--session', 'transition-2019'], root)).code).toBe(0);
    const candidature = Buffer.from(contentsOf(root).get('dossiers/landes/candidature.yaml') ?? '', 'latin1').toString(
      'utf8',
    );
    expect(candidature).toContain('#   # Qualité du projet\n#   projet: |\n');
  });

  it('is not made inside another', async () => {
    const root = await workspace();
    expect((await atelier(['init', 'dedans', '--espace'], root)).code).toBe(2);
  });
});

describe('the questions', () => {
  it('are those that the schemas ask, each with its flag', () => {
    for (const { kind, path, step } of askedBySchemas()) {
      const asked = questions.find(
        (question) => question.kind === kind && question.pointer.startsWith(`/${path.join('/')}`),
      );
      expect(asked?.step, path.join('.')).toBe(step);
    }
    const flags =
      commands.find(({ name }) => name === 'init')?.options.map((option) => /--([a-z]+)/.exec(option.flags)?.[1]) ?? [];
    for (const { key } of questions) expect(flags).toContain(key);
  });
});

describe('the settings of the editor', () => {
  it('hold schemas without references, looser than ours', () => {
    const schema = JSON.stringify(editorSchema('dossier', 'fr'));
    expect(schema).not.toContain('$ref');
    expect(schema).not.toContain('x-atelier');
    const { properties } = JSON.parse(schema);
    expect(properties.calendrier.properties.debut.type).toEqual(['string', 'number', 'null']);
    expect(properties.phase.enum).toContain('cadrage');
    expect(properties.phase.enumDescriptions).toContain('Cadrage');
  });

  it('name schemas that are there', () => {
    const files = new Map(filesFor(base).map(({ path, text }) => [path, text]));
    const settings = JSON.parse(files.get('.vscode/settings.json') ?? '{}');
    const named = Object.keys(settings['yaml.schemas']).map((path) => path.slice(2));
    expect(named.length).toBeGreaterThan(8);
    for (const path of named) expect(files.has(path), path).toBe(true);
  });
});
