import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { openCog } from '../src/cog/cog.ts';
import { init } from '../src/commands/init.ts';
import { cogBytes } from '../src/load/assets.ts';
import type { Session } from '../src/ui/terminal.ts';
import type { Ask } from '../src/ui/wizard/ask.ts';
import { perimetreLine, perimetreSoFar } from '../src/ui/wizard/proposals.ts';
import { ofDepartement, stateServiceOf } from '../src/ui/wizard/state-service.ts';
import type { Langue } from '../src/words/text.ts';
import { atelier, contentsOf, freshFolder, inputOf } from './terminal.ts';

const cog = openCog(cogBytes());

/** Somebody who answers in order: '' takes what is proposed; for a search, words and then the first that is found. */
function scripted(answers: readonly (string | boolean)[]): {
  readonly ask: Ask;
  readonly said: string[];
  readonly left: () => number;
} {
  const script = [...answers];
  const said: string[] = [];
  const next = (message: string): string => {
    const answer = script.shift();
    if (answer === undefined) throw new Error(`no answer left for ${message}`);
    said.push(message);
    return String(answer);
  };
  const ask: Ask = {
    async select({ message, choices }) {
      const answer = next(message);
      const chosen =
        answer === '' ? choices[0] : choices.find(({ value, name }) => value === answer || name.startsWith(answer));
      if (chosen === undefined) throw new Error(`${answer} is no choice of ${message}`);
      said.push(...choices.map(({ name }) => name));
      return chosen.value;
    },
    async search({ message, source }) {
      const answer = next(message);
      if (answer === 'retirer') return source('').find(({ name }) => name.startsWith('retirer'))?.value ?? '?';
      const found = source(answer);
      said.push(...found.map(({ name }) => name));
      return found[0]?.value ?? '';
    },
    async input({ message, proposed, check }) {
      for (;;) {
        const answer = next(message) || (proposed ?? '');
        const problem = check(answer);
        if (problem === null) return answer;
        said.push(problem);
      }
    },
    async confirm({ message, proposed }) {
      const answer = next(message);
      return answer === '' ? proposed : answer === 'true';
    },
    say: (line) => said.push(line),
  };
  return { ask, said, left: () => script.length };
}

function sessionIn(cwd: string, langue: Langue): Session & { readonly said: () => string } {
  let out = '';
  const print = (text: string) => {
    out += text;
  };
  const colour = new Chalk({ level: 0 });
  return {
    ...{ out: print, err: print, cwd, env: {}, columns: 80, interactive: true, now: () => 0 },
    ...{ input: inputOf(''), stdinIsTerminal: true, stdoutIsTerminal: true, stderrIsTerminal: true },
    ...{ langue, langueAsked: true, quiet: false, verbose: false, colour, errColour: colour },
    said: () => out,
  };
}

describe('the wizard', () => {
  const answers = [
    'candidature',
    'local',
    'maremne',
    'pays d orthe',
    '40065',
    '',
    'Sud des Landes',
    'Habiter au sud des Landes',
    '',
    '',
    '',
    '03/2026',
    '',
    '100 000',
    '',
  ];

  it('makes the dossier that was told', async () => {
    const folder = freshFolder();
    const session = sessionIn(folder, 'fr');
    const { ask, said, left } = scripted(['Candidature', ...answers.slice(1)]);
    expect(await init([], {}, session, ask)).toBe(0);
    expect(left()).toBe(0);
    expect(said).toContain(
      '47\u00a0communes · 2\u00a0EPCI · 1\u00a0département · 97\u202f051 hab. (2023) · franchit une limite d’EPCI',
    );
    expect(said).toContain('Capbreton y est déjà, avec CC Maremne Adour Côte Sud');
    expect(session.said()).toContain('Créé dans sud-des-landes/ : ');
    expect(session.said()).toContain('0\u00a0erreur, rien d’écrasé.');
    const text = (path: string) => readFileSync(join(folder, 'sud-des-landes', path), 'utf8');
    expect(text('dossier.yaml')).toContain('titre: "Habiter au sud des Landes"\n');
    expect(text('dossier.yaml')).toContain('debut: 2026-03\n');
    expect(text('territoire.yaml')).toContain(
      "epci: [244000865 CC Maremne Adour Côte Sud, 200069417 CC Pays d'Orthe et Arrigans]\n",
    );
    expect(text('acteurs.yaml')).toContain('organisme: "DDTM des Landes"\n');
    expect(text('acteurs.yaml').match(/categorie: epci/g)).toHaveLength(2);
    const checked = await atelier(['validate', 'sud-des-landes', '--format', 'json'], folder);
    expect(JSON.parse(checked.out).summary.errors).toBe(0);
  });

  it('describes a finished atelier, and one on its way', async () => {
    const folder = freshFolder();
    const finished = scripted(['Atelier terminé', 'flash', 'doullens', '', '', '', 'fini', '', true, '', '', '', '']);
    await init([], {}, sessionIn(folder, 'fr'), finished.ask);
    const text = readFileSync(join(folder, 'fini/dossier.yaml'), 'utf8');
    expect(text).toMatch(/phase: suites[\s\S]*statut: acheve[\s\S]*retrospectif: true/);
    const launched = scripted([
      'Atelier lancé',
      'Stratégie',
      'local',
      'doullens',
      '',
      '',
      '',
      'lance',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
    await init([], {}, sessionIn(folder, 'fr'), launched.ask);
    expect(readFileSync(join(folder, 'lance/dossier.yaml'), 'utf8')).toContain('phase: strategie\n');
  });

  it('asks again for what is wrong, in the words of validate', async () => {
    const { ask, said } = scripted([
      '',
      '',
      'doullens',
      '',
      '',
      '',
      'Doullens !',
      'doullens',
      '',
      '',
      '2026-02-31',
      '2026-02',
      '',
      'beaucoup',
      '',
      '',
    ]);
    const folder = freshFolder();
    await init([], {}, sessionIn(folder, 'fr'), ask);
    expect(said).toContain('« 2026-02-31 » n’existe pas : 2026-02 a 28 jours');
    expect(said.find((line) => line.startsWith('« beaucoup »'))).toContain('un nombre est attendu');
    expect(said.find((line) => line.startsWith('« Doullens ! »'))).toContain('par exemple « doullens »');
  });

  it('asks nothing that flags have said', async () => {
    const { ask, left } = scripted(['', '', '', '', '', '', '', '']);
    const folder = freshFolder();
    const options = {
      phase: 'cadrage',
      dispositif: 'local',
      communes: '80253',
      titre: 'Doullens',
      diffusion: 'public',
    };
    expect(await init(['ici'], options, sessionIn(folder, 'fr'), ask)).toBe(0);
    expect(left()).toBe(2);
  });

  it('finds a name with a letter missing, and leaves the territory unknown when nobody knows', async () => {
    const folder = freshFolder();
    const near = scripted(['', '', 'doulens', '', '', '', 'ici', '', '', '', '', '', '']);
    await init([], {}, sessionIn(folder, 'fr'), near.ask);
    expect(near.said.some((line) => line.startsWith('Doullens'))).toBe(true);
    const unknown = scripted(['', '', '', 'Vallée perdue', '', '', '', '', '', '', '']);
    expect(await init([], {}, sessionIn(folder, 'fr'), unknown.ask)).toBe(0);
    expect(readFileSync(join(folder, 'vallee-perdue/territoire.yaml'), 'utf8')).toContain('# communes:\n');
  });

  it('takes back the place chosen last, as often as there is one', async () => {
    const folder = freshFolder();
    const { ask, said } = scripted([
      ...['', '', 'nozay', 'doullens', 'retirer', 'retirer', 'nozay 44', '', '', '', 'ici', '', '', '', '', '', ''],
    ]);
    expect(await init([], {}, sessionIn(folder, 'fr'), ask)).toBe(0);
    expect(said.filter((line) => line.startsWith('Territoire : tapez'))).toHaveLength(2);
    expect(said).toContain('Nozay est retiré');
    const text = readFileSync(join(folder, 'ici/territoire.yaml'), 'utf8');
    expect(text).toContain('communes: [44113 Nozay]\n');
  });

  it('offers nothing to take back before a first choice', async () => {
    const { ask, said } = scripted(['', '', '', 'Ici', '', '', '', '', '', '', '']);
    await init([], {}, sessionIn(freshFolder(), 'fr'), ask);
    expect(said.filter((line) => line.startsWith('retirer'))).toEqual([]);
    expect(said.some((line) => line.includes('tapez un nom'))).toBe(true);
  });

  it('shows homonyms the most populated first, with the number of their département', async () => {
    const { ask, said } = scripted(['', '', 'saint-denis', '', '', '', '', '', '', '', '', '', '']);
    await init([], {}, sessionIn(freshFolder(), 'fr'), ask);
    const shown = said.filter((line) => /^Saint-Denis /.test(line));
    expect(shown[0]).toMatch(/commune · 974 La Réunion/);
    expect(shown[1]).toMatch(/commune · 93 Seine-Saint-Denis/);
    const people = shown
      .map((line) => cog.commune(/commune · (\w+)/.exec(line)?.[1] ?? '')?.population)
      .filter((population) => population !== undefined);
    expect(people).toEqual([...people].sort((a, b) => (b ?? 0) - (a ?? 0)));
  });

  it('proposes the name of the folder where no territory is known', async () => {
    const folder = freshFolder();
    const { ask, said } = scripted(['', '', '', '', '', '', '', '', '', '']);
    expect(await init(['pays-de-retz'], {}, sessionIn(folder, 'fr'), ask)).toBe(0);
    expect(readFileSync(join(folder, 'pays-de-retz/territoire.yaml'), 'utf8')).toContain('nom: "Pays de retz"');
    expect(said.join('\n')).not.toContain('«  »');
  });

  it('says that an answer is needed, rather than quote an empty one', async () => {
    const { ask, said } = scripted(['', '', '', '', 'Vallée perdue', '', '', '', '', '', '', '']);
    await init([], {}, sessionIn(freshFolder(), 'fr'), ask);
    expect(said).toContain('Il faut une réponse ici');
    expect(said.join('\n')).not.toContain('«  »');
  });

  it('writes nothing when it is interrupted', async () => {
    const folder = freshFolder();
    const { ask } = scripted(['', '', 'doullens']);
    await expect(init([], {}, sessionIn(folder, 'fr'), ask)).rejects.toThrow('no answer left');
    expect(contentsOf(folder).size).toBe(0);
  });

  it('has no English word in French, no French one in English', async () => {
    for (const langue of ['fr', 'en'] as const) {
      const session = sessionIn(freshFolder(), langue);
      const { ask, said } = scripted([
        '',
        'local',
        'maremne',
        'pays d orthe',
        '40065',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
      ]);
      await init([], {}, session, ask);
      const text = [...said, session.said()]
        .join('\n')
        .replace(/\b(?:CC|Pays|DDTM|des|Landes|atelier \w+|Atelier|local)\b/g, ' ');
      const foreign =
        langue === 'fr'
          ? /\b(?:the|of|is|with|what|enter|answered|created)\b/i
          : /\b(?:le|la|les|une|avec|qui|pour|rien)\b|[éèà](?!partement)/i;
      const lines = text.split('\n').filter((line) => !/Côte|Bénesse|d'Orthe|departement/.test(line));
      expect(lines.filter((line) => foreign.test(line))).toEqual([]);
    }
  });
});

describe('the service of the State', () => {
  it('is named as it is called there', () => {
    const of = (code: string) => stateServiceOf({ code, nom: cog.departement(code)?.nom ?? '' });
    expect(['40', '14', '01', '35', '42', '2B', '75', '77', '974', '975', '973', '987'].map(of)).toEqual([
      'DDTM des Landes',
      'DDTM du Calvados',
      'DDT de l’Ain',
      'DDTM d’Ille-et-Vilaine',
      'DDT de la Loire',
      'DDT de la Haute-Corse',
      'DRIEAT Île-de-France',
      'DDT de Seine-et-Marne',
      'DEAL de La Réunion',
      'DTAM de Saint-Pierre-et-Miquelon',
      'DGTM de la Guyane',
      null,
    ]);
  });

  it('has the articles that the reference data gives', () => {
    const data: readonly { code: string; nom: string; typeLiaison: number; zone: string }[] = JSON.parse(
      readFileSync('node_modules/@etalab/decoupage-administratif/data/departements.json', 'utf8'),
    );
    const links = ['de ', 'd’', 'du ', 'de la ', 'des ', 'de l’'];
    const metropole = data.filter(({ zone }) => zone === 'metro');
    expect(metropole).toHaveLength(96);
    for (const { code, nom, typeLiaison } of metropole)
      expect(ofDepartement({ code, nom }, 'fr')).toBe(`${links[typeLiaison]}${nom}`);
  });
});

describe('the line of a perimeter', () => {
  it('says what is crossed', () => {
    const line = (epci: readonly string[], langue: Langue) => {
      const perimetre = perimetreSoFar({ epci }, cog);
      return perimetre && perimetreLine(perimetre, langue);
    };
    expect(line(['244000865', '200039204'], 'fr')).toContain('franchit une limite de département');
    expect(line(['244000865', '200039204'], 'en')).toContain('crosses a département border');
    expect(line(['244000865'], 'fr')).not.toContain('franchit');
  });
});
