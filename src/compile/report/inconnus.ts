import type { Dossier } from '../../model/dossier.ts';
import type { Inconnus, Phase } from '../../model/types.gen.ts';
import { codeList } from '../../schema/labels.ts';
import type { Fait, Matter } from './parts.ts';
import { teamOf } from './roles.ts';

/** What is not known, said as plainly as what is. */
export interface InconnusView {
  readonly faits: readonly Fait[];
  /** Parts that fewer people than the readers of this report may read. */
  readonly restreints: string;
}

/** From which phase a reader would look for each fact. */
const ATTENDU: Readonly<Record<Inconnus, Phase>> = {
  dispositif: 'candidature',
  perimetre: 'candidature',
  moa: 'cadrage',
  equipe: 'cadrage',
  calendrier: 'cadrage',
  budget: 'cadrage',
  participants: 'diagnostic',
  principes: 'strategie',
  axes: 'feuille_de_route',
  initiatives: 'feuille_de_route',
  suites: 'suites',
  enseignements: 'restitution',
};

/**
 * What is not known of a dossier.
 * @param codes the facts that the document is about; all when they are not given
 */
export function inconnusOf(matter: Matter, codes = Object.keys(ATTENDU) as readonly Inconnus[]): InconnusView | null {
  const { dossier, pen } = matter;
  const faits = codes.flatMap((code) => {
    const valeur = said(matter, code);
    return valeur === '' ? [] : [{ nom: pen.code('inconnus', code), valeur }];
  });
  const hidden = hiddenIn(dossier, pen.visible);
  const restreints =
    hidden === 0
      ? ''
      : pen.mot(`restreints.${hidden === 1 ? 'un' : 'plusieurs'}`, {
          n: pen.nombre(hidden),
          document: pen.mot(`plans.${matter.plan}.ce`),
        });
  return faits.length === 0 && restreints === '' ? null : { faits, restreints };
}

function said({ dossier, perimetre, pen }: Matter, code: Inconnus): string {
  const sheet = dossier.dossier;
  const announced = sheet.decomptes?.[code];
  const known = countOf(dossier, perimetre.nb_communes, code);
  const sought = sheet.inconnus?.includes(code) ?? false;
  const parts: string[] = [];
  if (announced !== undefined) {
    const n = pen.nombre(announced);
    parts.push(
      code === 'participants'
        ? pen.mot('inconnu.annonce', { n })
        : pen.mot('inconnu.annonces', { n, connus: pen.nombre(known) }),
    );
  }
  if (sought) parts.push(pen.mot(known === 0 ? 'inconnu.cherche-phrase' : 'inconnu.en-partie'));
  else if (known === 0 && announced === undefined && reached(sheet.phase, ATTENDU[code]))
    parts.push(pen.mot('inconnu.phrase'));
  return parts.join(' ');
}

function reached(phase: Phase, from: Phase): boolean {
  const phases = Object.keys(codeList('phase'));
  return phases.indexOf(phase) >= phases.indexOf(from);
}

/** How many facts of that kind the dossier gives; for participants how many counts, for the same person may be in several. */
function countOf(dossier: Dossier, communes: number, code: Inconnus): number {
  const sheet = dossier.dossier;
  const counts: Readonly<Record<Inconnus, () => number>> = {
    dispositif: () => 1,
    perimetre: () => communes,
    moa: () => teamOf(dossier, ['maitrise_ouvrage']).length,
    equipe: () => teamOf(dossier, ['mandataire', 'cotraitant'], ['equipe_pluridisciplinaire']).length,
    calendrier: () => Number(sheet.calendrier?.debut !== undefined || sheet.calendrier?.fin !== undefined),
    budget: () => sheet.budget?.length ?? 0,
    participants: () =>
      dossier.seances.filter(({ data }) => data.participants !== undefined).length +
      (dossier.acteurs?.participation ?? []).filter(({ nombre }) => nombre !== undefined).length,
    principes: () => dossier.principes.length,
    axes: () => Object.keys(dossier.feuilleDeRoute?.axes ?? {}).length,
    initiatives: () => dossier.initiatives.length,
    suites: () => Object.keys(sheet.suites ?? {}).length,
    enseignements: () => Object.keys(dossier.enseignements ?? {}).length,
  };
  return counts[code]();
}

/** How many things are left out of the report because fewer people may read them. */
export function hiddenIn(dossier: Dossier, visible: Matter['pen']['visible']): number {
  const { convergences = {}, controverses = {}, pistes = {} } = dossier.debats ?? {};
  const things = [
    ...Object.values(convergences),
    ...Object.values(controverses),
    ...Object.values(pistes),
    ...dossier.initiatives.map(({ data }) => data),
    ...dossier.seances.map(({ data }) => data),
    ...(dossier.dossier.livrables ?? []),
  ];
  return things.filter((one) => !visible(one)).length;
}
