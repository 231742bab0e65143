import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { readYaml } from '../src/load/yaml.ts';

const suitePath = new URL('../../shared/suites/yaml-test-suite.json', import.meta.url);
interface SuiteCase {
  readonly id: string;
  readonly name: string;
  readonly yaml: string;
  readonly error: boolean;
}

describe.runIf(existsSync(suitePath))('the YAML Test Suite', () => {
  const suite: readonly SuiteCase[] = existsSync(suitePath) ? JSON.parse(readFileSync(suitePath, 'utf8')) : [];
  test.each(suite.filter(({ error }) => error).map(({ id, yaml }) => [id, yaml] as const))(
    '%s is refused',
    (_id, yaml) => {
      expect(readYaml(yaml, {}).ok).toBe(false);
    },
  );
  const sound = suite.filter(({ error }) => !error);
  test('what we accept means the same to the other parser', () => {
    const differ: string[] = [];
    let accepted = 0;
    for (const { id, yaml } of sound) {
      const reading = readYaml(yaml, {});
      if (!reading.ok) continue;
      accepted++;
      const theirs = inOurTerms(yaml);
      try {
        expect(reading.value).toEqual(theirs);
      } catch {
        differ.push(id);
      }
    }
    expect(differ).toEqual([]);
    expect(accepted).toBe(198);
  });
  test('what we refuse of sound YAML is what a dossier does without', () => {
    const without = /^(?:ancre-ou-alias|etiquette-yaml|cle-en-double|plusieurs-documents|element-vide)$/;
    const others = sound.flatMap(({ id, yaml }) => {
      const { findings } = readYaml(yaml, {});
      const rest = findings.filter(({ rule }) => !without.test(rule)).map(({ message }) => message.fr);
      return rest
        .filter((words) => !/^(?:il manque une clé|une clé est un mot|« [^»]+ » n’a pas de valeur)/.test(words))
        .map((words) => [id, words]);
    });
    expect(others).toEqual([]);
  });
});
if (!existsSync(suitePath)) console.warn('../shared/suites is absent: the cases of the YAML Test Suite are not run');

/** What `yaml` reads, with every scalar as its text and what says nothing left out. */
function inOurTerms(source: string): unknown {
  const [document] = parseAllDocuments(source, { schema: 'failsafe', uniqueKeys: true });
  const plain = (node: unknown): unknown => {
    if (isScalar(node))
      return node.type === 'PLAIN' && /^(?:~|null|)$/.test(String(node.value)) ? undefined : String(node.value);
    if (isSeq(node)) return node.items.map(plain);
    if (isMap(node)) {
      const entries = node.items.map(
        ({ key, value }) => [isScalar(key) ? String(key.value) : '?', plain(value)] as const,
      );
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    }
    return isAlias(node) ? '*' : undefined;
  };
  return (document && 'contents' in document ? plain(document.contents) : undefined) ?? {};
}
