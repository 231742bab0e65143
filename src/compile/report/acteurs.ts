import type { DataOf } from '../../model/types.gen.ts';
import { families, familyOf } from '../../schema/labels.ts';
import { type Chose, chapeauOf, choseOf, fait, type Matter, type Tableau, tableauOf } from './parts.ts';
import { codeAndName } from './territoire.ts';

/** Who is around the table. */
export interface ActeursView {
  readonly dessin: boolean;
  readonly familles: readonly { readonly nom: string; readonly tableau: Tableau | null }[];
  readonly portraits: readonly Chose[];
  readonly instances: readonly Chose[];
  readonly participation: readonly Chose[];
}

type Acteur = NonNullable<DataOf['acteurs']['acteurs']>[string];

export function acteursOf(matter: Matter): ActeursView | null {
  const { dossier, pen, names } = matter;
  if (dossier.acteurs === undefined) return null;
  const { acteurs = {}, instances = [], participation = [] } = dossier.acteurs;
  const all = Object.values(acteurs);
  return {
    dessin: all.length > 0,
    familles: Object.keys(families())
      .map((famille) => {
        const nom = pen.code('categories', famille);
        return {
          nom,
          tableau: table(
            matter,
            nom,
            all.filter((one) => familyOf(one.categorie) === famille),
          ),
        };
      })
      .filter(({ tableau }) => tableau !== null),
    portraits: all
      .filter((one) => one.texte !== undefined)
      .map(({ organisme, texte = '' }) => choseOf(pen, pen.ligne(organisme), { texte })),
    instances: instances.map((one) =>
      choseOf(pen, one.titre === undefined ? pen.code('instances', one.type) : pen.ligne(one.titre), one, {
        chapeau:
          one.titre === undefined || one.titre === pen.code('instances', one.type)
            ? ''
            : pen.code('instances', one.type),
        faits: [...fait(pen.mot('acteurs.membres'), names.acteurs(one.acteurs))],
      }),
    ),
    participation: participation.map((one) => momentOf(matter, one)),
  };
}

function table({ pen }: Matter, legende: string, acteurs: readonly Acteur[]): Tableau | null {
  const cle = (key: string): string => pen.cle(`acteurs/acteurs.*.${key}`);
  return tableauOf<Acteur>(
    legende,
    [
      { nom: cle('organisme'), cellule: (one) => pen.ligne(one.organisme) + pen.cite(one.sources) },
      { nom: cle('categorie'), cellule: (one) => category(pen, one) },
      {
        nom: cle('roles'),
        toujours: true,
        cellule: ({ roles }) => (roles === undefined ? pen.inconnu() : pen.codes('roles', roles)),
      },
      { nom: cle('competences'), cellule: ({ competences }) => pen.codes('competences', competences) },
      { nom: pen.mot('acteurs.precisions'), cellule: (one) => precisions(pen, one) },
    ],
    acteurs,
  );
}

/** A family's own code says no more than the table's title; a named service says more than its category. */
function category(pen: Matter['pen'], { categorie, service }: Acteur): string {
  if (service !== undefined && service !== 'autre') return pen.code('service', service);
  return familyOf(categorie) === categorie ? '' : pen.code('categories', categorie);
}

function precisions(pen: Matter['pen'], acteur: Acteur): string {
  const { code, representes_par: by = [], fonctions = [], personnes = [] } = acteur;
  const [number = '', name = ''] = code === undefined ? [] : codeAndName(code);
  const parts = [
    by.length === 0 ? '' : pen.mot('acteurs.representes', { qui: pen.codes('representes_par', by) }),
    pen.liste(fonctions.map(pen.ligne)),
    pen.liste(personnes.map(({ nom, fonction }) => `${pen.ligne(nom)}, ${pen.ligne(fonction)}`)),
    code === undefined ? '' : pen.mot('acteurs.code', { nom: pen.ligne(name), code: pen.ligne(number) }).trim(),
  ].filter((part) => part !== '');
  const remark = pen.remarque(acteur);
  return [...parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`)), remark]
    .filter((part) => part !== '')
    .join(' ');
}

/** A moment of participation; `within` is the séance under which it stands, which need not be said again. */
export function momentOf(
  { pen, names }: Matter,
  one: NonNullable<DataOf['acteurs']['participation']>[number],
  within?: string,
): Chose {
  const cle = (key: string): string => pen.cle(`acteurs/participation.[].${key}`);
  const type = pen.code('participation_type', one.type);
  return choseOf(pen, one.titre === undefined ? type : pen.ligne(one.titre), one, {
    chapeau: chapeauOf(one.titre === undefined ? '' : type, pen.periode(one.date, one.fin)),
    faits: [
      ...fait(cle('publics'), pen.codes('publics', one.publics)),
      ...fait(
        pen.mot('acteurs.participants'),
        one.nombre === undefined ? pen.inconnu('participants') : pen.nombre(one.nombre),
      ),
      ...fait(cle('seance'), one.seance === undefined || one.seance === within ? '' : names.seance(one.seance)),
    ],
  });
}
