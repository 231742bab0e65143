import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPaths, usable } from '../src/commands/prepare.ts';
import { reportContext } from '../src/commands/report-context.ts';
import { type Plan, plans } from '../src/compile/report/plan.ts';
import { compose, reportOf } from '../src/compile/report/report.ts';
import type { Dossier } from '../src/model/dossier.ts';
import type { Langue } from '../src/words/text.ts';
import { pdfOf } from './pdf-made.ts';
import { readPdf } from './pdf-tags.ts';
import { complet, contextOf, nu } from './report/dossier-complet.ts';

const others = plans.filter((plan) => plan !== 'rapport');

interface Made {
  readonly md: string;
  readonly html: string;
  readonly paths: readonly string[];
}

function made(dossier: Dossier, plan: Plan, langue: Langue = 'fr'): Made {
  const { files } = reportOf(dossier, { ...contextOf(dossier, langue), plan }, ['md', 'html']);
  const [md = '', html = ''] = files.map(({ bytes }) => String(bytes));
  return { md: plainSpaces(md), html, paths: files.map(({ path }) => path) };
}

function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

/** Every text of a part of the fixture: words made by its `mot`, each of its own. */
function words(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.match(/\p{L}+Zq\d+/gu) ?? [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
}

function headings(md: string, depth: number): readonly string[] {
  return [...md.matchAll(new RegExp(`^#{${depth}} (.*)$`, 'gm'))].map(([, text = '']) => text);
}

/** The part of a Markdown text below a heading, up to the next of the same level. */
function below(md: string, heading: string): string {
  const [, rest = ''] = md.split(`\n## ${heading}\n`);
  return rest.split(/^## /m)[0] ?? '';
}

const examples = ['examples/national', 'examples/modele'].flatMap((folder) =>
  checkPaths([folder], resolve(import.meta.dirname, '..')).map((checked) => usable(checked)),
);

describe.each(others)('the plan %s', (plan) => {
  it.each(['fr', 'en'] as const)(
    'is made of every example in %s: headings in order, ids once, nothing empty',
    (langue) => {
      for (const one of examples) {
        for (const dossier of one.workspace.dossiers) {
          const context = reportContext(one, dossier, langue, { plan });
          const [html = '', md = ''] = reportOf(dossier, context, ['html', 'md']).files.map(({ bytes }) =>
            String(bytes),
          );
          const depths = [...html.matchAll(/<h(\d)[ >]/g)].map(([, depth]) => Number(depth));
          expect(depths.filter((depth, index) => index > 0 && depth > (depths[index - 1] ?? 0) + 1)).toEqual([]);
          const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(md).not.toMatch(/undefined|\[object|\{\w+\}|^#+ *$|\n## [^\n]*\n\n## /m);
        }
      }
    },
  );

  it('is named in the file, above the title and in the description', () => {
    const { paths, html } = made(complet, plan);
    expect(paths).toEqual([`essai/${plan}.md`, `essai/${plan}.html`]);
    expect(html).toContain(`class="plan-${plan}"`);
    const name = {
      fiche: 'Fiche de site',
      'feuille-de-route': 'Feuille de route',
      'note-opportunite': 'Note d’opportunité',
      'carnet-de-suivi': 'Carnet de suivi',
    }[plan as Exclude<Plan, 'rapport'>];
    expect(html).toContain(`<p class="surtitre">${name} · Atelier national`);
    expect(plainSpaces(html)).toContain(`<meta name="description" content="${name} : Atelier d’essai`);
  });

  it('tells each text of the author once', () => {
    const { md } = made(complet, plan);
    const texts = words(complet).filter((word) => /^(?:Texte|Note[A-Z]|Decision|CompteRendu|Problematique)/.test(word));
    const twice = texts.filter((word) => md.split(word).length > 2);
    expect(twice).toEqual([]);
  });

  it('leaves out what fewer people may read, and says so', () => {
    const { md, html } = made(complet, plan);
    expect(md + html).not.toContain('TitreInterneZq');
    if (plan !== 'note-opportunite')
      expect(md).toMatch(/diffusion plus restreinte que c(?:e|ette) (?:fiche|feuille|carnet)/);
  });

  it('shows no id, key or code of the data', () => {
    const text = made(complet, plan).html.replace(/<style>[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ');
    for (const raw of ['en_cours', 'a_nourrir', 'piste-cyclable', 'maitrise_ouvrage', 'session-a'])
      expect(text).not.toContain(raw);
  });

  it('speaks English, and leaves the author’s words as they are', () => {
    const { md } = made(complet, plan, 'en');
    const ours = [...md.matchAll(/^#+ (.*)$/gm)]
      .map(([, text]) => text ?? '')
      .filter((text) => !/Zq\d|essai/.test(text));
    expect(ours.length).toBeGreaterThan(2);
    expect(ours.join('\n')).not.toMatch(/[éèàçê]|\b(?:Les?|La|et|Ce)\b/);
  });

  it('has something to say of a dossier that has only just begun, in both languages', () => {
    for (const langue of ['fr', 'en'] as const) {
      const { md } = made(nu, plan, langue);
      expect(md).toMatch(langue === 'fr' ? /inconnu|compléter|Aucune/ : /unknown|completed|No /i);
    }
  });

  it('is the same, byte for byte, twice', () => {
    expect(made(complet, plan)).toEqual(made(structuredClone(complet), plan));
  });
});

/** More of each thing than a fiche shows. */
const many: Dossier = {
  ...complet,
  principes: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({
    id: `p${n}`,
    path: '',
    body: '',
    data: { titre: `Principe ${n}`, visees: ['transition'] },
  })),
  initiatives: [3, 1, 2, 3, 1, 2, 3, 1, 3, 3].map((priorite, n) => ({
    id: `i${n}`,
    path: '',
    body: '',
    data: { titre: `Action ${n} de priorité ${priorite}`, priorite: `${priorite}` as '1' },
  })),
};

describe('the fiche', () => {
  it('says who, where, since when, at which scale, and what follows from the codes', () => {
    const card = below(made(complet, 'fiche').md, 'Carte d’identité');
    for (const said of [
      'Échelle déclarée :** Quelques communes',
      'Échelle observée :** 8 communes, 2 intercommunalités, 2 départements',
      'hab. (2023)',
      'Calendrier :** du 30 janvier 2017 à mars 2018',
      'Budget :** 12 ',
    ])
      expect(card).toContain(said);
  });

  it('shows the first initiatives by priority, and says how many it leaves to the report', () => {
    const { md } = made(many, 'fiche');
    const rows = [...below(md, 'Les initiatives à lancer d’abord').matchAll(/^\| Action \d de priorité (\d)/gm)];
    expect(rows.map(([, priorite]) => priorite)).toEqual(['1', '1', '1', '2', '2', '3', '3', '3']);
    expect(below(md, 'Les initiatives à lancer d’abord')).toContain('2 autres sont dans le rapport.');
    expect(below(md, 'Les principes')).toContain('2 autres sont dans le rapport.');
    expect(below(md, 'Les principes')).toContain('**Principe 1** : Transition (T)');
  });

  it('calls no note, for the sources stand together', () => {
    const { md, html } = made(complet, 'fiche');
    expect(md).not.toMatch(/\[\^/);
    expect(html).not.toContain('class="appel"');
    for (const word of words(Object.values(complet.dossier.sources ?? {}).map(({ titre }) => titre)))
      expect(below(md, 'Sources')).toContain(word);
  });

  it('counts who was round the table by family, and says for how many sessions attendance is known', () => {
    const table = below(made(complet, 'fiche').md, 'Autour de la table');
    expect(table).toContain('- **Collectivités :** 1 organisme');
    expect(table).toContain('- **Présences en séance :** 97 (connues pour 1 sur 1)');
    const unknown = {
      ...complet,
      seances: complet.seances.map((one) => ({ ...one, data: { type: 'lancement' as const } })),
    };
    expect(below(made(unknown, 'fiche').md, 'Autour de la table')).toContain('*inconnues*');
  });

  it('groups what was sought and not found', () => {
    const sought: Dossier = { ...nu, dossier: { ...nu.dossier, inconnus: ['budget', 'equipe'] } };
    expect(below(made(sought, 'fiche').md, 'Ce que l’on ne sait pas')).toContain(
      '- **Cherché, non trouvé :** Équipe ; Budget.',
    );
  });

  it('cuts a long text at the end of a sentence, and says that it goes on', () => {
    const long: Dossier = {
      ...nu,
      dossier: {
        ...nu.dossier,
        problematique: `Une phrase. ${'Encore une phrase assez longue pour remplir. '.repeat(20)}`,
      },
    };
    const { md } = made(long, 'fiche');
    expect(md).toMatch(/remplir\. \\?\[…\\?\]/);
    expect(md.length).toBeLessThan(4000);
  });
});

describe('the two pages of a fiche', () => {
  const thin: Dossier = {
    ...nu,
    seances: complet.seances,
    ...(complet.debats && { debats: complet.debats }),
    ...(complet.acteurs && { acteurs: complet.acteurs }),
    ...(complet.territoire && { territoire: complet.territoire }),
  };
  const long = Array.from({ length: 6 }, (_, n) => [
    `x${n}`,
    { type: 'frein', titre: `${n} ${'un nom assez long '.repeat(5)}` },
  ]);
  const full: Dossier = {
    ...many,
    vision: {
      id: 'vision',
      path: '',
      data: { titre: 'Un titre', idee_force: 'Une idée' },
      body: 'Une phrase de plus. '.repeat(17),
    },
    enseignements: Object.fromEntries(long) as NonNullable<Dossier['enseignements']>,
    principes: many.principes.map((one) => ({
      ...one,
      data: { ...one.data, titre: `${one.data.titre} ${'et la suite '.repeat(5)}` },
    })),
    initiatives: many.initiatives.map((one) => ({
      ...one,
      data: { ...one.data, titre: `${one.data.titre} ${'et la suite '.repeat(5)}` },
    })),
    dossier: {
      ...many.dossier,
      problematique: 'Une question assez longue pour tenir une ligne entière, ou presque. '.repeat(8),
      planification: long.map(([, one]) => ({ ...(one as { titre: string }), document: 'plui' as const })),
      suites: Object.fromEntries(long.map(([id, one]) => [id, { ...(one as { titre: string }), type: 'contrat' }])),
      sources: Object.fromEntries(long) as NonNullable<Dossier['dossier']['sources']>,
    },
  };
  const added = ['Les enjeux', 'Les séances', 'Ce qui s’est débattu'];

  it('hold what was at stake and debated, and who was there by name, where little else is known', () => {
    const { md, html } = made(thin, 'fiche');
    expect(headings(md, 2)).toEqual(expect.arrayContaining(added));
    const { debats, territoire } = thin;
    for (const { titre } of Object.values(territoire?.enjeux ?? {})) expect(below(md, 'Les enjeux')).toContain(titre);
    const debated = [debats?.convergences, debats?.controverses, debats?.pistes].flatMap((list) =>
      Object.values(list ?? {}).filter(({ diffusion }) => diffusion === undefined),
    );
    for (const { titre } of debated) expect(below(md, 'Ce qui s’est débattu')).toContain(titre);
    expect(below(md, 'Autour de la table')).toMatch(/Collectivités :\*\* 1 organisme : CommuneZq\d+/);
    expect(html).toContain('bloc-pleine');
  });

  it('are two in the PDF of each example, and where the dossier fills them without', async () => {
    const found = examples.flatMap((one) =>
      one.workspace.dossiers.map((dossier) => ({
        dossier,
        context: reportContext(one, dossier, 'fr', { plan: 'fiche' }),
      })),
    );
    for (const { dossier, context } of [
      ...found,
      { dossier: full, context: { ...contextOf(full), plan: 'fiche' as const } },
    ]) {
      const { tree, frame } = compose(dossier, context);
      expect([dossier.id, readPdf(await pdfOf(tree, frame)).pages]).toEqual([dossier.id, 2]);
    }
  }, 60_000);

  it('leave it to the report where the dossier fills them without', () => {
    const { md, html } = made(full, 'fiche');
    for (const one of added) expect(headings(md, 2)).not.toContain(one);
    expect(below(md, 'Autour de la table')).toMatch(/Collectivités :\*\* 1 organisme$/m);
    expect(html).toContain('bloc-duo');
  });
});

describe('the feuille de route', () => {
  const { md } = made(complet, 'feuille-de-route');

  it('draws no grid where neither a horizon nor a priority is known', () => {
    const only = (data: object): string =>
      made(
        {
          ...complet,
          initiatives: [{ id: 'a', path: '', body: '', data: { titre: 'Une action', ...data } }],
        } as Dossier,
        'feuille-de-route',
      ).html;
    expect(only({})).not.toContain('La feuille de route</');
    expect(only({ horizon: 'court' })).toContain('La feuille de route</');
    expect(only({ priorite: '1' })).toContain('La feuille de route</');
  });

  it('lists no source of a plan that says nothing', () => {
    const { sources } = complet.dossier;
    const empty: Dossier = { ...nu, dossier: { ...nu.dossier, ...(sources && { sources }) } };
    expect(headings(made(empty, 'feuille-de-route').md, 2)).not.toContain('Sources et notes');
    expect(headings(md, 2)).toContain('Sources et notes');
  });

  it('shows all fields of every initiative in the annex', () => {
    const annex = below(md, 'Annexe : les fiches action');
    const said = [
      ...words(complet.initiatives),
      'Valorisation transversale : économie circulaire',
      'PCAET',
      '0,5 équivalent temps plein',
      '98 765 €',
      '777 €',
    ];
    for (const word of said) expect(md.slice(md.indexOf(annex))).toContain(word);
    for (const word of words(complet.initiatives.map(({ data }) => data.titre))) expect(annex).toContain(word);
  });

  it('has a table an axe, in the order of the file, with the means', () => {
    const tables = [...md.matchAll(/^\*\*Les actions : (.*)\*\*$/gm)].map(([, name]) => name);
    expect(tables).toEqual([expect.stringMatching(/^AxeZq/), 'Initiatives hors des axes']);
    expect(md).toMatch(/\| InitiativeZq\d+ \| Deuxième \| Long terme \| CommuneZq\d+ \| Engagée \| 98 765 € \|/);
  });

  it('adds up no sum of which a part is not known exactly', () => {
    const [first] = complet.initiatives;
    if (first === undefined) throw new Error('no initiative');
    const with_ = (montants: readonly (number | string | undefined)[]): string => {
      const financements = montants.map((montant) => ({
        source: 'region' as const,
        ...(montant !== undefined && { montant }),
      }));
      const data = { titre: 'Une action', moyens: { financements } };
      return (
        /\| Une action \|.*$/m.exec(
          made({ ...complet, initiatives: [{ ...first, data }] } as Dossier, 'feuille-de-route').md.split(
            'Les actions',
          )[2] ?? '',
        )?.[0] ?? ''
      );
    };
    expect(with_([1000, 2000])).toContain('3 000 €');
    expect(with_([1000, undefined])).toMatch(/\*inconnu\* \|$/);
    expect(with_([1000, '~2000'])).toMatch(/\*inconnu\* \|$/);
  });

  it('says that nothing is described where nothing is', () => {
    expect(made(nu, 'feuille-de-route').md).toContain('*Aucune initiative n’est décrite dans le dossier.*');
  });
});

describe('the note d’opportunité', () => {
  const seven = [
    'Porteurs',
    'Localisation',
    'Objet',
    'Objectifs',
    'Ressources',
    'Dynamiques du territoire',
    'Dynamiques d’aménagement',
  ];

  it('has the seven headings in their order, in the author’s words', () => {
    const { md } = made(complet, 'note-opportunite');
    expect(headings(md, 2).slice(0, 7)).toEqual(seven);
    const { porteurs, localisation, objet, objectifs, ressources, dynamiques_territoire, dynamiques_amenagement } =
      complet.candidature ?? {};
    const texts = [porteurs, localisation, objet, objectifs, ressources, dynamiques_territoire, dynamiques_amenagement];
    for (const [index, text] of texts.entries()) expect(below(md, seven[index] ?? '')).toContain(text);
    expect(md).toContain('Rubriques écrites :** 7 sur 7');
    for (const word of words([complet.candidature?.demande, complet.candidature?.reponses])) expect(md).toContain(word);
  });

  it('of a flash atelier begins with its request, and asks for no heading of a local one', () => {
    const sheet = { ...complet.dossier, dispositif: 'flash' as const, retrospectif: false };
    const flash: Dossier = { ...complet, dossier: sheet, candidature: { demande: 'Une journée sur *la friche*.' } };
    const { md } = made(flash, 'note-opportunite');
    expect(headings(md, 2)[0]).toBe('Demande');
    expect(below(md, 'Demande').trim()).toBe('Une journée sur *la friche*.');
    expect(headings(md, 2)).toContain('Localisation');
    expect(headings(md, 2)).not.toContain('Objet');
    expect(md.match(/Une journée/g)).toHaveLength(1);
    expect(md).not.toMatch(/à compléter|sur 7|sept rubriques/);
    const { candidature: _, ...without } = flash;
    expect(below(made(without, 'note-opportunite').md, 'Demande').trim()).toBe('*à compléter*');
    const past = { ...without, dossier: { ...sheet, retrospectif: true } };
    expect(below(made(past, 'note-opportunite').md, 'Demande').trim()).toBe('*inconnu*');
    expect(made(past, 'note-opportunite').md).not.toContain('sept rubriques');
  });

  it('says what is to be completed, and of an atelier of the past what is unknown', () => {
    const { objet: _, ...rest } = complet.candidature ?? {};
    const living: Dossier = { ...complet, candidature: rest, dossier: { ...complet.dossier, retrospectif: false } };
    expect(below(made(living, 'note-opportunite').md, 'Objet').trim()).toBe('*à compléter*');
    expect(made(living, 'note-opportunite').md).toContain('Rubriques écrites :** 6 sur 7');
    expect(below(made({ ...complet, candidature: rest }, 'note-opportunite').md, 'Objet').trim()).toBe('*inconnu*');
    expect(headings(made({ ...nu }, 'note-opportunite').md, 2).slice(0, 7)).toEqual(seven);
  });

  it('says in one sentence that nothing was written of an atelier of the past, and shows what is known of it', () => {
    const { candidature: _, ...bare } = complet;
    const past = made(bare, 'note-opportunite').md;
    expect(past).toContain('Aucune des sept rubriques d’une candidature n’est écrite dans le dossier');
    expect(past).toContain('Restent inconnues : Objet ; Objectifs.');
    expect(headings(past, 2).slice(0, 3)).toEqual(['Porteurs', 'Localisation', 'Ressources']);
    expect(past).not.toContain('Rubriques écrites');
  });

  it('says whose headings they are where the dossier is no local atelier', () => {
    const warning = 'Ces sept rubriques sont celles d’un atelier local';
    expect(made(complet, 'note-opportunite').md).toContain(warning);
    expect(made(nu, 'note-opportunite').md).not.toContain(warning);
  });
});

describe('the carnet de suivi', () => {
  it('tells under each session what came out of it', () => {
    const { md } = made(complet, 'carnet-de-suivi');
    const told = below(md, 'Les séances');
    const { debats, seances, acteurs } = complet;
    const out = [seances, debats?.convergences, debats?.pistes, debats?.controverses, acteurs?.participation];
    for (const word of words(out).filter((one) => !one.startsWith('TitreInterne'))) expect(told).toContain(word);
    expect(below(md, 'Décisions et questions ouvertes')).toMatch(
      /\| ControverseZq\d+ \| Controverse \| SeanceZq\d+ \| Tranchée \|/,
    );
    expect(md).not.toContain('Hors séance');
  });

  it('keeps what belongs to no session that is shown', () => {
    const moved: Dossier = { ...complet, seances: complet.seances.map((one) => ({ ...one, id: 'autre' })) };
    const { md } = made(moved, 'carnet-de-suivi');
    expect(md.slice(md.indexOf('### Hors séance'))).toMatch(/ConvergenceZq/);
  });

  it('sets the sessions in order of date, and what is to come after the last', () => {
    const seance = (id: string, date: string) => ({
      id,
      path: '',
      body: '',
      data: { type: 'atelier' as const, titre: `Le ${id}`, date },
    });
    const etapes = [
      { titre: 'Avant', date: '2024-01-01' },
      { titre: 'Comité', date: '2025-03-01' },
      { titre: 'Rendu' },
    ];
    const going = (statut: 'en_cours' | 'acheve', list: typeof etapes): string =>
      made(
        {
          ...nu,
          seances: [seance('second', '2025-02-01'), seance('premier', '2024-12-01')],
          dossier: { ...nu.dossier, statut, calendrier: { etapes: list } },
        },
        'carnet-de-suivi',
      ).md;
    expect(headings(going('en_cours', etapes), 3)).toEqual(['Le premier', 'Le second']);
    expect(
      [...below(going('en_cours', etapes), 'Les dates suivantes').matchAll(/\*\*(\S+) :/g)].map(([, name]) => name),
    ).toEqual(['Comité', 'Rendu']);
    expect(
      [...below(going('acheve', etapes), 'Les dates suivantes').matchAll(/\*\*(\S+) :/g)].map(([, name]) => name),
    ).toEqual(['Comité']);
    expect(below(going('en_cours', []), 'Les dates suivantes')).toContain('Aucune date n’est fixée');
    expect(going('acheve', [])).not.toContain('Les dates suivantes');
  });

  it('takes no step before the atelier for one to come, where no session is known', () => {
    const calendrier = {
      debut: '2017',
      etapes: [
        { titre: 'Candidature', date: '2016' },
        { titre: 'Rencontre', date: '2018-11-20' },
      ],
    };
    const past: Dossier = { ...nu, dossier: { ...nu.dossier, statut: 'acheve', calendrier } };
    const after = below(made(past, 'carnet-de-suivi').md, 'Les dates suivantes');
    expect(after).toContain('Rencontre');
    expect(after).not.toContain('Candidature');
  });
});

it('the report is the plan when none is asked for', () => {
  const { plan: _, ...bare } = { ...contextOf(complet), plan: 'rapport' as const };
  expect(compose(complet, bare).tree).toEqual(compose(complet, { ...bare, plan: 'rapport' }).tree);
  expect(compose(complet, bare).frame.plan).toBeUndefined();
});
