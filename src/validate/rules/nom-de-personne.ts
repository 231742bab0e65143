import type { Hit, TextFile, TextRule } from '../rule.ts';

export const nomDePersonne: TextRule = {
  id: 'nom-de-personne',
  reads: 'texte',
  severity: 'warning',
  summary: {
    fr: 'Ce qui ressemble au nom d’une personne est écrit dans un texte.',
    en: 'What looks like a person’s name is written in a text.',
  },
  why: {
    fr: 'Un document mis en ligne ne nomme une personne que si la loi, son accord ou sa fonction le permet (CRPA, art. L. 312-1-2 et D. 312-1-3). Écrivez l’organisme et la fonction, ou « personnes: » avec sa base légale dans acteurs.yaml.',
    en: 'A document put online only names a person where the law, their agreement or their office allows it (CRPA, art. L. 312-1-2 and D. 312-1-3). Write the organisation and the office, or “personnes:” with its legal basis in acteurs.yaml.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nMme Camille EXEMPLE ouvre la séance, rue Jean-Jaurès.\n',
    line: 4,
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nMadame la sous-préfète ouvre la séance, rue du Dr Calmette.\n',
  },
  *find(file) {
    const { text } = file;
    const named = suspect.test(text) ? [...titledIn(text), ...inOfficeIn(text)] : [];
    const found = [...named, ...inFunctions(file)];
    if (found.length === 0) return;
    const allowed = namesWithBasis(file);
    for (const { span, name } of found) {
      if (allowed.some((one) => one.includes(name))) continue;
      yield { span, message: sentence } satisfies Hit;
    }
  },
};

interface Named {
  readonly span: readonly [number, number];
  readonly name: string;
}

/** « Mme Camille Exemple ». */
function* titledIn(text: string): Generator<Named> {
  for (const { index, 0: all, 1: name = '' } of text.matchAll(titled)) {
    const before = text.slice(Math.max(0, index - longestPlace), index);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    if (!place.test(line) && !office.test(name)) yield { span: [index, index + all.length], name };
  }
}

/** « le maire Camille Exemple ». */
function* inOfficeIn(text: string): Generator<Named> {
  // What stands before is only looked at where an office and a capital do: five times faster over a whole dossier.
  officeAndCapital.lastIndex = 0;
  for (
    let start = officeAndCapital.exec(text)?.index;
    start !== undefined;
    start = officeAndCapital.exec(text)?.index
  ) {
    inOffice.lastIndex = start;
    const [all, name = ''] = inOffice.exec(text) ?? [];
    officeAndCapital.lastIndex = start + (all?.length ?? 1);
    if (all !== undefined && !noName.test(name)) yield { span: [start, start + all.length], name };
  }
}

/** « Camille Exemple, DGS » among the functions of an organisation, which are said without a name. */
function* inFunctions({ kind, value, text }: TextFile): Generator<Named> {
  if (kind !== 'acteurs' || !text.includes('fonctions') || typeof value !== 'object' || value === null) return;
  for (const said of functionsIn(value)) {
    const name = beforeOffice.exec(said)?.[1];
    const start = name === undefined ? -1 : text.indexOf(said);
    if (name !== undefined && start >= 0 && !noName.test(name)) yield { span: [start, start + name.length], name };
  }
}

/** What stands under « fonctions » of each stakeholder, whatever it is worth. */
function functionsIn({ acteurs }: { readonly acteurs?: unknown }): readonly string[] {
  if (typeof acteurs !== 'object' || acteurs === null) return [];
  return Object.values(acteurs).flatMap((acteur: unknown) => {
    const { fonctions } = Object(acteur) as { readonly fonctions?: unknown };
    return Array.isArray(fonctions) ? fonctions.filter((one): one is string => typeof one === 'string') : [];
  });
}

const titles = 'M\\.|MM\\.|Mr|Mmes?|Mlle|Dr|Pr|Monsieur|Madame|Mademoiselle|Docteur|Professeure?';
const offices =
  '(?:[Mm]aire(?:[ -]adjointe?)?|[Aa]djointe?|(?:[Ss]ous-)?[Pp]réf(?:et|ète)|(?:[Vv]ice-)?[Pp]résidente?|[Dd]éputée?|[Ss]énat(?:eur|rice)|[Mm]inistre|[Dd]irect(?:eur|rice)|[Cc]onseill(?:er|ère)|DGS|DGA|DST)';
const fullName = "(\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?[ \\u00a0](?:(?:de|du|le|la|d’) ?)?\\p{Lu}[\\p{L}’'-]+)";
/** A title or an office before a capital: few texts have one, and to look for that alone is quick. */
const suspect = new RegExp(
  `[.a-zA-Z][ \\u00a0\\u202f]+(?=\\p{Lu})(?<=(?:${offices}|${titles})[ \\u00a0\\u202f]+)`,
  'u',
);
const officeAndCapital = new RegExp(`${offices}[ \\u00a0](?=\\p{Lu})`, 'gu');
const inOffice = new RegExp(`(?<![\\p{L}\\d’'-])${offices}[ \\u00a0]${fullName}`, 'uy');
const beforeOffice = new RegExp(`^${fullName}(?:,| –| -| \\()[ \\u00a0]?(?:le |la )?${offices}(?!\\p{L})`, 'u');

/** Words with a capital after an office, or before one, that are an office, an organisation or a place. */
const noName =
  /(?:^|[ \u00a0-])(?:Maire|Adjoint|Préf|Sous|Vice|Président|Député|Sénat|Ministre|Direct|Conseil|Génér|Département|Région|Délégu|Honoraire|Territorial|Municipal|Communautaire|Maritime|National|Techni|Communauté|Commune|Métropole|Agglo|Pays|Parc|Syndicat|Pôle|Chambre|Grand|Saint|Val|Haut|Nord|Sud|Est|Ouest|Urbanisme|Aménagement|Habitat|Environnement|Développement|Services?|Projet|Chef|Architecte|Ville)/u;

/** A title, then one to four words with a capital, particles between them. */
const titled = new RegExp(
  `(?<![\\p{L}\\d’'-])(?:${titles})[ \\u00a0\\u202f]+((?:\\p{Lu}[\\p{L}’'-]+|\\p{Lu}\\.)(?:[ \\u00a0\\u202f]+(?:(?:de|du|la|le|des|van|von|d’|d') ?)?(?:\\p{Lu}[\\p{L}’'-]+|\\p{Lu}\\.)){0,3})`,
  'gu',
);

/** How far back a street or a school may begin: a line may be very long. */
const longestPlace = 100;

/** Streets, schools and the like bear names of people: `rue du Dr Calmette`, `lycée Mme de Staël`. */
const place =
  /(?:^|[^\p{L}])(?:rue|avenue|av\.|boulevard|bd|place|square|allée|quai|impasse|chemin|cours|route|voie|pont|passage|rond-point|esplanade|école|collège|lycée|groupe scolaire|crèche|hôpital|clinique|centre|maison|salle|espace|parc|jardin|stade|gymnase|complexe|médiathèque|bibliothèque|théâtre|résidence|cité|musée|fondation|prix|îlot|site|friche|caserne|institut|faculté|université)s?(?:[ \u00a0][a-zéèê]+){0,2}[ \u00a0](?:d[’'])?$/iu;

/** « Monsieur Le Maire » is an office. */
const office = /^(?:Le|La|L’|L'|Maire|Préf|Sous-|Président|Ministre|Direct|Député|Sénat|Conseill)/u;

function namesWithBasis({ kind, value }: TextFile): readonly string[] {
  if (kind !== 'acteurs' || typeof value !== 'object' || value === null) return [];
  const { acteurs } = value as { readonly acteurs?: unknown };
  return namesIn(acteurs);
}

/** Every `nom` that stands beside a `base_legale`. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { nom, base_legale } = value as { readonly nom?: unknown; readonly base_legale?: unknown };
  const own = typeof nom === 'string' && base_legale !== undefined ? [nom] : [];
  return [...own, ...Object.values(value).flatMap(namesIn)];
}

const sentence = {
  fr: 'ceci ressemble au nom d’une personne : écrivez sa fonction, ou « personnes: » avec une base légale dans acteurs.yaml',
  en: 'this looks like a person’s name: write their office, or “personnes:” with a legal basis in acteurs.yaml',
};
