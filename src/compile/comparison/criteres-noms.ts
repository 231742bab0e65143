/** The criteria of likeness by name, in reading order: what `similar --by` takes. */
export const nomsDesCriteres = [
  'dispositif',
  'types',
  'dynamiques',
  'situations',
  'niveau',
  'enjeux',
  'visees',
  'ressources',
  'population',
  'communes',
] as const;

export type NomDeCritere = (typeof nomsDesCriteres)[number];
