import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { dataUrl } from '../src/compile/pictures/data-url.ts';
import { pictureOf } from '../src/compile/pictures/picture.ts';
import { ascii, jpeg, letters, png, resize, SECRET, withSegments } from './pictures-sample.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const DRAWN = '<rect id="fond" width="10" height="10" fill="#fff"/>';

const made = (text: string | Uint8Array) =>
  pictureOf('medias/Plan d’été.svg', typeof text === 'string' ? new TextEncoder().encode(text) : text, 'ecran', resize);

/** The text of an SVG that must be shown, and what its author is told. */
function shown(text: string | Uint8Array): { svg: string; said: readonly string[] } {
  const picture = made(text);
  if (!picture.ok) throw new Error(picture.why.fr);
  return { svg: new TextDecoder().decode(picture.bytes), said: picture.remarks.map(({ fr }) => fr) };
}

const around = (inside: string): string => `<svg ${SVG} viewBox="0 0 10 10">${inside}${DRAWN}</svg>`;
const why = (text: string | Uint8Array): string => {
  const picture = made(text);
  return picture.ok ? 'montrée' : picture.why.fr;
};

/** What would run, load, follow or move, wherever it stands. */
const DANGER =
  /<script|\son\w+=|javascript|foreignObject|@import|@font-face|https?:\/\/(?!www\.w3\.org\/(?:2000\/svg|1999\/xlink)")|\/\/exemple|file:|<!|<\?|<(?:animate|set|iframe|a|embed|object|audio|video|feImage|handler|listener)\b|expression|url\((?!#image-plan-d-ete-svg-)|href="(?!#image-plan-d-ete-svg-|data:image\/(?:png|jpeg);base64,)|data:text|svg\+xml/i;

/** Attacks: what is written, and what its author is told was left out; null where it draws nothing and need not be said. */
const attacks: readonly (readonly [name: string, inside: string, said: string | null])[] = [
  ['a script', '<script>alert(1)</script>', '<script>'],
  ['a script in CDATA', '<script><![CDATA[alert(1)]]></script>', '<script>'],
  ['a script elsewhere', '<script href="https://exemple.fr/x.js"/>', '<script>'],
  ['a script with a prefix', `<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>`, '<script>'],
  ['a script of HTML', '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>', null],
  ['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>', '<SCRIPT>'],
  ['a script in the definitions', '<defs><g><script>alert(1)</script></g></defs>', '<script>'],
  ['onload', '<g onload="alert(1)"/>', 'onload'],
  ['onclick', '<rect onclick="alert(1)"/>', 'onclick'],
  ['an event in capitals', '<rect onMouseOver="alert(1)"/>', 'onMouseOver'],
  ['an event of an animation', '<set onbegin="alert(1)" attributeName="x"/>', '<set>'],
  ['foreignObject', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', '<foreignObject>'],
  ['an iframe', '<iframe src="https://exemple.fr"/>', '<iframe>'],
  ['a script as a link', '<a href="javascript:alert(1)"><circle r="1"/></a>', '<a href>'],
  ['a script as an old link', '<a xlink:href="javascript:alert(1)"><circle r="1"/></a>', '<a href>'],
  ['a script as a link, with letters coded', '<a href="&#106;avascript:alert(1)"><circle r="1"/></a>', '<a href>'],
  ['a page as a link', '<a href="data:text/html,x"><circle r="1"/></a>', '<a href>'],
  ['a link', '<a href="https://exemple.fr"><circle r="1"/></a>', null],
  ['a picture elsewhere', '<image href="https://exemple.fr/x.png" width="1" height="1"/>', '<image href>'],
  ['a picture of any protocol', '<image href="//exemple.fr/x.png" width="1" height="1"/>', '<image href>'],
  ['a picture beside', '<image xlink:href="../prive.png" width="1" height="1"/>', '<image href>'],
  ['a file of the machine', '<image href="file:///etc/passwd" width="1" height="1"/>', '<image href>'],
  ['an SVG inside', '<image href="data:image/svg+xml;base64,PHN2Zy8+" width="1" height="1"/>', '<image href>'],
  ['a page as a picture', '<image href="data:text/html;base64,PHN2Zy8+" width="1" height="1"/>', '<image href>'],
  [
    'a text that says it is a PNG',
    '<image href="data:image/png;base64,PHN2Zy8+" width="1" height="1"/>',
    '<image href>',
  ],
  ['a drawing elsewhere', '<use href="https://exemple.fr/x.svg#a"/>', '<use href>'],
  ['a drawing of data', '<use href="data:image/svg+xml,x#a"/>', '<use href>'],
  ['a picture by a filter', '<filter id="f"><feImage href="https://exemple.fr/x.png"/></filter>', '<feImage>'],
  ['a colour elsewhere', '<rect fill="url(https://exemple.fr/x.svg#a)"/>', 'fill'],
  ['a colour elsewhere, in quotes', '<rect fill="url(\'//exemple.fr/x.svg#a\')"/>', 'fill'],
  ['a mask elsewhere', '<rect mask="url(x.svg#a)"/>', 'mask'],
  ['a style that loads', '<rect style="fill:url(https://exemple.fr/a)"/>', 'fill'],
  ['a style that hides with escapes', '<rect style="fill:\\75rl(https://exemple.fr/a)"/>', 'fill'],
  ['a style with any escape', '<rect style="font-family:a\\62 c"/>', 'font-family'],
  ['a style that hides in comments', '<rect style="fill:u/**/rl(https://exemple.fr/a)"/>', 'fill'],
  ['a style that runs', '<rect style="width:expression(alert(1))"/>', 'width'],
  ['an attribute that draws nothing', '<rect content="&lt;x/>" agent="a" data-x="1" aria-label="x"/>', null],
  ['an attribute that draws nothing, and loads', '<rect content="url(https://exemple.fr)"/>', 'content'],
  ['image-set', '<rect style="mask:image-set(\'https://exemple.fr/a\' 1x)"/>', 'mask'],
  ['@import', '<style>@import url(https://exemple.fr/x.css);</style>', '@import'],
  ['@import in quotes', '<style>@import "https://exemple.fr/x.css"; .a{fill:red}</style>', '@import'],
  ['@import in CDATA', '<style><![CDATA[@import "//exemple.fr/x.css";]]></style>', '@import'],
  ['@import after a comment', '<style>/* */@import/**/"//exemple.fr/x.css";</style>', '@import'],
  ['@import without an end', '<style>@import "//exemple.fr/x.css"</style>', '@import'],
  ['a font elsewhere', '<style>@font-face{font-family:x;src:url(https://exemple.fr/x)}</style>', '@font-face'],
  ['a style for screens', '<style>@media screen{.a{fill:url(https://exemple.fr/a)}}</style>', '@media'],
  ['a rule that loads', '<style>.a{background:url(https://exemple.fr/a)}</style>', 'background'],
  ['a rule that hides with escapes', '<style>.a{fill:u\\72l(//exemple.fr)}</style>', 'fill'],
  ['a style that would leave its element', '<style>.a{fill:red}&lt;/style>&lt;script>alert(1)</style>', null],
  ['an animated link', '<animate attributeName="href" to="javascript:alert(1)"/>', '<animate>'],
  ['a set link', '<set attributeName="href" to="https://exemple.fr"/>', '<set>'],
  ['a movement', '<animateTransform attributeName="transform" type="rotate" to="9"/>', '<animateTransform>'],
  ['a path to follow', '<animateMotion path="M0 0"/>', '<animateMotion>'],
  ['a film', '<video href="https://exemple.fr/x.mp4"/>', '<video>'],
  ['a listener of XML events', '<handler xmlns="http://www.w3.org/2001/xml-events">alert(1)</handler>', null],
  ['a base for links', '<g xml:base="https://exemple.fr/"><circle r="1"/></g>', null],
  ['a comment', `<!-- ${SECRET} <script>alert(1)</script> -->`, null],
  ['notes of an editor', '<metadata><rdf xmlns="urn:x">https://exemple.fr</rdf></metadata>', null],
  ['an id that leaves its quotes', '<rect id="&quot;>&lt;script>alert(1)&lt;/script>"/>', null],
  ['a class that leaves its quotes', '<rect class="&quot;>&lt;script>alert(1)&lt;/script>"/>', 'class'],
  ['a title that leaves its element', '<title>&lt;/title>&lt;script>alert(1)&lt;/script></title>', null],
];

describe('what a user’s SVG may not hold', () => {
  it.each(attacks)('%s', (_, inside, said) => {
    const { svg, said: remarks } = shown(around(inside));
    expect(svg.replaceAll(/xmlns(?::xlink)?="[^"]*"/g, '')).not.toMatch(DANGER);
    expect(svg).not.toContain(SECRET);
    // The rest is drawn.
    expect(svg).toContain('<rect id="image-plan-d-ete-svg-fond"');
    expect(remarks).toEqual(said === null ? [] : [`retiré de ce SVG, par sûreté : ${said}`]);
  });

  it.each(attacks)('%s: what is left is sound XML, and stays as it is', (_, inside) => {
    const { svg } = shown(around(inside));
    const faults: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', ({ message }) => faults.push(message));
    parser.write(svg).close();
    expect(faults).toEqual([]);
    expect(shown(svg).svg.replaceAll('image-plan-d-ete-svg-image-plan-d-ete-svg-', 'image-plan-d-ete-svg-')).toBe(svg);
  });

  it('a stylesheet elsewhere', () => {
    const { svg, said } = shown(`<?xml-stylesheet href="https://exemple.fr/x.css"?>${around('')}`);
    expect(svg).not.toContain('exemple');
    expect(said).toEqual(['retiré de ce SVG, par sûreté : <?xml-stylesheet?>']);
  });

  it('of many things left out, the first are named', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((one) => `<x${one}/>`).join('');
    expect(shown(around(many)).said[0]).toMatch(/<xh> et 2 autres$/);
  });
});

it('attacks inside one another are no more than each', () => {
  const nested = fc.array(fc.constantFrom(...attacks), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(nested, fc.constantFrom('g', 'defs', 'text', 'style', 'a', 'switch', 'marker'), (chosen, name) => {
      const inside = chosen.reduce((held, [, one]) => `<${name}>${held}${one}</${name}>`, '');
      const { svg } = shown(around(inside));
      expect(svg.replaceAll(/xmlns(?::xlink)?="[^"]*"/g, '')).not.toMatch(DANGER);
      expect(svg).toContain('<rect id="image-plan-d-ete-svg-fond"');
    }),
    { numRuns: 200, seed: 5 },
  );
});

describe('an SVG that is refused whole', () => {
  const uses = (level: number): string => `<g id="n${level}">${`<use href="#n${level - 1}"/>`.repeat(10)}</g>`;
  const bomb = (wrap: (level: number) => string): string =>
    around(`<defs><g id="n0">${DRAWN}</g>${[1, 2, 3, 4, 5, 6, 7].map(wrap).join('')}</defs><use href="#n7"/>`);
  const entities = [0, 1, 2, 3].map((one) => `<!ENTITY e${one + 1} "&e${one};&e${one};">`).join('');

  it.each<[string, string | Uint8Array, RegExp]>([
    ['entities that grow', `<!DOCTYPE svg [<!ENTITY e0 "x">${entities}]>${around('&e4;')}`, /entités/],
    [
      'an entity that names a file',
      `<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>${around('&e;')}`,
      /entités/,
    ],
    ['a parameter entity', `<!DOCTYPE svg [<!ENTITY % e SYSTEM "https://exemple.fr/x"> %e;]>${around('')}`, /entités/],
    ['an entity that nothing defines', around('<text>&nbsp;</text>'), /mal formé, ligne 1/],
    ['an element left open', `<svg ${SVG}>\n<g>\n</svg>`, /mal formé, ligne 3/],
    ['no end', `<svg ${SVG}><g>`, /mal formé/],
    ['an attribute twice', around('<rect x="1" x="2"/>'), /mal formé/],
    ['an unknown prefix', around('<inkscape:grid/>'), /mal formé/],
    ['two roots', `${around('')}${around('')}`, /mal formé/],
    ['a drawing of itself', around('<g id="a"><use href="#a"/></g>'), /trop lourd/],
    ['drawings of each other', around('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), /trop lourd/],
    ['ten million uses', bomb(uses), /trop lourd/],
    [
      'ten million masks',
      bomb((level) => `<mask id="n${level}">${`<rect mask="url(#n${level - 1})"/>`.repeat(10)}</mask>`).replace(
        '<use href="#n7"/>',
        '<rect mask="url(#n7)"/>',
      ),
      /trop lourd/,
    ],
    [
      'ten million masks by classes',
      around(
        `<style>${[0, 1, 2, 3, 4, 5, 6, 7].map((level) => `.c${level}{mask:url(#m${level})}`).join('')}</style><mask id="m0"/>${[
          1, 2, 3, 4, 5, 6, 7,
        ]
          .map((level) => `<mask id="m${level}">${`<rect class="c${level - 1}"/>`.repeat(10)}</mask>`)
          .join('')}<rect class="c7"/>`,
      ),
      /trop lourd/,
    ],
    ['a depth that no drawing has', around('<g>'.repeat(5000) + '</g>'.repeat(5000)), /trop lourd/],
    ['more elements than a figure has', around('<g/>'.repeat(200_001)), /trop lourd/],
    ['more letters than a figure has', around(' '.repeat(12_000_001)), /trop lourd/],
    ['bytes that are no UTF-8', Uint8Array.from([...ascii(around('<text>')), 0xff, 0xfe]), /ne se lit pas/],
    ['an unknown encoding', `<?xml version="1.0" encoding="x-inconnu"?>${around('')}`, /ne se lit pas/],
    ['another format’s root', '<svg xmlns="urn:autre"/>', /ne se lit pas/],
  ])('%s', (_, text, words) => expect(why(text)).toMatch(words));

  it('is read in linear time, whatever it holds', () => {
    const hostile = [
      `<rect d="${'a'.repeat(400_000)}("/>`,
      `<rect style="${'url('.repeat(50_000)}"/>`,
      `<style>${'{'.repeat(200_000)}</style>`,
      `<style>${'/*'.repeat(200_000)}</style>`,
      `<style>${'@'.repeat(200_000)}</style>`,
      `<image href="data:image/png;base64,${'A'.repeat(4_000_000)}!"/>`,
      `<text>${'x'.repeat(2_000_000)}</text>`,
    ];
    for (const inside of hostile) {
      const start = performance.now();
      made(around(inside));
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});

describe('a user’s SVG that only draws', () => {
  it('keeps its gradients, markers, clips, patterns, texts and styles, under ids of its own', () => {
    const { svg, said } = shown(
      around(
        '<style>.a{fill:url(#g);stroke:#000}#t{font-size:3px}</style>' +
          '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><clipPath id="c"><path d="M0 0h1"/></clipPath></defs>' +
          '<g clip-path="url(#c)" class="a"><use xlink:href="#g" x="1"/><text id="t" style="fill:url(&quot;#g&quot;);-inkscape-x:1">L’eau &amp; le bourg</text></g>',
      ),
    );
    expect(said).toEqual([]);
    for (const piece of [
      '.a{fill:url(#image-plan-d-ete-svg-g);stroke:#000}\n#image-plan-d-ete-svg-t{font-size:3px}',
      '<linearGradient id="image-plan-d-ete-svg-g"><stop offset="0" stop-color="red"/>',
      '<g clip-path="url(#image-plan-d-ete-svg-c)" class="a"><use xlink:href="#image-plan-d-ete-svg-g" x="1"/>',
      'style="fill:url(#image-plan-d-ete-svg-g)">L’eau &amp; le bourg</text>',
    ])
      expect(svg).toContain(piece);
  });

  it.each<[string, string]>([
    [
      'a DOCTYPE without entities',
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">\n${around('')}`,
    ],
    ['a declaration and a comment', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Dessin -->\n${around('')}`],
    ['a byte order mark', `\ufeff${around('')}`],
    ['no namespace', '<svg viewBox="0 0 10 10"><rect id="fond" width="10"/></svg>'],
    ['a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:rect id="fond"/></s:svg>'],
    [
      'another prefix for its links',
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"><rect id="fond"/><use x:href="#fond"/></svg>',
    ],
    ['notes of Inkscape', around('<i:namedview xmlns:i="urn:inkscape" i:zoom="1"><i:grid/></i:namedview>')],
  ])('with %s is shown without a remark', (_, text) => {
    const { svg, said } = shown(text);
    expect(said).toEqual([]);
    if (text.includes('use')) expect(svg).toContain('<use xlink:href="#image-plan-d-ete-svg-fond"/>');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<rect id="image-plan-d-ete-svg-fond"/s);
  });

  it.each(['utf-16le', 'utf-16be', 'latin1'] as const)('in %s is read as it says', (encoding) => {
    const text = `<?xml version="1.0" encoding="${encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-16'}"?>${around('<text>été</text>')}`;
    const little = encoding === 'latin1' ? Buffer.from(text, 'latin1') : Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(shown(new Uint8Array(encoding === 'utf-16be' ? little.swap16() : little)).svg).toContain('<text>été</text>');
  });

  it('that has a size and no viewBox gets one: it would be cut where it is made smaller', () => {
    expect(shown(`<svg ${SVG} width="2000px" height="900"/>`).svg).toContain('viewBox="0 0 2000 900"');
    expect(shown(`<svg ${SVG} width="100%" height="100%" viewBox="0 0 4 3"/>`).svg).not.toContain('%');
  });

  it('has the photographs that it holds stripped and made smaller too', () => {
    const photo = withSegments(jpeg(2000, 100), [[0xfe, ascii(SECRET)]]);
    const { svg } = shown(around(`<image width="9" height="9" xlink:href="${dataUrl('image/jpeg', photo)}"/>`));
    const held = /xlink:href="data:image\/jpeg;base64,([^"]+)"/.exec(svg)?.[1] ?? '';
    expect(letters(Buffer.from(held, 'base64'))).toMatch(/^\xff\xd8/);
    expect(letters(Buffer.from(held, 'base64'))).not.toContain(SECRET);
  });

  it('may hold a picture whose base64 is broken into lines', () => {
    const coded = dataUrl('image/png', png(9, 9))
      .replace(/(.{60})/g, '$1\n')
      .replace('data:image/png;base64,\n', 'data:image/png;base64,');
    expect(shown(around(`<image href="${coded}"/>`)).said).toEqual([]);
  });
});
