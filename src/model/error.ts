import type { Text } from '../words/text.ts';

/** The command cannot run (bad flag, missing folder, unwritable output): one line, exit 2. Anything else thrown is our bug. */
export class UserError extends Error {
  readonly text: Text;
  /** The flag, command or folder to try instead, shown after the sentence. */
  readonly hint: Text | undefined;
  constructor(text: Text, hint?: Text) {
    super(text.fr);
    this.name = 'UserError';
    this.text = text;
    this.hint = hint;
  }
}
