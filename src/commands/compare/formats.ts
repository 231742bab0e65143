/** What `compare --to` makes, by name. */
export const comparisonFormats = ['html', 'pdf', 'docx', 'odt', 'md', 'site'] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];
