import { escapeHtml } from '../../../words/escape.ts';
import { fillIn, type Langue, type Text } from '../../../words/text.ts';
import { typographie } from '../../../words/typography.ts';
import { licence } from '../../dataset/table-schema.ts';
import { type Around, accessibilityOf, pageHtml, sayIn } from './page.ts';
import { siteWords as words } from './words.ts';

/** The service that publishes, where the workspace names one. */
export type Producteur = { readonly nom: string; readonly siret?: string } | null;

/** What whoever puts the pages online owes; what only the service can say is left open, in so many words. */
export function mentionsPage(around: Around, producteur: Producteur): string {
  const { langue, isPublic } = around;
  const say = sayIn(langue);
  const title = isPublic ? words.mentions : words.apropos;
  const parts = [
    ...(isPublic ? publisher(around, producteur) : internal(langue)),
    ...both(around),
    licenceOf(langue, isPublic),
  ];
  return pageHtml(around, {
    base: '',
    titre: typographie(title[langue], langue),
    description: typographie(title[langue], langue),
    scripts: [],
    tete: `<nav class="fil" aria-label="${say(words.fil)}"><a href="index.html">${say(words.tous)}</a></nav>\n<h1>${say(title)}</h1>`,
    corps: `<div class="lecture-seule">\n${parts.join('\n')}\n</div>`,
  });
}

function part(id: string, title: string, ...paragraphs: readonly string[]): string {
  return `<section id="${id}">\n<h2>${title}</h2>\n${paragraphs.map((one) => `<p>${one}</p>`).join('\n')}\n</section>`;
}

function publisher({ langue, site }: Around, producteur: Producteur): readonly string[] {
  const say = sayIn(langue);
  const or = (text: string | undefined): string =>
    text === undefined ? `<strong>${say(words.remplir)}</strong>` : escapeHtml(typographie(text, langue));
  const siret = producteur?.siret === undefined ? '' : ` (SIRET ${escapeHtml(producteur.siret)})`;
  const contact = site.contact === undefined ? or(undefined) : link(site.contact);
  return [
    part(
      'editeur',
      say(texts.editeur),
      or(producteur?.nom) + siret,
      `${say(texts.directeur)} ${or(site.directeur_publication)}`,
      `${say(texts.contact)} ${contact}`,
    ),
    part('hebergeur', say(texts.hebergeur), or(site.hebergeur)),
  ];
}

function link(address: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
}

function internal(langue: Langue): readonly string[] {
  const say = sayIn(langue);
  return [
    part(
      'usage',
      say(words.interneCourt),
      say(words.interne),
      `${say(texts.rendrePublic)} <code>atelier compare --to site --public</code>`,
    ),
  ];
}

function both({ langue, site }: Around): readonly string[] {
  const say = sayIn(langue);
  const { accessibilite } = site;
  const established =
    accessibilite === undefined ? say(texts.sansAudit) : `${say(texts.declaration)} ${link(accessibilite.declaration)}`;
  return [
    part(
      'accessibilite',
      say(words.accessibilite),
      `${say(accessibilityOf(site))}. ${established}`,
      say(texts.accessibiliteAide),
    ),
    part('donnees-personnelles', say(texts.personnelles), say(texts.personnellesTexte)),
    part('lire', say(texts.lire), say(words.lire), say(texts.sources)),
  ];
}

function licenceOf(langue: Langue, isPublic: boolean): string {
  const say = sayIn(langue);
  const text = say(fillIn(texts.licenceTexte, { titre: licence.title }));
  return isPublic
    ? part('licence', say(texts.licence), `${text} <a href="${licence.path}">${licence.path}</a>`)
    : part('licence', say(texts.licence), say(texts.licenceInterne));
}

const texts = {
  editeur: { fr: 'Éditeur', en: 'Publisher' },
  directeur: { fr: 'Directeur ou directrice de la publication (fonction) :', en: 'Publication director (position):' },
  contact: { fr: 'Contact :', en: 'Contact:' },
  hebergeur: { fr: 'Hébergeur', en: 'Host' },
  rendrePublic: {
    fr: 'Pour un site public, qui ne garde que ce qui peut être publié :',
    en: 'For a public site, which keeps only what may be published:',
  },
  sansAudit: {
    fr: 'Ce site n’a pas fait l’objet d’un audit au regard du RGAA 4.1 ; seul un audit permet d’en dire davantage.',
    en: 'This site has not been audited against RGAA 4.1; only an audit allows one to say more.',
  },
  declaration: { fr: 'Déclaration :', en: 'Statement:' },
  accessibiliteAide: {
    fr: 'Il est fait pour se lire au clavier, avec un lecteur d’écran, agrandi et sans script. Ce que montre la carte est aussi dans les listes et les fiches. Si un contenu vous reste inaccessible, adressez-vous à l’éditeur ; sans réponse, au Défenseur des droits.',
    en: 'It is made to be read by keyboard, with a screen reader, enlarged and without scripts. What the map shows is in the lists and pages too. If something stays out of your reach, turn to the publisher; without an answer, to the Défenseur des droits.',
  },
  personnelles: { fr: 'Données personnelles', en: 'Personal data' },
  personnellesTexte: {
    fr: 'Ce site ne dépose aucun traceur, n’interroge aucun autre site et n’enregistre rien : ce que vous cherchez reste dans votre navigateur et dans l’adresse de la page. Les acteurs y sont des organismes et des fonctions ; aucune personne n’y est nommée par le programme.',
    en: 'This site sets no tracker, asks nothing of any other site and records nothing: what you look for stays in your browser and in the address of the page. Stakeholders are organisations and positions; the program names no person.',
  },
  lire: { fr: 'Lire ces pages', en: 'Reading these pages' },
  sources: {
    fr: 'Tout vient des dossiers tels que leurs équipes les ont écrits ; noms et populations des communes : Code officiel géographique et population municipale (Insee). Fond de carte : Natural Earth (domaine public) ; points des villes : GeoNames (CC BY 4.0).',
    en: 'All comes from the dossiers as their teams wrote them; names and populations of communes: Code officiel géographique and population municipale (Insee). Base map: Natural Earth (public domain); places of towns: GeoNames (CC BY 4.0).',
  },
  licence: { fr: 'Licence', en: 'Licence' },
  licenceTexte: {
    fr: 'Ce qui est publié ici peut être réutilisé sous {titre}, en citant la source et la date.',
    en: 'What is published here may be reused under the {titre}, with its source and date.',
  },
  licenceInterne: {
    fr: 'Usage interne : aucune licence de réutilisation n’est donnée.',
    en: 'Internal use: no licence to reuse is given.',
  },
} as const satisfies Readonly<Record<string, Text>>;
