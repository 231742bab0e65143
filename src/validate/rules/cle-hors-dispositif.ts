import { fieldsOf } from '../../schema/fields.ts';
import { labelOf } from '../../schema/labels.ts';
import { kinds } from '../../schema/schemas.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule } from '../rule.ts';

export const cleHorsDispositif: DossierRule = {
  id: 'cle-hors-dispositif',
  reads: 'dossier',
  severity: 'warning',
  summary: {
    fr: 'Une clé n’a de sens que pour un autre dispositif.',
    en: 'A key only has a meaning for another scheme.',
  },
  why: {
    fr: 'Un atelier national répond aux critères de sa session, un local à la note d’opportunité, un flash à une demande : une clé d’un autre dispositif dit souvent que le dispositif est mal choisi.',
    en: 'A national atelier answers the criteria of its session, a local one the opportunity note, a flash one a request: a key of another scheme often tells that the scheme is wrongly chosen.',
  },
  bad: {
    file: 'candidature.yaml',
    text: 'porteurs: La communauté de communes\nlocalisation: À l’est de Caen\nobjet: Les bourgs\nobjectifs: Les habiter\nressources: Des terres\ndynamiques_territoire: En tension\ndynamiques_amenagement: Un SCoT\ndemande: Une aide\n',
    line: 8,
  },
  good: {
    file: 'candidature.yaml',
    text: 'porteurs: La communauté de communes\nlocalisation: À l’est de Caen\nobjet: Les bourgs\nobjectifs: Les habiter\nressources: Des terres\ndynamiques_territoire: En tension\ndynamiques_amenagement: Un SCoT\n',
  },
  *find(dossier) {
    const { dispositif } = dossier.dossier;
    for (const kind of kinds) {
      const fields = fieldsOf(kind).filter(
        ({ path, mark }) => path.length === 1 && mark.dispositifs?.includes(dispositif) === false,
      );
      for (const { key, mark } of fields) {
        for (const { data, path } of kind === 'dossier' ? [dossier.sheet] : dossier.all(kind)) {
          if (!Object.hasOwn(data, key)) continue;
          const others = (mark.dispositifs ?? []).map((code) => labelOf('dispositif', code));
          const autres = { fr: others.map(({ fr }) => fr).join(', '), en: others.map(({ en }) => en).join(', ') };
          const message = fillIn(sentence, { cle: key, autres, dispositif: labelOf('dispositif', dispositif) });
          yield { file: path, at: `/${key}`, part: 'key', message };
        }
      }
    }
  },
};

const sentence = {
  fr: '« {cle} » n’a de sens que pour : {autres} ; ce dossier est : {dispositif}',
  en: '“{cle}” only has a meaning for: {autres}; this dossier is: {dispositif}',
};
