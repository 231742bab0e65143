import { BuilderElement, StringContainer, TextRun, type XmlComponent } from 'docx';
import { LETTERS, type LetterStyles } from '../office/styles.ts';

/**
 * A field, each part a run of its own, as Word writes them.
 * @param instruction what it asks for
 * @param result what it last came to; Word works it out anew
 * @param style of its letters
 * @returns the runs
 */
export function fieldOf(instruction: string, result: string, style?: LetterStyles): readonly TextRun[] {
  const [begin, asked, separate, end] = fieldMarks(instruction, style);
  return [begin, asked, separate, partOf(result, style), end];
}

/**
 * The marks of a field whose result is more than a text: it stands between the third and the fourth.
 * @param instruction what it asks for
 * @param style of its letters
 * @returns the four runs
 */
export function fieldMarks(instruction: string, style?: LetterStyles): readonly [TextRun, TextRun, TextRun, TextRun] {
  const mark = (type: string): TextRun =>
    partOf(
      new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } }),
      style,
    );
  return [mark('begin'), partOf(new StringContainer('w:instrText', instruction), style), mark('separate'), mark('end')];
}

function partOf(part: XmlComponent | string, style: LetterStyles | undefined): TextRun {
  return new TextRun({ children: [part], ...(style && { style: LETTERS[style].word[0] }) });
}
