import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateLisible, periode } from '../src/words/dates.ts';
import { escapeHtml, maskPersonal, personalSpans, printable } from '../src/words/escape.ts';
import { distance, nearest } from '../src/words/nearest.ts';
import { compte, connus, euros, nombre } from '../src/words/numbers.ts';
import { slug } from '../src/words/slug.ts';
import { typographie } from '../src/words/typography.ts';

/** No-break and narrow spaces made visible, so that an expectation can be read. */
const seen = (text: string): string => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

describe('typographie', () => {
  it.each([
    ['Pourquoi ? Parce que !', 'Pourquoi_? Parce que_!'],
    ['Pourquoi? Parce que!', 'Pourquoi_? Parce que_!'],
    ['Vraiment ?!', 'Vraiment_?!'],
    ['deux points : ici ; là', 'deux points~: ici_; là'],
    ['deux points: ici; là', 'deux points~: ici_; là'],
    ['« cité » et «cité»', '«~cité~» et «~cité~»'],
    ['« Pourquoi ? » dit-il', '«~Pourquoi_?~» dit-il'],
    ["l'eau, d'« ici », aujourd'hui", 'l’eau, d’«~ici~», aujourd’hui'],
    ['à 10:30, un rapport 1:2', 'à 10:30, un rapport 1:2'],
    ['12 % de 90 000 €', '12_% de 90 000~€'],
    ['voir https://a.fr/x?y=1;z=2! puis', 'voir https://a.fr/x?y=1;z=2! puis'],
    ["https://a.fr/l'eau", "https://a.fr/l'eau"],
    ['un :: deux :) (oui !)', 'un :: deux :) (oui_!)'],
    ['écrire à a.b@c.fr ; merci', 'écrire à a.b@c.fr_; merci'],
    ['« »', '«~»'],
    ['CC Coeur de Nacre, au coeur du bourg', 'CC Cœur de Nacre, au cœur du bourg'],
    ['SACRÉ-COEUR ; /coeur/ coeur.md', 'SACRÉ-CŒUR_; /coeur/ coeur.md'],
    ["un 'mot' cité", "un 'mot' cité"],
  ])('en français : %s', (text, expected) => {
    expect(seen(typographie(text, 'fr'))).toBe(expected);
  });

  it('en anglais ne touche qu’aux apostrophes', () => {
    expect(typographie("What's the State's aim? 10:30; yes!", 'en')).toBe('What’s the State’s aim? 10:30; yes!');
  });

  it('ne joint les milliers que si on le demande, et jamais une année à un nombre', () => {
    expect(seen(typographie('16 566 hab. en 2017 300 logements', 'fr'))).toBe('16 566 hab. en 2017 300 logements');
    const asked = typographie('16 566 hab. en 2017 300 logements', 'fr', { milliers: true });
    expect(seen(asked)).toBe('16_566 hab. en 2017 300 logements');
  });

  it('posée deux fois, ne change rien de plus', () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab1 \u00a0\u202f:;!?«»'%€/.@()"), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom('fr' as const, 'en' as const), (source, langue) => {
        const once = typographie(source, langue);
        expect(typographie(once, langue)).toBe(once);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});

describe('slug', () => {
  it.each([
    ['Habiter l’orée du bois : un essai', 'habiter-l-oree-du-bois-un-essai'],
    ['Œuvrer à Saint-Étienne', 'oeuvrer-a-saint-etienne'],
    ['— ??? —', ''],
    [`${'mot '.repeat(20)}`, 'mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot-mot'],
  ])('%s', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  it('rend toujours un identifiant permis, ou rien', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(slug(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slug(text).length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

describe('nearest', () => {
  it.each([
    ['sobriété', ['developpement', 'transition', 'sobriete'], 'sobriete'],
    ['trnasition', ['developpement', 'transition', 'sobriete'], 'transition'],
    ['porter', ['portes', 'poster'], 'portes'],
    ['scto', ['scot', 'sage'], 'scot'],
    ['va', ['ti', 'pnr'], null],
    ['xyz', ['developpement'], null],
    ['', ['a'], null],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
    expect(nearest(word, [...candidates].reverse())).toBe(expected);
  });

  it('compte les erreurs : échange, oubli, ajout, jusqu’à une limite', () => {
    expect(distance('ab', 'ba')).toBe(1);
    expect(distance('nozay', 'noay')).toBe(1);
    expect(distance('chat', 'chiens')).toBe(4);
    expect(distance('chat', 'chiens', 2)).toBe(3);
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => distance(a, b) === distance(b, a)));
  });
});

describe('printable, escapeHtml', () => {
  it('montre ce qui agit au lieu d’être lu', () => {
    expect(printable('\u001b]0;x\u0007 a\nb\u202ec\u200bd\ud800')).toBe('\\x1b]0;x\\x07 a\\nb\\u202ec\\u200bd\\ud800');
    expect(printable('16\u202f566\u00a0€ 👩‍🌾 é')).toBe('16\u202f566\u00a0€ 👩‍🌾 é');
  });

  it('ferme le texte entre balises et entre guillemets', () => {
    expect(escapeHtml('<a href="x" id=\'y\'>&\u0000')).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\ufffd');
  });
});

describe('maskPersonal', () => {
  it.each([
    ['écrire à prenom.nom@commune.fr vite', 'écrire à p•••@c•••.fr vite'],
    ['tél. 06 12 34 56 78.', 'tél. 06 •• •• •• ••.'],
    ['+33 6 12 34 56 78 ou 0262.12.34.56', '+33 • •• •• •• •• ou 02••.••.••.••'],
    ['0612345678', '06••••••••'],
  ])('%s', (text, expected) => {
    expect(maskPersonal(text)).toBe(expected);
  });

  it.each([
    '21430000000019',
    '244400537',
    'le 01.02.2017 10 personnes',
    '2017-01-30',
    '90 000 000 €',
    '44113 Nozay',
    'a@b',
  ])('ne prend pas %s pour une personne', (text) => {
    expect(personalSpans(text)).toEqual([]);
  });
});

describe('nombres', () => {
  it.each([
    [16566, '16_566', '16,566'],
    [1234.5, '1_234,5', '1,234.5'],
    ['~60', 'environ 60', 'about 60'],
    ['~15756', 'environ 15_756', 'about 15,756'],
    [-3, '−3', '−3'],
    ['beaucoup', 'beaucoup', 'beaucoup'],
  ])('%s', (value, fr, en) => {
    expect(seen(nombre(value, 'fr'))).toBe(fr);
    expect(nombre(value, 'en')).toBe(en);
  });

  it('avec leur unité et ce qu’on en connaît', () => {
    expect(seen(euros(90000, 'fr'))).toBe('90_000~€');
    expect(euros('~90000', 'en')).toBe('about €90,000');
    const words = [
      { fr: 'commune', en: 'commune' },
      { fr: 'communes', en: 'communes' },
    ] as const;
    expect(seen(compte(0, ...words, 'fr'))).toBe('0~commune');
    expect(seen(compte(0, ...words, 'en'))).toBe('0~communes');
    expect(seen(connus(3, 7, 'fr', true))).toBe('3~connues sur 7');
    expect(connus(1, 7, 'en')).toBe('1 known out of 7');
  });
});

describe('dates', () => {
  it.each([
    ['2017-01-30', '30~janvier 2017', '30~January 2017'],
    ['2017-03-01', '1er~mars 2017', '1~March 2017'],
    ['2017-01', 'janvier 2017', 'January 2017'],
    ['2017', '2017', '2017'],
    ['~2017', 'vers 2017', 'about 2017'],
    ['2017-13-01', '2017-13-01', '2017-13-01'],
  ])('%s', (date, fr, en) => {
    expect(seen(dateLisible(date, 'fr'))).toBe(fr);
    expect(seen(dateLisible(date, 'en'))).toBe(en);
  });

  it.each([
    ['2017-03-01', '2017-03-03', 'du 1er au 3~mars 2017', '1–3~March 2017'],
    ['2017-01-30', '2017-02-02', 'du 30~janvier au 2~février 2017', '30~January – 2~February 2017'],
    ['2016-12-30', '2017-01-02', 'du 30~décembre 2016 au 2~janvier 2017', '30~December 2016 – 2~January 2017'],
    ['2017-04', '2017-08', 'd’avril à août 2017', 'April–August 2017'],
    ['2016', '2018', 'de 2016 à 2018', '2016–2018'],
    ['2017-01-30', '2017', '30~janvier 2017 – courant 2017', '30~January 2017 – later in 2017'],
    ['2017-03-01', '2017-03-01', '1er~mars 2017', '1~March 2017'],
    ['2016', '2017-03-03', 'de 2016 au 3~mars 2017', '2016–3~March 2017'],
    [undefined, '2018-11-20', 'jusqu’au 20~novembre 2018', 'until 20~November 2018'],
    [undefined, '2018', 'jusqu’à 2018', 'until 2018'],
    [undefined, undefined, '', ''],
  ])('de %s à %s', (debut, fin, fr, en) => {
    expect(seen(periode(debut, fin, 'fr'))).toBe(fr);
    expect(seen(periode(debut, fin, 'en'))).toBe(en);
  });
});
