import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMots } from '../src/compile/report/mots.ts';
import { type Report, reportOf } from '../src/compile/report/report.ts';
import type { Dossier } from '../src/model/dossier.ts';
import type { Langue } from '../src/words/text.ts';
import { complet, contextOf, nu } from './report/dossier-complet.ts';

const both = ['html', 'md'] as const;

function made(dossier: Dossier, langue: Langue = 'fr'): Report & { readonly html: string; readonly md: string } {
  const report = reportOf(dossier, contextOf(dossier, langue), both);
  const [html = '', md = ''] = report.files.map(({ bytes }) => String(bytes));
  return { ...report, html, md };
}

/** What a reader sees: no tags, no style, plain spaces. */
function seen(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[\u00a0\u202f\s]+/g, ' ');
}

/** Every text of the fixture: words made by `mot`, each of its own. */
function words(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.match(/\p{L}+Zq\d+/gu) ?? [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
}

describe('a report of a dossier that says everything', () => {
  const { html, md, files, remarks } = made(complet);

  it('goes where the command line says', () => {
    expect(files.map(({ path }) => path)).toEqual(['essai/rapport.html', 'essai/rapport.md']);
    expect(remarks).toEqual([]);
  });

  it.each(words(complet).map((word) => [word]))('shows %s in both formats', (word) => {
    // The caption of a picture goes with the picture: the text format has its alternative text alone.
    if (!/^(?:Legende|Credit)/.test(word)) expect(md).toContain(word);
    expect(word.startsWith('TexteAlternatif') ? html : seen(html)).toContain(word);
  });

  it.each([
    ['Atelier national'],
    ['En cours'],
    ['3 février 2016'],
    ['Retenue'],
    ['Tilly-la-Campagne (14691), commune déléguée, est aujourd’hui dans Castine-en-Plaine (14538).'],
    ['99999'],
    ['hab. (2023)'],
    ['CC de Nozay (entier)'],
    ['1 commune sur 48'],
    ['celles de 2 intercommunalités'],
    ['celles de 2 départements'],
    ['Situations : aucune'],
    ['de 11 à 22'],
    ['environ 33'],
    ['6 communes connues sur 7'],
    ['20 420 m²'],
    ['Ressources naturelles'],
    ['Habitat et logement'],
    ['DREAL, DRIEAT'],
    ['Avant et après l’atelier'],
    ['Contrat ou programme'],
    ['Signé (au 3 octobre 2020)'],
    ['54 321 €'],
    ['98 765 €'],
    ['777 €'],
    ['0,5 équivalent temps plein'],
    ['Valorisation transversale : économie circulaire'],
    ['Deuxième'],
    ['Long terme'],
    ['PCAET'],
    ['du 30 au 31 janvier 2017'],
    ['Élus (12)'],
    ['environ 41'],
    ['97'],
    ['Vaut ailleurs'],
    ['Tranchée'],
    ['2040'],
    ['Total annoncé : 7 ; décrits ici : 1.'],
    ['Connu en partie ; le reste a été cherché et n’a pas été trouvé.'],
    ['Publication autorisée : 2 janvier 2020'],
    ['Exemple fictif'],
    ['Page lue : 1er février 2026'],
    ['Code officiel géographique 2026'],
    ['Licence Ouverte 2.0'],
  ])('says « %s »', (phrase) => {
    expect(seen(html)).toContain(phrase);
    expect(md.replace(/[\u00a0\u202f*]+/g, ' ').replace(/ +/g, ' ')).toContain(phrase.replace(/ : /, ' : '));
  });

  it('sets the figures of the territory beside those of its département and region, in both languages', () => {
    const head = (text: string) => text.match(/^\| (?:Indicateur|Indicator) \|.*$/m)?.[0];
    expect(head(md)).toBe('| Indicateur | Territoire | Département | Région | Remarque |');
    expect(md).toMatch(/NomDepartementZq\d+\s: environ\s44\sUniteZq\d+ \| NomRegionZq\d+\s: 55\sUniteZq\d+ \|/u);
    const english = made(complet, 'en').md;
    expect(head(english)).toBe('| Indicator | Territory | Département | Region | Remark |');
    expect(english).toMatch(/, 6\scommunes known out of 7; about/u);
  });

  it('leaves out what fewer people may read, and says so', () => {
    expect(html + md).not.toContain('TitreInterneZq');
    expect(md).toContain('Un élément, à diffusion plus restreinte que ce rapport, n’y figure pas.');
  });

  it('does not tell the name of what fewer people may read where something else refers to it', () => {
    const interne = { diffusion: 'interne' } as const;
    const hidden: Dossier = {
      ...complet,
      seances: complet.seances.map((one) => ({ ...one, data: { ...one.data, ...interne } })),
      initiatives: complet.initiatives.map((one) => ({
        ...one,
        data: { ...one.data, ...(one.id === 'piste-cyclable' && interne) },
      })),
      debats: { ...complet.debats, pistes: { piste: { titre: 'PisteInterneZq', ...interne } } },
    };
    const report = made(hidden);
    for (const word of ['SeanceZq', 'InitiativeZq', 'PisteInterneZq']) {
      expect(report.md).not.toContain(word);
      expect(report.html).not.toContain(word);
    }
    expect(report.md).toContain('InitiativeNueZq');
  });

  it('shows no id, key or code of the data', () => {
    const text = seen(html);
    for (const raw of ['en_cours', 'a_nourrir', 'piste-cyclable', 'maitrise_ouvrage', 's1', 'session-a']) {
      expect(text).not.toContain(raw);
    }
  });

  it('numbers the sources as their notes, once each, those never called last', () => {
    const list = md.slice(md.indexOf('## Sources et notes'));
    const numbers = [...list.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual([1, 2, 3, 4]);
    const note = (id: number) =>
      /^\[\^(\d+)\]: (\S+)/gm[Symbol.matchAll](list) &&
      list.match(new RegExp(`^\\[\\^${id}\\]: \\[?(\\p{L}+Zq\\d+)`, 'mu'))?.[1];
    for (const id of [1, 2, 3]) expect(list).toMatch(new RegExp(`^${id}\\. ${note(id)}`, 'm'));
    expect(list).toMatch(/^4\. SourceJamaisCitee/m);
  });

  it('skips no level of heading', () => {
    const depths = [...html.matchAll(/<h(\d)[ >]/g)].map(([, depth]) => Number(depth));
    const jumps = depths.filter((depth, index) => index > 0 && depth > (depths[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  it('puts the pictures of medias/ inside the page, with alternative text, caption and credit', () => {
    expect(html).toMatch(/<img src="data:image\/png;base64,iVBORw0KGgo[\w+/]*=*" alt="TexteAlternatifZq\d+"/);
    expect(seen(html)).toMatch(/LegendeZq\d+\. Crédit : CreditZq\d+\. 2017\. Licence Ouverte 2\.0/);
  });

  it('needs nothing remote', () => {
    const without = html.replace(/<a href="[^"]*"/g, '').replaceAll('http://www.w3.org/2000/svg', '');
    expect(without).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//);
  });

  it('is the same, byte for byte, twice', () => {
    expect(made(complet)).toEqual(made(structuredClone(complet)));
  });
});

describe('a report in English', () => {
  const { html, md } = made(complet, 'en');

  it('has our words and labels in English, the author’s as they are', () => {
    for (const phrase of [
      'The workshop at a glance',
      'Long term',
      'a commune déléguée, is now in',
      'sought and not found',
      'Second',
    ]) {
      expect(seen(html)).toContain(phrase);
    }
    for (const word of words(complet)) expect(html).toContain(word);
    expect(md).toContain('## Sources and notes');
  });

  it('has no French heading of ours', () => {
    const headings = [...md.matchAll(/^#+ (.*)$/gm)]
      .map(([, text]) => text ?? '')
      .filter((text) => !/Zq\d|essai|Nozay/.test(text));
    expect(headings.join('\n')).not.toMatch(/[éèàçê]|\b(?:Les?|La|et|Ce)\b/);
  });
});

describe('a report of a dossier that says almost nothing', () => {
  const { md, html } = made(nu);

  it('says what is not known instead of leaving it out', () => {
    expect(md).toContain('| Budget | *inconnu* |');
    expect(md).toContain('## Ce que l’on ne sait pas');
    for (const name of ['Périmètre', 'Maîtrise d’ouvrage', 'Principes', 'Initiatives', 'Suites', 'Enseignements']) {
      expect(md).toContain(`- **${name}\u00a0:** Inconnu.`);
    }
  });

  it('has no section without content', () => {
    expect([...md.matchAll(/^## (.*)$/gm)].map(([, text]) => text)).toEqual([
      'L’atelier en bref',
      'Ce que l’on ne sait pas',
      'À propos de ce document',
    ]);
    expect(html).not.toContain('<figure');
  });

  it('expects of a young dossier only what its phase asks', () => {
    const young: Dossier = { ...nu, dossier: { ...nu.dossier, phase: 'candidature' } };
    expect(made(young).md).not.toContain('**Principes');
  });

  it('sets no number of counts against an announced number of people', () => {
    const told: Dossier = {
      ...complet,
      dossier: { ...complet.dossier, decomptes: { participants: 210, principes: 7 } },
    };
    expect(made(told).md).toMatch(/Total annoncé\s: 210\.\n/u);
    expect(made(told).md).toMatch(/Total annoncé\s: 7\s; décrits ici\s: 1\./u);
  });

  it('tells what was sought from what nobody knows', () => {
    const sought: Dossier = { ...nu, dossier: { ...nu.dossier, inconnus: ['budget'] } };
    expect(made(sought).md).toContain('| Budget | *cherché, non trouvé* |');
  });
});

describe('hostile words', () => {
  const nasty = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '**gras** _it_ `code` # titre',
    '| a | b |',
    '::: sources',
    '[lien](javascript:alert(1))',
    '</style><b>x',
    '{{mot "x"}} {{{x}}}',
    '[^s1] ~~~ ```',
    'a'.repeat(500),
    '\u202egnp.exe',
    '&lt;b&gt; &amp;',
  ];

  it.each(nasty.map((text) => [text]))('%s stays text in a title', (text) => {
    const dossier: Dossier = {
      ...nu,
      dossier: { ...nu.dossier, methodes: [{ titre: text, note: text }] },
      territoire: { nom: text },
    };
    const { html } = made(dossier);
    const title = /<h4[^>]*>([\s\S]*?)<\/h4>/.exec(html)?.[1] ?? '';
    expect(title).not.toMatch(/<(?!\/?(?:sup|a)\b)/);
    const plain = title
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    const bare = (words: string): string => words.replace(/[\s\u00a0\u202f]/g, '').replace(/’/g, "'");
    expect(bare(plain)).toBe(bare(text));
  });

  const { diagnostic: _, ...bodyless } = complet;
  it.each([
    ['an open fence', '```\ncode sans fin'],
    ['an open container', '::: encadre\ntexte'],
    ['a container of ours', '::: sources\n:::\n\n::: texte 0\n:::\n\nfin'],
    ['raw HTML', '<script>alert(1)</script>'],
    ['a definition of a link', '[L’atelier]: https://mal.example\n\nfin'],
    ['an indented first line', '    code'],
    ['a note of a source’s name', 'x[^s1]\n\n[^s1]: ma note'],
  ])('%s in a body does not reach the rest', (_, body) => {
    const report = made({ ...complet, diagnostic: body });
    expect(report.html).not.toMatch(/<script/);
    expect(report.md).toContain('## Sources et notes');
    for (const word of words(bodyless)) {
      if (!/^(?:Legende|Credit)/.test(word)) expect(report.md).toContain(word);
    }
  });

  it('any text whatever gives a page without a tag of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (text) => {
        const dossier: Dossier = {
          ...nu,
          dossier: {
            ...nu.dossier,
            problematique: `<b onclick="x">${text}`,
            methodes: [{ titre: `${text}<i>`, note: text }],
          },
        };
        const { html } = made(dossier);
        return (
          !/<(?:b|i|script)[\s>]/.test(html.slice(html.indexOf('<main'))) &&
          !/ on\w+=/.test(html.replace(/&quot;/g, ''.padEnd(0)).replace(/>[^<]*</g, '><'))
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('pictures that cannot be shown', () => {
  const withPicture = (image: string): Dossier => ({ ...complet, diagnostic: `Avant.\n\n${image}\n\nAprès.` });

  it.each([
    ['medias/absente.png', 'image introuvable'],
    ['plan.png', 'hors de medias/'],
  ])('%s leaves its alternative text and a remark', (url, why) => {
    const { html, remarks } = made(withPicture(`![Un plan](${url})`));
    expect(seen(html)).toContain('[Image : Un plan]');
    expect(remarks.map(({ fr }) => fr)).toEqual([expect.stringContaining(why)]);
  });

  it.each([['https://exemple.fr/x.png'], ['../prive/x.png'], ['/etc/passwd']])('%s is never read', (url) => {
    const asked: string[] = [];
    const refused = (path: string): null => {
      asked.push(path);
      return null;
    };
    const dossier = withPicture(`![Un plan](${url})`);
    const context = { ...contextOf(dossier), readMedia: refused };
    reportOf(dossier, context, both);
    expect(asked).toEqual(['medias/plan.png']);
  });
});

describe('the words of reports', () => {
  const mots = (langue: Langue) => readMots(readFileSync(`templates/mots.${langue}.yaml`, 'utf8'), langue);
  const blanks = (text: string | undefined) => [...(text ?? '').matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

  it('are the same keys with the same blanks in both languages', () => {
    const [fr, en] = [mots('fr'), mots('en')];
    expect([...en.keys()]).toEqual([...fr.keys()]);
    for (const [key, text] of fr) expect([key, blanks(en.get(key))]).toEqual([key, blanks(text)]);
  });
});
