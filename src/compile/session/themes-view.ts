import type { Dossier, Session } from '../../model/dossier.ts';
import type { Diffusion } from '../../model/types.gen.ts';
import { type Chose, choseOf } from '../report/parts.ts';
import type { SessionMatter } from './matter.ts';

/** The cross-cutting themes: each a question put to several dossiers, and which of their pieces answer it. */
export function themesOf(matter: SessionMatter): readonly Chose[] {
  const { session, pen } = matter;
  return session.themes.map(({ data, body }: Session['themes'][number]) => {
    const pieces = (data.pieces ?? []).flatMap((piece) => pieceOf(matter, piece));
    const listes = [
      { nom: pen.cle('theme/a_retenir'), items: (data.a_retenir ?? []).map(pen.ligne) },
      { nom: pen.cle('theme/pieces'), items: pieces },
    ];
    return choseOf(
      pen,
      pen.ligne(data.titre),
      { texte: body },
      { chapeau: pen.ligne(data.question), listes: listes.filter(({ items }) => items.length > 0) },
    );
  });
}

interface Titled {
  readonly titre?: string;
  readonly organisme?: string;
  readonly diffusion?: Diffusion;
}

/** « Territoire : titre de la pièce »; nothing for what the readers of the report may not see. */
function pieceOf({ sites, pen }: SessionMatter, piece: string): readonly string[] {
  const [id = '', kind = '', key = ''] = piece.split('/');
  const site = sites.find(({ dossier }) => dossier.id === id);
  if (site === undefined) return [];
  const found = thingOf(site.dossier, kind, key);
  if (found !== undefined && !pen.visible(found)) return [];
  const place = site.dossier.territoire?.nom ?? site.dossier.dossier.titre;
  const name = found?.titre ?? found?.organisme ?? key;
  return [`${pen.ligne(place)}${pen.mot('deux-points')} ${pen.ligne(name)}`];
}

/** The thing that a piece names, by the kind of its id. */
function thingOf(dossier: Dossier, kind: string, key: string): Titled | undefined {
  const { principes, initiatives, seances, territoire, echelle, acteurs, debats, feuilleDeRoute } = dossier;
  const filed: Readonly<Record<string, readonly { readonly id: string; readonly data: Titled }[]>> = {
    principe: principes,
    initiative: initiatives,
    seance: seances,
  };
  const mapped: Readonly<Record<string, Readonly<Record<string, Titled>> | undefined>> = {
    enjeu: territoire?.enjeux,
    ressource: territoire?.ressources,
    secteur: echelle?.secteurs,
    acteur: acteurs?.acteurs,
    axe: feuilleDeRoute?.axes,
    convergence: debats?.convergences,
    controverse: debats?.controverses,
    piste: debats?.pistes,
    enseignement: dossier.enseignements,
    suite: dossier.dossier.suites,
  };
  const file = Object.hasOwn(filed, kind) ? filed[kind]?.find((one) => one.id === key)?.data : undefined;
  const map = Object.hasOwn(mapped, kind) ? mapped[kind] : undefined;
  return file ?? (map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined);
}
