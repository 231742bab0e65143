import { labelOf } from '../../schema/labels.ts';
import { definitions } from '../../schema/schemas.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';

export const echelleInhabituelle: DossierRule = {
  id: 'echelle-inhabituelle',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'L’échelle n’est pas celle où ce dispositif travaille d’habitude.',
    en: 'The scale is not where this scheme usually works.',
  },
  why: {
    fr: 'Un atelier local est généralement intercommunal, un atelier flash communal ou plus petit. Les projets déterminent l’échelle pertinente : une autre est possible, et se justifie dans echelle.yaml.',
    en: 'A local atelier is generally intercommunal, a flash one communal or smaller. Projects decide the right scale: another is possible, and is justified in echelle.yaml.',
  },
  bad: { file: 'echelle.yaml', text: 'niveau: quartier\njustification: Le bourg seul.\n', line: 1 },
  good: { file: 'echelle.yaml', text: 'niveau: communale\njustification: La commune seule.\n' },
  *find({ get, dossier }) {
    const echelle = get('echelle');
    const usual = usualScales[dossier.dispositif];
    if (echelle === undefined || usual === undefined) return;
    const at = rank(echelle.data.niveau);
    if (at >= rank(usual[0]) && at <= rank(usual[1])) return;
    const message = fillIn(sentence, {
      niveau: labelOf('niveau', echelle.data.niveau),
      dispositif: labelOf('dispositif', dossier.dispositif),
      de: labelOf('niveau', usual[0]),
      a: labelOf('niveau', usual[1]),
    });
    yield { file: echelle.path, at: '/niveau', message };
  },
};

/** The smallest and the largest usual level; a national atelier may be of any. */
const usualScales: Readonly<Record<string, readonly [string, string]>> = {
  local: ['communale', 'inter_epci'],
  flash: ['site', 'intercommunale'],
};

function rank(niveau: string): number {
  return definitions.vocabulaires.$defs?.niveau?.enum?.indexOf(niveau) ?? -1;
}

const sentence = {
  fr: '« {niveau} » : pour ce dispositif ({dispositif}), l’échelle va généralement de « {de} » à « {a} »',
  en: '“{niveau}”: for this scheme ({dispositif}), the scale generally goes from “{de}” to “{a}”',
};
