/** The look of the API's page: light and dark, from 320 pixels up. Inline in the page, which its policy allows by hash. */
export const DOCS_PAGE_CSS = `
:root { color-scheme: light dark; --paper: #fbfaf7; --card: #fff; --ink: #1d1c1a; --soft: #625e57; --line: #e3dfd6;
  --accent: #a8401c; --tint: #f6ebe4; --code: #f4f1ea }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --card: #201f1c; --ink: #eeebe4; --soft: #a9a399;
  --line: #37342f; --accent: #f0936a; --tint: #33261f; --code: #12110f } }
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 ui-sans-serif, system-ui, -apple-system,
  "Segoe UI", Roboto, "Helvetica Neue", sans-serif; -webkit-text-size-adjust: 100%; overflow-wrap: break-word }
.page { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 0 3.5rem; max-width: 78rem; margin: 0 auto; padding: 0 1.5rem }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: .06em }
a:hover { text-decoration-thickness: .12em }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px }
header { grid-column: 2; padding: 3.5rem 0 1.5rem }
nav { grid-row: 1 / span 2; padding-top: 3.9rem }
nav ul { position: sticky; top: 1.5rem; list-style: none; margin: 0; padding: 0; font-size: .95rem }
nav a { display: block; padding: .3rem 0; color: var(--soft); text-decoration: none }
nav a:hover { color: var(--accent); text-decoration: underline }
main { grid-column: 2; padding-bottom: 4rem }
h1 { font-size: clamp(2.1rem, 6vw, 3rem); line-height: 1.1; letter-spacing: -.025em; margin: 0 0 .75rem; font-weight: 700 }
h2 { font-size: 1.55rem; letter-spacing: -.015em; margin: 0 0 .5rem }
h3 { font-size: 1.08rem; margin: 1.2rem 0 .4rem }
h4 { font-size: .8rem; letter-spacing: .04em; text-transform: uppercase; color: var(--soft); margin: 1.5rem 0 .4rem; font-weight: 600 }
section { margin: 0 0 3.5rem }
.lede { font-size: 1.15rem; color: var(--soft); max-width: 42rem; margin: 0 }
p, ol { max-width: 44rem; margin: 0 0 1rem }
code { font: .86em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere }
p code, li code, td code { background: var(--code); padding: .08em .32em; border-radius: 4px }
pre { margin: .5rem 0 1rem; padding: .9rem 1.1rem; background: var(--code); border: 1px solid var(--line); border-radius: 10px;
  overflow-x: auto; max-height: 30rem }
pre code { font-size: .8rem; overflow-wrap: normal; white-space: pre }
details { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: .5rem 0 }
summary { display: flex; flex-wrap: wrap; gap: .1rem .9rem; align-items: baseline; padding: .7rem 1rem; cursor: pointer; list-style: none }
summary::-webkit-details-marker { display: none }
summary::after { content: "+"; margin-left: auto; color: var(--soft); font-size: 1.1rem; line-height: 1 }
details[open] > summary::after { content: "–" }
summary:hover { background: var(--tint); border-radius: 9px }
summary code { font-weight: 600; color: var(--ink) }
summary .what { color: var(--soft); font-size: .92rem }
.open { padding: .2rem 1rem 1rem; border-top: 1px solid var(--line) }
.open > p:first-child { margin-top: .9rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: .3rem 0 1rem }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--line) }
th { font-weight: 600; color: var(--soft); font-size: .82rem }
td:first-child { white-space: nowrap }
.kind { color: var(--soft); font-size: .85rem }
.must { color: var(--accent); font-size: .78rem }
footer { grid-column: 2; border-top: 1px solid var(--line); padding: 1.4rem 0 3rem; color: var(--soft); font-size: .92rem }
@media (max-width: 60rem) { .page { display: block; padding: 0 1.1rem } header { padding: 2.2rem 0 1rem } nav { padding: 1.1rem 0 0 }
  nav ul { position: static; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem } nav a { padding: .35rem 0; color: var(--accent) } }
@media (max-width: 34rem) { .open { padding: .2rem .8rem .9rem } summary { padding: .7rem .8rem; position: relative; padding-right: 2rem }
  summary::after { position: absolute; right: .8rem; top: .8rem } thead { display: none } tr { display: block; border-bottom: 1px solid var(--line); padding: .5rem 0 }
  td { display: block; border: 0; padding: .1rem 0 } td:first-child { white-space: normal } pre { padding: .8rem } pre code { font-size: .74rem } }
`
