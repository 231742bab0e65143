import type { Kind } from '../../model/kind.ts';
import type { Dispositif } from '../../model/types.gen.ts';
import { fieldsOf } from '../../schema/fields.ts';
import { labelOf } from '../../schema/labels.ts';
import { kinds } from '../../schema/schemas.ts';
import { fillIn } from '../../words/text.ts';
import type { DossierRule, FileHit } from '../rule.ts';

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
    text: 'porteurs: La communauté de communes\nlocalisation: À l’est de Caen\nobjet: Les bourgs\nobjectifs: Les habiter\nressources: Des terres\ndynamiques_territoire: En tension\ndynamiques_amenagement: Un SCoT\ndemande: Une aide\npieces: [{titre: Lettre de soutien du préfet}]\n',
    line: 8,
  },
  good: {
    file: 'candidature.yaml',
    text: 'porteurs: La communauté de communes\nlocalisation: À l’est de Caen\nobjet: Les bourgs\nobjectifs: Les habiter\nressources: Des terres\ndynamiques_territoire: En tension\ndynamiques_amenagement: Un SCoT\npieces: [{titre: Lettre de soutien du préfet}]\n',
  },
  *find(dossier) {
    for (const kind of kinds) {
      for (const { data, path } of kind === 'dossier' ? [dossier.sheet] : dossier.all(kind)) {
        yield* inOne(Object.keys(data), kind, path, dossier.dossier.dispositif);
      }
    }
  },
};

/** The keys of one file that are of other dispositifs, at the first of them: the choice of dispositif is one cause. */
function* inOne(keys: readonly string[], kind: Kind, path: string, dispositif: Dispositif): Generator<FileHit> {
  const wrong = fieldsOf(kind).filter(
    ({ path: steps, key, mark }) =>
      steps.length === 1 && mark.dispositifs?.includes(dispositif) === false && keys.includes(key),
  );
  const first = keys.find((key) => wrong.some((field) => field.key === key));
  if (first === undefined) return;
  const codes = new Set(wrong.flatMap(({ mark }) => mark.dispositifs ?? []));
  const others = [...codes].map((code) => labelOf('dispositif', code));
  const message = fillIn(wrong.length === 1 ? sentence : sentences, {
    cle: first,
    cles: keys.filter((key) => wrong.some((field) => field.key === key)).join(', '),
    autres: { fr: others.map(({ fr }) => fr).join(', '), en: others.map(({ en }) => en).join(', ') },
    dispositif: labelOf('dispositif', dispositif),
  });
  yield { file: path, at: `/${first}`, part: 'key', message };
}

const sentence = {
  fr: '« {cle} » n’a de sens que pour : {autres} ; ce dossier est : {dispositif}',
  en: '“{cle}” only has a meaning for: {autres}; this dossier is: {dispositif}',
};
const sentences = {
  fr: 'ces clés n’ont de sens que pour : {autres} ; ce dossier est : {dispositif} ({cles})',
  en: 'these keys only have a meaning for: {autres}; this dossier is: {dispositif} ({cles})',
};
