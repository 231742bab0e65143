import type { DataOf } from '../../model/types.gen.ts';
import { etapeOf } from '../report/bref.ts';
import { type Chose, chapeauOf, choseOf, type Fait, fait, montantsOf, type Tableau } from '../report/parts.ts';
import { hasWeights, type JuryView, juryOf } from './jury-view.ts';
import type { SessionMatter } from './matter.ts';
import { type SitesView, sitesOf } from './sites-view.ts';
import { otherTexts, textAt } from './texts.ts';
import { themesOf } from './themes-view.ts';

/** What `session.md.hbs` shows: every text is Markdown already, authors' words escaped. */
export interface SessionView {
  readonly identite: readonly Fait[];
  readonly presentation: string;
  readonly remarque: string;
  readonly introduction: string;
  readonly calendrier: CalendrierView | null;
  readonly appel: AppelView | null;
  readonly jury: JuryView | null;
  readonly sites: SitesView;
  readonly themes: readonly Chose[];
  readonly autres: readonly { readonly titre: string; readonly texte: string }[];
  readonly rencontre: RencontreView | null;
  readonly publication: PublicationView | null;
  readonly conclusion: string;
  readonly inconnus: { readonly faits: readonly Fait[]; readonly restreints: string } | null;
  readonly sources: boolean;
}

interface CalendrierView {
  readonly titre: string;
  readonly etapes: readonly Fait[];
  readonly enveloppe: Tableau | null;
}

/** The call: the national team's text, and the criteria with their weights. */
interface AppelView {
  readonly texte: string;
  readonly criteres: readonly Chose[];
}

interface RencontreView {
  readonly faits: readonly Fait[];
  readonly texte: string;
  readonly remarque: string;
  readonly equipe: string;
}

interface PublicationView {
  readonly texte: string;
  readonly ouvrages: readonly Chose[];
}

export function sessionViewOf(matter: SessionMatter): SessionView {
  const { session, pen } = matter;
  const { session: sheet, texts } = session;
  const unknown = (sheet.inconnus ?? []).flatMap((code) => fait(pen.code('inconnus', code), pen.inconnu(code)));
  return {
    identite: identite(matter),
    presentation: pen.prose(sheet.presentation),
    remarque: pen.remarque(sheet.note === undefined ? {} : { note: sheet.note }),
    introduction: pen.prose(textAt(texts, 'introduction')),
    calendrier: calendrierOf(matter),
    appel: appelOf(matter),
    jury: juryOf(matter),
    sites: sitesOf(matter),
    themes: themesOf(matter),
    autres: otherTexts(texts).map(({ titre, texte }) => ({ titre: pen.ligne(titre), texte: pen.prose(texte) })),
    rencontre: rencontreOf(matter),
    publication: publicationOf(matter),
    conclusion: pen.prose(textAt(texts, 'conclusion')),
    inconnus: unknown.length === 0 ? null : { faits: unknown, restreints: '' },
    sources: Object.keys(sheet.sources ?? {}).length > 0,
  };
}

function identite({ session, pen }: SessionMatter): readonly Fait[] {
  const { theme, numero, debut, fin, pilotes = [], equipes = [], sites_annonces: sites } = session.session;
  const cle = (key: string): string => pen.cle(`session/${key}`);
  const span = pen.periode(debut, fin);
  return [
    ...fait(cle('theme'), theme && pen.ligne(theme)),
    ...fait(cle('numero'), numero === undefined ? '' : pen.nombre(numero)),
    ...fait(pen.mot('session.dates'), span === '' ? pen.inconnues('calendrier') : span),
    ...fait(cle('pilotes'), pen.liste(pilotes.map(pen.ligne))),
    ...fait(cle('equipes'), equipes.length === 0 ? '' : pen.liste(equipes.map(pen.ligne))),
    ...fait(cle('sites_annonces'), sites === undefined ? pen.inconnu() : pen.nombre(sites)),
  ];
}

function calendrierOf(matter: SessionMatter): CalendrierView | null {
  const { calendrier = [], enveloppe = [] } = matter.session.session;
  if (calendrier.length + enveloppe.length === 0) return null;
  return {
    titre: enveloppe.length === 0 ? matter.pen.cle('session/calendrier') : matter.pen.mot('cadre.titre'),
    etapes: calendrier.map((etape) => etapeOf(matter, etape)),
    enveloppe: montantsOf(matter, matter.pen.cle('session/enveloppe'), enveloppe),
  };
}

function appelOf(matter: SessionMatter): AppelView | null {
  const { session, pen } = matter;
  const texte = pen.prose(textAt(session.texts, 'appel'));
  const criteres = Object.values(session.session.criteres ?? {}).map((critere) =>
    choseOf(pen, pen.ligne(critere.titre), critere, { chapeau: weightOf(matter, critere) }),
  );
  return texte === '' && criteres.length === 0 ? null : { texte, criteres };
}

type Critere = NonNullable<DataOf['session']['criteres']>[string];

/** Said where weights differ: one that is not given counts for 1. */
function weightOf(matter: SessionMatter, { poids }: Critere): string {
  const { pen } = matter;
  if (!hasWeights(matter)) return '';
  return poids === undefined ? pen.mot('session.poids-absent') : pen.mot('session.poids', { poids: pen.nombre(poids) });
}

function rencontreOf({ session, pen }: SessionMatter): RencontreView | null {
  const { rencontre } = session.session;
  const equipe = pen.prose(textAt(session.texts, 'rencontre'));
  if (rencontre === undefined) return equipe === '' ? null : { faits: [], texte: '', remarque: '', equipe };
  const { date, lieu, participants, texte, sources } = rencontre;
  const cle = (key: string): string => pen.cle(`session/rencontre.${key}`);
  const faits = [
    ...fait(cle('date'), date && pen.date(date)),
    ...fait(cle('lieu'), lieu && pen.ligne(lieu)),
    ...fait(cle('participants'), participants === undefined ? '' : pen.nombre(participants)),
  ];
  // Called once: by the text where there is one, else by the first fact.
  const calls = texte === undefined ? pen.cite(sources) : '';
  return {
    faits: faits.map(({ nom, valeur }, index) => ({ nom, valeur: index === 0 ? valeur + calls : valeur })),
    texte: pen.prose(texte, sources),
    remarque: pen.remarque(rencontre),
    equipe,
  };
}

function publicationOf({ session, pen }: SessionMatter): PublicationView | null {
  const { publication = [] } = session.session;
  const texte = pen.prose(textAt(session.texts, 'publication'));
  if (texte === '' && publication.length === 0) return null;
  return {
    texte,
    ouvrages: publication.map((one) => {
      const { titre, editeur, annee, isbn, url } = one;
      return choseOf(pen, pen.ligne(titre), one, {
        chapeau: chapeauOf(
          editeur && pen.ligne(editeur),
          annee === undefined ? '' : String(annee),
          isbn && `ISBN\u00a0${pen.ligne(isbn)}`,
        ),
        faits: fait(pen.cle('session/publication.[].url'), url && pen.ligne(url)),
      });
    }),
  };
}
