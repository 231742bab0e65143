import type { FormatName } from '../ui/formats/index.ts';

/** What `validate --format` takes, by name alone: the formats themselves are loaded when they are needed. */
export const formatNames: readonly (FormatName | 'pretty')[] = [
  'pretty',
  'plain',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
];
