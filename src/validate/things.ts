import type { Text } from '../words/text.ts';

/** How a sentence names one thing of a kind that has ids, and where its kind is kept. */
interface Thing {
  readonly one: Text;
  readonly where: Text;
}

const ofDossier: Text = { fr: 'de ce dossier', en: 'of this dossier' };
const ofSession: Text = { fr: 'de cette session', en: 'of this session' };
const ofWorkspace: Text = { fr: 'de cet espace de travail', en: 'of this workspace' };

/** The kinds of ids that the schemas declare, in words. */
const things: Readonly<Record<string, Thing>> = {
  acteur: { one: { fr: 'un acteur', en: 'a stakeholder' }, where: ofDossier },
  axe: { one: { fr: 'un axe', en: 'a strand' }, where: ofDossier },
  controverse: { one: { fr: 'une controverse', en: 'a disagreement' }, where: ofDossier },
  convergence: { one: { fr: 'une convergence', en: 'an agreement' }, where: ofDossier },
  critere: { one: { fr: 'un critère', en: 'a criterion' }, where: { fr: 'de la session', en: 'of the session' } },
  dossier: { one: { fr: 'un dossier', en: 'a dossier' }, where: ofWorkspace },
  enjeu: { one: { fr: 'un enjeu', en: 'a challenge' }, where: ofDossier },
  enseignement: { one: { fr: 'un enseignement', en: 'a lesson' }, where: ofDossier },
  initiative: { one: { fr: 'une initiative', en: 'an initiative' }, where: ofDossier },
  piste: { one: { fr: 'une piste', en: 'a lead' }, where: ofDossier },
  principe: { one: { fr: 'un principe', en: 'a principle' }, where: ofDossier },
  ressource: { one: { fr: 'une ressource', en: 'a resource' }, where: ofDossier },
  seance: { one: { fr: 'une séance', en: 'a working session' }, where: ofDossier },
  secteur: { one: { fr: 'un secteur', en: 'a sub-area' }, where: ofDossier },
  session: { one: { fr: 'une session', en: 'a national session' }, where: ofWorkspace },
  source: { one: { fr: 'une source', en: 'a source' }, where: ofDossier },
  suite: { one: { fr: 'une suite', en: 'a follow-up' }, where: ofDossier },
  theme: { one: { fr: 'un thème', en: 'a theme' }, where: ofSession },
};

/** The words for a kind of id; its bare name where the schemas have grown one that has no words yet. */
export function thing(kind: string): Thing {
  return things[kind] ?? { one: { fr: `un élément « ${kind} »`, en: `an item “${kind}”` }, where: ofDossier };
}

/** True when some words name that kind: the tests ask it of every kind that the schemas declare. */
export function isNamed(kind: string): boolean {
  return Object.hasOwn(things, kind);
}
