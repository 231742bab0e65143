/** What `compile --to` offers, in the order of its help. */
export const reportFormats = ['html', 'pdf', 'docx', 'odt', 'md'] as const;

/** Of these, the ones that a person opens without any tool: what the reviewers' workflow keeps. */
export const readableFormats: readonly string[] = reportFormats.filter((format: string) =>
  ['html', 'pdf', 'docx'].includes(format),
);
