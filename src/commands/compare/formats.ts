/** What `compare --to` makes, by name. */
export const comparisonFormats = ['html', 'pdf', 'docx', 'site'] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];
