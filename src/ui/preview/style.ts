/** The palette of the reports, under names that no report uses. */
const palette = `--ap-encre:#1c2321;--ap-sourd:#5b6661;--ap-fond:#f6f3ec;--ap-page:#fdfcf9;--ap-filet:#cfd2c9;--ap-lien:#1d5a8a;--ap-alerte:#9b2226;--ap-avis:#6d5200;`;
const darkPalette = `--ap-encre:#e9ece6;--ap-sourd:#a9b3ad;--ap-fond:#222a27;--ap-page:#161b19;--ap-filet:#3c4642;--ap-lien:#8fc3ec;--ap-alerte:#f2a3a3;--ap-avis:#e2c274;`;
const titles = `Inter,"Helvetica Neue",Helvetica,Arial,"Liberation Sans",system-ui,sans-serif`;

/** Of the panel, inside its own tree: it keeps to the foot of the window, and never stands before the last lines. */
export const panelStyle = `
:host{all:initial;${palette}display:block;position:sticky;bottom:0;z-index:2147483647;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:host{${darkPalette}}}
@media print{:host{display:none}}
section{box-sizing:border-box;padding:.5rem max(1rem,env(safe-area-inset-left));background:var(--ap-fond);color:var(--ap-encre);border-top:1px solid var(--ap-filet);font:14px/1.45 ${titles};overflow-wrap:anywhere}
.ligne{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;justify-content:space-between;align-items:baseline}
p{margin:0}
b{font-weight:620;margin-right:.4em}
a,summary{color:var(--ap-lien);text-underline-offset:.16em;min-height:24px}
summary{cursor:pointer;width:fit-content;margin-top:.25rem}
.liste{max-height:min(38vh,22rem);overflow:auto;margin-top:.25rem}
ul{list-style:none;margin:0;padding:0}
li{padding:.4rem 0;border-top:1px solid var(--ap-filet)}
li strong{font-weight:620}
.error strong{color:var(--ap-alerte)}
.warning strong{color:var(--ap-avis)}
.info strong{color:var(--ap-sourd)}
code{font:13px/1.45 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;margin:0 .35em}
small{font-size:12px;color:var(--ap-sourd);margin-left:.35em}
@media(max-width:40rem){li span{display:block}code,small{margin-left:0}}
:focus-visible{outline:2px solid var(--ap-lien);outline-offset:2px}
`;

/** Of the pages that are not a report: the list of dossiers, and what stands where there is no report yet. */
export const pageStyle = `
:root{${palette}color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${darkPalette}}}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--ap-page);color:var(--ap-encre);font:17px/1.5 ${titles};overflow-wrap:break-word}
main{flex:1;box-sizing:border-box;width:100%;max-width:44rem;margin:0 auto;padding:4rem 1.25rem}
h1{font-weight:620;font-size:1.9rem;line-height:1.2;letter-spacing:-.012em;margin:0 0 1.5rem;text-wrap:balance}
ul{list-style:none;margin:0;padding:0}
li{border-top:1px solid var(--ap-filet);padding:1rem 0}
li:last-child{border-bottom:1px solid var(--ap-filet)}
a{color:var(--ap-lien);font-size:1.15rem;text-decoration-thickness:1px;text-underline-offset:.16em}
li p,main>p{margin:.2rem 0 0;color:var(--ap-sourd)}
li p{font-size:.85rem}
li p strong{font-weight:620;color:var(--ap-alerte)}
:focus-visible{outline:2px solid var(--ap-lien);outline-offset:3px}
`;
