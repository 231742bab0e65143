import type { Facts } from '../../model/facts.ts';
import type { Kind } from '../../model/kind.ts';
import { fieldsOf, pointerTo } from '../../schema/fields.ts';
import { resolveRef } from '../../schema/schemas.ts';
import { nearest } from '../../words/nearest.ts';
import { fillIn } from '../../words/text.ts';
import { isSound, partsAt } from '../parts.ts';
import { shownPicture } from '../pictures.ts';
import type { FilesRule } from '../rule.ts';

export const mediaManquant: FilesRule = {
  id: 'media-manquant',
  reads: 'fichiers',
  severity: 'warning',
  summary: {
    fr: 'Un fichier de medias/ que le dossier nomme n’y est pas.',
    en: 'A file of medias/ that the dossier names is not there.',
  },
  why: {
    fr: 'Le rapport mettrait le texte alternatif à la place de l’image, et le lien vers le livrable ne mènerait nulle part. Le fichier est à ajouter au dépôt, ou son nom est mal tapé.',
    en: 'The report would put the alternative text in the place of the picture, and the link to the deliverable would lead nowhere. The file is to be added, or its name is mistyped.',
  },
  bad: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nLe plan du bourg :\n\n![Le bourg et ses trois fermes](../medias/plans.png)\n',
    line: 6,
    beside: {
      'medias/plan.png': 'PNG',
    },
  },
  good: {
    file: 'seances/atelier-2.md',
    text: '---\ntype: atelier\n---\nLe plan du bourg :\n\n![Le bourg et ses trois fermes](../medias/plan.png)\n',
    beside: {
      'medias/plan.png': 'PNG',
    },
  },
  *find({ files, others }) {
    if (others === null) return;
    const there = [...others].filter((path) => path.startsWith('medias/'));
    for (const file of files) {
      for (const { path, at, part, span } of [...namedIn(file), ...shownIn(file)]) {
        if (others.has(path)) continue;
        const bon = nearest(path, there);
        const message = bon === null ? fillIn(absent, { fichier: path }) : fillIn(near, { fichier: path, bon });
        yield { file: file.path, at, part, message, ...(span && { span }), ...(bon !== null && { suggestion: bon }) };
      }
    }
  },
};

interface Named {
  readonly path: string;
  readonly at: string;
  readonly part: 'key' | 'value';
  readonly span?: readonly [number, number];
}

/** `fichier: medias/plan.svg`, and the keys of medias.yaml. */
function* namedIn({ kind, value, broken }: Facts): Generator<Named> {
  if (kind === 'prose') return;
  for (const path of fileParts(kind)) {
    for (const { value: named, pointer } of partsAt(value, path)) {
      if (typeof named === 'string' && isSound(pointer, broken)) yield { path: named, at: pointer, part: 'value' };
    }
  }
  if (kind !== 'medias' || typeof value !== 'object' || value === null) return;
  for (const name of Object.keys(value)) {
    const at = pointerTo('', name);
    if (isSound(at, broken)) yield { path: `medias/${name}`, at, part: 'key' };
  }
}

/** Pictures in a text, `![…](../medias/plan.svg)`. */
function* shownIn({ refers }: Facts): Generator<Named> {
  for (const { to, id, span } of refers) {
    if (to === shownPicture && span) yield { path: id, at: '', part: 'value', span };
  }
}

const { pattern } = resolveRef('urn:atelier:communs#/$defs/fichier');
const parts = new Map<Kind, readonly string[]>();

/** Where a kind of file names files of medias/, as the schemas say. */
function fileParts(kind: Kind): readonly string[] {
  const known = parts.get(kind);
  if (known) return known;
  const found = fieldsOf(kind).filter(({ schema }) => schema.pattern !== undefined && schema.pattern === pattern);
  const paths = found.map(({ path }) => path.map((step) => `/${step === '[]' ? '*' : step}`).join(''));
  parts.set(kind, paths);
  return paths;
}

const absent = {
  fr: '{fichier} n’est pas dans ce dossier : ajoutez le fichier, ou retirez ce qui le nomme',
  en: '{fichier} is not in this dossier: add the file, or remove what names it',
};
const near = {
  fr: '{fichier} n’est pas dans ce dossier ; vouliez-vous dire {bon} ?',
  en: '{fichier} is not in this dossier; did you mean {bon}?',
};
