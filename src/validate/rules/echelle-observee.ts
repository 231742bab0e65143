import type { DataOf, Perimetre } from '../../model/types.gen.ts';
import { labelOf } from '../../schema/labels.ts';
import { compte } from '../../words/numbers.ts';
import { fillIn, type Text } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';
import { codeKeys, namesSure, secteursSure, sureOfAll } from '../sure.ts';

export const echelleObservee: DossierRule = {
  id: 'echelle-observee',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'L’échelle déclarée n’est pas celle que montre le périmètre.',
    en: 'The declared scale is not the one that the perimeter shows.',
  },
  why: {
    fr: 'Le périmètre dit combien de communes, d’EPCI et de départements l’atelier touche : une échelle communale avec treize communes, c’est que l’un des deux est à revoir. Des secteurs à la bonne échelle suffisent.',
    en: 'The perimeter says how many communes, EPCI and départements the atelier touches: a communal scale with thirteen communes means that one of the two needs another look. Sub-areas of the right scale are enough.',
  },
  bad: {
    file: 'echelle.yaml',
    text: 'niveau: inter_epci\njustification: Deux intercommunalités partagent la plaine.\n',
    line: 1,
  },
  good: {
    file: 'echelle.yaml',
    text: 'niveau: inter_epci\njustification: Deux intercommunalités partagent la plaine.\n',
    beside: {
      'territoire.yaml':
        'nom: Plaine de Caen\ncommunes: [14118 Caen, 14119 Cagny]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    },
  },
  *find(dossier) {
    const { get, perimetre: resolved } = dossier;
    const echelle = get('echelle');
    const { precision } = get('territoire')?.data ?? {};
    if (echelle === undefined || (precision !== undefined && precision !== 'exacte')) return;
    const perimetre = resolved();
    // What could not be read, or is no known code, may be what makes the scale right.
    if (perimetre.inconnus.length > 0 || !sureOfAll(dossier, 'territoire', [...codeKeys, '/precision'])) return;
    if (!secteursSure(dossier)) return;
    const seen = observed(perimetre, perimetre.communes);
    const secteurs = perimetre.communes.filter(({ secteur }) => secteur !== null);
    if (seen.communes === 0 || fits(echelle.data.niveau, seen)) return;
    if (secteurs.length > 0 && fits(echelle.data.niveau, observed(perimetre, secteurs))) return;
    if (!namesSure(dossier)) return;
    const message = fillIn(sentence, { niveau: labelOf('niveau', echelle.data.niveau), vu: told(seen) });
    yield { file: echelle.path, at: '/niveau', message };
  },
};

/** What a perimeter, or its secteurs, touch. */
interface Observed {
  readonly communes: number;
  readonly epci: number;
  readonly departements: number;
  /** The share of the communes that lie in the EPCI that holds most of them. */
  readonly main: number;
  readonly wholeDepartement: boolean;
  /** Inside a métropole, or out of any EPCI, the count of EPCI says nothing of the scale. */
  readonly apart: boolean;
}

function observed({ epci, departements }: Perimetre, rows: Perimetre['communes']): Observed {
  const communes = [...new Map(rows.map((row) => [row.commune, row])).values()];
  // An EPCI that was typed counts as one, even where its communes have since gone to several.
  const typed = new Map(rows.flatMap((row) => (row.origine === 'epci' ? [[row.commune, row.code_saisi]] : [])));
  const held = new Map<string, number>();
  for (const { commune, epci: today } of communes) {
    const code = typed.get(commune) ?? today;
    if (code !== null) held.set(code, (held.get(code) ?? 0) + 1);
  }
  return {
    communes: communes.length,
    epci: held.size,
    departements: new Set(communes.map(({ departement }) => departement)).size,
    main: Math.max(0, ...held.values()) / communes.length,
    wholeDepartement: departements.some(({ couverture }) => couverture === 'entiere'),
    apart: held.size === 0 || epci.some(({ code, nature }) => held.has(code) && /^(METRO|MET69|EPT)$/.test(nature)),
  };
}

/** Lenient: a scale is refused only where the perimeter shows another one. A site or a quartier may lie anywhere. */
function fits(niveau: DataOf['echelle']['niveau'], seen: Observed): boolean {
  switch (niveau) {
    case 'communale':
      return seen.communes === 1;
    case 'pluricommunale':
      return seen.communes > 1 && seen.communes <= 40;
    case 'intercommunale':
      // An EPCI and a neighbour or two is still its scale.
      return seen.epci <= 1 || seen.main >= 0.8;
    case 'inter_epci':
      return seen.epci > 1 || (seen.apart && seen.communes > 1);
    case 'departementale':
      return seen.wholeDepartement || seen.epci > 1 || (seen.apart && seen.communes > 1);
    case 'interdepartementale':
      return seen.departements > 1;
    case 'regionale':
      return seen.departements > 1 || seen.wholeDepartement;
    default:
      return true;
  }
}

function told({ communes, epci, departements }: Observed): Text {
  const one = (langue: 'fr' | 'en') => {
    const parts = [
      compte(communes, words.commune, words.communes, langue),
      compte(epci, words.epci, words.epci, langue),
    ];
    return [...parts, compte(departements, words.departement, words.departements, langue)].join(', ');
  };
  return { fr: one('fr'), en: one('en') };
}

const words = {
  commune: { fr: 'commune', en: 'commune' },
  communes: { fr: 'communes', en: 'communes' },
  epci: { fr: 'EPCI', en: 'EPCI' },
  departement: { fr: 'département', en: 'département' },
  departements: { fr: 'départements', en: 'départements' },
};

const sentence = {
  fr: '« {niveau} » ne va pas avec le périmètre, qui touche {vu}',
  en: '“{niveau}” does not go with the perimeter, which touches {vu}',
};
