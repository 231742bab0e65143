import { readCode } from '../../cog/entry.ts';
import type { Perimetre } from '../../model/types.gen.ts';
import type { Answers } from '../../schema/questions.ts';
import type { Langue, Text } from '../../words/text.ts';
import { actorsOf } from './actors.ts';
import { reached } from './outlines.ts';
import type { Values } from './sheet.ts';

/** What the answers are about. */
export interface ScaffoldContext {
  readonly id: string;
  /** Of the comments and of the reports. */
  readonly langue: Langue;
  readonly anneeCog: number;
  /** What follows from the codes; null while no code is known. */
  readonly perimetre: Perimetre | null;
  /** Criteria of the session: id → title. */
  readonly criteres: Readonly<Record<string, string>>;
}

/** What the answers say for dossier.yaml. */
export function dossierValues(answers: Answers, { id, langue }: ScaffoldContext): Values {
  const { titre, dispositif, session, phase, debut, budget, diffusion, termine } = answers;
  return {
    ...{ format: 1, id, titre, langue, dispositif, session, phase, diffusion },
    ...(termine === true && { statut: 'acheve', retrospectif: true }),
    ...(debut !== undefined && { calendrier: { debut } }),
    ...(budget !== undefined && { budget: [{ montant: budget }] }),
  };
}

/** What the answers say for territoire.yaml. */
export function territoireValues(answers: Answers, { anneeCog }: ScaffoldContext): Values {
  const { nom, communes, epci, departements, regions } = answers;
  const lists = Object.entries({ communes, epci, departements, regions }).filter(([, codes]) => codes.length > 0);
  return { nom, ...Object.fromEntries(lists), ...(lists.length > 0 && { annee_cog: anneeCog }) };
}

/** What can be inferred of the scale; null while the perimeter is unknown. */
export function echelleValues(answers: Answers, { perimetre, langue }: ScaffoldContext): Values | null {
  const niveau = perimetre === null ? null : levelOf(answers, perimetre);
  if (niveau === null) return null;
  const [commune, ...others] = answers.communes;
  const alone = others.length === 0 && answers.epci.length === 0 ? commune : undefined;
  const site = { titre: siteTitle[langue], type: 'site_projet', ...(alone !== undefined && { communes: [alone] }) };
  return { niveau, deduit: true, ...(answers.dispositif === 'flash' && { secteurs: { site } }) };
}

function levelOf({ departements, regions }: Answers, perimetre: Perimetre): string | null {
  if (regions.length > 0) return 'regionale';
  if (departements.length > 0) return departements.length > 1 ? 'interdepartementale' : 'departementale';
  if (perimetre.nb_communes === 0) return null;
  if (perimetre.nb_communes === 1) return 'communale';
  if (perimetre.franchit_epci) return 'inter_epci';
  return perimetre.epci[0]?.couverture === 'entiere' ? 'intercommunale' : 'pluricommunale';
}

const siteTitle: Text = { fr: 'Site de projet', en: 'Project site' };

/** What the answers say for acteurs.yaml. */
export function acteursValues(answers: Answers): Values {
  const acteurs = actorsOf(answers);
  return Object.keys(acteurs).length > 0 ? { acteurs } : {};
}

/** What the answers say for candidature.yaml: the first heading of the note d'opportunité is who carries the atelier. */
export function candidatureValues({ dispositif, moa, porteurs }: Answers): Values {
  const names = [
    ...(moa ?? '').split(';').map((name) => name.trim()),
    ...porteurs.map((code) => readCode(code).nom ?? code),
  ];
  const known = names.filter((name) => name !== '');
  return dispositif === 'local' && known.length > 0 ? { porteurs: known.map((name) => `- ${name}`).join('\n') } : {};
}

/** The séances that the dispositif plans, by file name; only a dated one before the atelier is launched. */
export function seances(answers: Answers, langue: Langue): Readonly<Record<string, Values>> {
  const { dispositif, seance } = answers;
  const planned = plannedSeances[dispositif].map(({ id, type, numero, titre }, index) => {
    const date = index === 0 ? seance : undefined;
    return [
      id,
      { type, titre: titre[langue], ...(numero !== undefined && { numero }), ...(date !== undefined && { date }) },
    ] as const;
  });
  return Object.fromEntries(reached(answers, 'cadrage') ? planned : planned.filter(([, values]) => 'date' in values));
}

interface Planned {
  readonly id: string;
  readonly type: string;
  readonly numero?: number;
  readonly titre: Text;
}

const plannedSeances: Readonly<Record<Answers['dispositif'], readonly Planned[]>> = {
  national: [
    { id: 'lancement', type: 'lancement', titre: { fr: 'Lancement de l’atelier', en: 'Launch of the workshop' } },
  ],
  local: [
    {
      id: 'atelier-1',
      type: 'atelier',
      numero: 1,
      titre: { fr: 'Diagnostic et enjeux', en: 'Diagnosis and challenges' },
    },
    {
      id: 'atelier-2',
      type: 'atelier',
      numero: 2,
      titre: { fr: 'Définition d’une stratégie', en: 'Definition of a strategy' },
    },
    {
      id: 'atelier-3',
      type: 'atelier',
      numero: 3,
      titre: { fr: 'Élaboration d’une feuille de route', en: 'Writing of a roadmap' },
    },
  ],
  flash: [{ id: 'atelier', type: 'atelier', numero: 1, titre: { fr: 'Atelier sur place', en: 'Workshop on site' } }],
};
