import type { DossierRule } from '../rule.ts';
import { codeKeys, secteursSure, sureOfAll } from '../sure.ts';

export const perimetreAbsent: DossierRule = {
  id: 'perimetre-absent',
  reads: 'dossier',
  severity: 'warning',
  completeness: true,
  summary: {
    fr: 'Le territoire n’a ni commune, ni EPCI, ni secteur.',
    en: 'The territory has no commune, EPCI or sub-area.',
  },
  why: {
    fr: 'La carte, la population et les régions du rapport se déduisent du périmètre. Un périmètre cherché et pas trouvé se dit : « inconnus: [perimetre] ».',
    en: 'The map, the population and the regions of the report follow from the perimeter. One sought and not found is said: “inconnus: [perimetre]”.',
  },
  bad: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
    line: 1,
  },
  good: {
    file: 'territoire.yaml',
    text: 'nom: Plaine de Caen\nepci: [200065589 CC Val ès Dunes]\ntypes: [periurbain]\nenjeux:\n  sols: {titre: Garder les terres agricoles}\nressources:\n  limon: {titre: Des sols profonds et fertiles}\n',
  },
  *find(dossier) {
    const { get, unknown, reached } = dossier;
    const territoire = get('territoire');
    if (territoire === undefined || unknown('perimetre')) return;
    const { communes, epci, departements, regions, precision } = territoire.data;
    const listed = communes ?? epci ?? departements ?? regions;
    if (listed !== undefined || precision === 'inconnue') return;
    if (!sureOfAll(dossier, 'territoire', [...codeKeys, '/precision'])) return;
    if (!secteursSure(dossier)) return;
    const secteurs = Object.values(get('echelle')?.data.secteurs ?? {});
    if (secteurs.some((secteur) => secteur.communes ?? secteur.epci)) return;
    yield {
      file: territoire.path,
      at: '/nom',
      part: 'key',
      message: sentence,
      severity: reached('cadrage') ? 'warning' : 'info',
    };
  },
};

const sentence = {
  fr: 'le périmètre manque : « communes: [14119 Cagny] » ou « epci: [244400537 CC de Nozay] »',
  en: 'the perimeter is missing: “communes: [14119 Cagny]” or “epci: [244400537 CC de Nozay]”',
};
