import { type Chose, choseOf, type Fait, fait, type Matter, montantsOf, type Tableau } from './parts.ts';
import { teamOf } from './roles.ts';

/** The atelier on one page: its question, its key figures, its identity card. */
export interface BrefView {
  readonly problematique: string;
  readonly chiffres: readonly Fait[];
  readonly identite: readonly Fait[];
  readonly apports: readonly Chose[];
  readonly methodes: readonly Chose[];
}

export function brefOf(matter: Matter): BrefView {
  const { dossier, pen } = matter;
  const { problematique, apports = [], methodes = [] } = dossier.dossier;
  return {
    problematique: pen.prose(problematique),
    chiffres: chiffres(matter),
    identite: identite(matter),
    apports: apports.map((apport) =>
      choseOf(pen, pen.code('apports', apport.code), apport, {
        faits: fait(pen.cle('dossier/apports.[].obtenu'), apport.obtenu && pen.code('obtenu', apport.obtenu)),
      }),
    ),
    methodes: methodes.map((methode) => choseOf(pen, pen.ligne(methode.titre), methode)),
  };
}

/** Only what is counted: the unknown has a section of its own. */
function chiffres({ dossier, perimetre, pen }: Matter): readonly Fait[] {
  const counted = (count: number, key: string): readonly Fait[] =>
    count === 0 ? [] : [{ valeur: pen.nombre(count), nom: pen.mot(`${key}.${count === 1 ? 'un' : 'plusieurs'}`) }];
  const { population, annees } = perimetre;
  return [
    ...counted(perimetre.nb_communes, 'communes'),
    ...(population === null
      ? []
      : [{ valeur: pen.nombre(population), nom: pen.mot('bref.habitants', { annee: annees.population }) }]),
    ...counted(Object.keys(dossier.acteurs?.acteurs ?? {}).length, 'organismes'),
    ...counted(dossier.seances.filter(({ data }) => pen.visible(data)).length, 'seances'),
    ...counted(dossier.principes.length, 'principes'),
    ...counted(dossier.initiatives.filter(({ data }) => pen.visible(data)).length, 'initiatives'),
  ];
}

function identite(matter: Matter): readonly Fait[] {
  const { dossier, perimetre, pen, names } = matter;
  const { dispositif, phase, statut, calendrier } = dossier.dossier;
  const { territoire, echelle } = dossier;
  const places = (list: readonly { readonly nom: string }[]): string =>
    pen.liste(list.map(({ nom }) => pen.ligne(nom)));
  const moa = teamOf(dossier, ['maitrise_ouvrage']);
  const equipe = teamOf(dossier, ['mandataire', 'cotraitant'], ['equipe_pluridisciplinaire']);
  const span = pen.periode(calendrier?.debut, calendrier?.fin);
  return [
    ...fait(pen.cle('dossier/dispositif'), pen.code('dispositif', dispositif)),
    ...(dispositif === 'national' ? fait(pen.cle('dossier/session'), session(matter)) : []),
    ...fait(pen.cle('dossier/phase'), pen.code('phase', phase)),
    ...fait(pen.cle('dossier/statut'), statut && pen.code('statut', statut)),
    ...fait(
      pen.mot('bref.territoire'),
      territoire === undefined ? pen.inconnu('perimetre') : pen.ligne(territoire.nom),
    ),
    ...fait(pen.cle('territoire/epci'), places(perimetre.epci)),
    ...fait(pen.cle('territoire/departements'), places(perimetre.departements)),
    ...fait(pen.cle('territoire/regions'), places(perimetre.regions)),
    ...fait(pen.mot('bref.echelle'), echelle === undefined ? pen.inconnue() : pen.code('niveau', echelle.niveau)),
    ...fait(pen.code('roles', 'maitrise_ouvrage'), moa.length === 0 ? pen.inconnu('moa') : names.acteurs(moa)),
    ...fait(pen.code('inconnus', 'equipe'), equipe.length === 0 ? pen.inconnu('equipe') : names.acteurs(equipe)),
    ...fait(
      pen.cle('dossier/calendrier'),
      span === '' ? pen.inconnu('calendrier') : span + pen.cite(calendrier?.sources),
    ),
    ...fait(pen.cle('dossier/budget'), budget(matter)),
    ...fait(pen.mot('candidature.nom'), applicationOf(matter)),
    ...nature(matter),
  ];
}

function session({ dossier, session, pen }: Matter): string {
  const id = dossier.dossier.session;
  if (id === undefined) return pen.inconnue();
  if (session === undefined) return pen.ligne(id);
  const { titre, numero, debut, fin } = session.session;
  const rank = numero === undefined ? '' : pen.mot('bref.session-rang', { n: numero });
  const more = [rank, pen.periode(debut, fin)].filter((part) => part !== '');
  return pen.ligne(titre) + (more.length === 0 ? '' : ` (${more.join(', ')})`);
}

/** One sum is said; several are left to their table. */
function budget({ dossier, pen }: Matter): string {
  const sums = dossier.dossier.budget ?? [];
  const [first] = sums;
  if (first === undefined) return pen.inconnu('budget');
  if (sums.length > 1) return pen.mot('bref.sommes', { n: pen.compte(sums.length, 'sommes') });
  return (first.montant === undefined ? pen.inconnu() : pen.euros(first.montant)) + pen.cite(first.sources);
}

/** « Retenue, 2016 » and when it was handed in. */
export function applicationOf({ dossier, pen }: Matter): string {
  const { decision, date_depot: depot, date_decision: decided, sources } = dossier.candidature ?? {};
  const said = [
    [
      decision === undefined ? '' : pen.code('candidature_decision', decision),
      decided === undefined ? '' : pen.date(decided),
    ]
      .filter((part) => part !== '')
      .join(', '),
    depot === undefined ? '' : pen.mot('candidature.depot', { date: pen.date(depot) }),
  ].filter((part) => part !== '');
  return said.length === 0 ? '' : pen.liste(said) + pen.cite(sources);
}

function nature({ dossier, pen }: Matter): readonly Fait[] {
  const { retrospectif, fictif } = dossier.dossier;
  const said = [
    fictif === true ? pen.mot('couverture.fictif') : '',
    retrospectif === true ? pen.mot('couverture.retrospectif') : '',
  ];
  return fait(pen.mot('bref.nature'), said.filter((one) => one !== '').join(' '));
}

type Etape = NonNullable<NonNullable<Matter['dossier']['dossier']['calendrier']>['etapes']>[number];

/** One step of the calendar: when, where. */
export function etapeOf({ pen }: Matter, etape: Etape): Fait {
  const when = pen.periode(etape.date, etape.fin);
  const said = [
    when === '' ? pen.mot('cadre.date-inconnue') : when,
    etape.lieu === undefined ? '' : pen.ligne(etape.lieu),
  ];
  const remark = pen.remarque(etape);
  const line = said.filter((one) => one !== '').join(', ') + pen.cite(etape.sources);
  return { nom: pen.ligne(etape.titre), valeur: remark === '' ? line : `${line}. ${remark}` };
}

/** The dates of the atelier and what it costs. */
export interface CadreView {
  readonly calendrier: readonly Fait[];
  readonly etapes: readonly Fait[];
  readonly remarque: string;
  readonly budget: Tableau | null;
}

export function cadreOf(matter: Matter): CadreView | null {
  const { dossier, pen } = matter;
  const { calendrier, budget } = dossier.dossier;
  if (calendrier === undefined && budget === undefined) return null;
  const span = pen.periode(calendrier?.debut, calendrier?.fin);
  return {
    calendrier: fait(
      pen.mot('cadre.dates'),
      span === '' ? pen.inconnu('calendrier') : span + pen.cite(calendrier?.sources),
    ),
    etapes: (calendrier?.etapes ?? []).map((etape) => etapeOf(matter, etape)),
    remarque: calendrier === undefined ? '' : pen.remarque(calendrier),
    budget: montantsOf(matter, pen.cle('dossier/budget'), budget),
  };
}
