import type { CommandSpec } from './spec.ts';

/** `atelier import`, as `--help` shows it. */
export const importSpec: CommandSpec = {
  name: 'import',
  args: '<genre> <fichier>',
  summary: { fr: 'importe des contours ou des indicateurs', en: 'import outlines or indicators' },
  help: {
    fr: 'contours : un GeoJSON de communes (geo.api.gouv.fr, IGN Admin Express), vérifié contre le périmètre et simplifié, devient medias/perimetre.geojson. indicateurs : les colonnes d’une table par commune (CSV) sont additionnées sur le périmètre et rangées dans territoire.yaml. Les codes d’une autre année sont reconnus.',
    en: 'contours: a GeoJSON of communes (geo.api.gouv.fr, IGN Admin Express), checked against the perimeter and simplified, becomes medias/perimetre.geojson. indicateurs: the columns of a table by commune (CSV) are added up over the perimeter and kept in territoire.yaml. Codes of another year are understood.',
  },
  options: [
    {
      flags: '--source <texte>',
      text: {
        fr: 'producteur des données, ou clé d’une source du dossier',
        en: 'producer of the data, or key of a source of the dossier',
      },
    },
    { flags: '--annee <AAAA>', text: { fr: 'année des données', en: 'year of the data' } },
    {
      flags: '--licence <code>',
      text: {
        fr: 'licence des contours (etalab-2.0, cc-by-4.0…)',
        en: 'licence of the outlines (etalab-2.0, cc-by-4.0…)',
      },
      choices: ['etalab-2.0', 'cc-by-4.0', 'cc-by-sa-4.0', 'cc0-1.0', 'tous_droits_reserves'],
    },
    {
      flags: '--code <colonne>',
      text: { fr: 'indicateurs : colonne des codes INSEE', en: 'indicateurs: column of INSEE codes' },
    },
    { flags: '--colonnes <a,b>', text: { fr: 'indicateurs : colonnes voulues', en: 'indicateurs: wanted columns' } },
    {
      flags: '--agregat <code>',
      text: {
        fr: 'indicateurs : somme, ou rapport de deux sommes',
        en: 'indicateurs: somme (sum), or rapport (ratio of two sums)',
      },
      choices: ['somme', 'rapport'],
    },
    {
      flags: '--titre <texte>',
      text: {
        fr: 'indicateurs : titre ; un par colonne, séparés par « ; »',
        en: 'indicateurs: title; one a column, separated by “;”',
      },
    },
    {
      flags: '--unite <texte>',
      text: {
        fr: 'indicateurs : unité, de même ; % multiplie un rapport par cent',
        en: 'indicateurs: unit, likewise; % multiplies a ratio by a hundred',
      },
    },
    {
      flags: '--filtre <colonne=valeur>',
      text: { fr: 'indicateurs : seulement ces lignes', en: 'indicateurs: these rows only' },
    },
    {
      flags: '--dossier <chemin>',
      text: { fr: 'le dossier, quand on n’est pas dedans', en: 'the dossier, when outside of it' },
    },
    {
      flags: '-n, --dry-run',
      text: { fr: 'montre ce qui changerait, n’écrit rien', en: 'show what would change, write nothing' },
    },
    {
      flags: '-f, --force',
      text: {
        fr: 'remplace un perimetre.geojson qu’atelier n’a pas écrit',
        en: 'replace a perimetre.geojson that atelier did not write',
      },
    },
  ],
  run: async (args, options, session) => (await import('./import.ts')).importData(args, options, session),
};
