/** The look of the page of feeds: light and dark, from 320 pixels up. Inline in the page, which its policy allows by hash. */
export const FEEDS_PAGE_CSS = `
:root { color-scheme: light dark; --paper: #fbfaf7; --card: #fff; --ink: #1d1c1a; --soft: #625e57; --line: #e3dfd6;
  --accent: #a8401c; --tint: #f6ebe4; --shadow: 0 1px 2px rgb(40 30 20 / .06), 0 6px 20px rgb(40 30 20 / .05) }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --card: #201f1c; --ink: #eeebe4; --soft: #a9a399;
  --line: #37342f; --accent: #f0936a; --tint: #33261f; --shadow: none } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 ui-sans-serif, system-ui, -apple-system,
  "Segoe UI", Roboto, "Helvetica Neue", sans-serif; -webkit-text-size-adjust: 100%; overflow-wrap: break-word }
main, header, footer { max-width: 64rem; margin: 0 auto; padding: 0 1.25rem }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: .06em }
a:hover { text-decoration-thickness: .12em }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px }
header { padding-top: 3.5rem; padding-bottom: 1.5rem }
.site { display: flex; align-items: center; gap: .65rem; color: var(--soft); font-size: 1rem; margin: 0 0 1rem }
.site img { width: 32px; height: 32px; border-radius: 7px; object-fit: cover }
h1 { font-size: clamp(2.1rem, 6vw, 3rem); line-height: 1.1; letter-spacing: -.025em; margin: 0 0 .75rem; font-weight: 700 }
h2 { font-size: 1.3rem; letter-spacing: -.01em; margin: 0 0 .35rem }
section { margin: 0 0 3rem }
.lede { font-size: 1.15rem; color: var(--soft); max-width: 42rem; margin: 0 }
.note { color: var(--soft); margin: 0 0 1.1rem; max-width: 42rem }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; box-shadow: var(--shadow) }
.start { display: grid; grid-template-columns: 3fr 2fr }
.start > div { padding: 1.6rem }
.start > div + div { border-left: 1px solid var(--line) }
.address { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .8rem; padding: .7rem 0; border-top: 1px solid var(--line) }
.address a { font-weight: 600; min-width: 6.5rem }
code { font: .84em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; user-select: all; overflow-wrap: anywhere; color: var(--soft) }
ol { margin: .5rem 0 0; padding-left: 1.25rem }
ol li { margin: .45rem 0 }
.previews { list-style: none; margin: 1.1rem 0 0; padding: 0 }
.previews li { display: flex; gap: 1.5rem; align-items: center; justify-content: space-between; padding: 1.2rem 1.5rem }
.previews li + li { border-top: 1px solid var(--line) }
.previews img { flex: none; width: 10.5rem; height: auto; aspect-ratio: 16 / 9; object-fit: cover; border-radius: 8px; background: var(--tint) }
.previews div { min-width: 0 }
.previews h3 { font-size: 1.1rem; line-height: 1.3; margin: .1rem 0 .3rem }
.previews h3 a { color: inherit; text-decoration: none }
.previews h3 a:hover { text-decoration: underline }
.previews p { margin: 0; font-size: .95rem; color: var(--soft); max-width: 42rem }
.meta { font-size: .8rem; color: var(--soft) }
.feeds { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 2.5rem }
.feeds li { break-inside: avoid; display: flex; justify-content: space-between; align-items: baseline; gap: 1rem;
  padding: .6rem 0; border-bottom: 1px solid var(--line) }
.feeds b { font-weight: 500; min-width: 0 }
.formats { display: flex; gap: .15rem; flex: none }
.formats a { font-size: .8rem; text-decoration: none; padding: .2rem .5rem; border-radius: 6px }
.formats a:hover { background: var(--tint) }
footer { border-top: 1px solid var(--line); padding-top: 1.4rem; padding-bottom: 3rem; color: var(--soft); font-size: .92rem }
@media (max-width: 46rem) { .start { grid-template-columns: 1fr } .feeds { columns: 1 }
  .start > div + div { border-left: 0; border-top: 1px solid var(--line) } header { padding-top: 2rem }
  .start > div { padding: 1.25rem } .previews li { flex-direction: column-reverse; align-items: stretch; gap: .9rem; padding: 1.25rem }
  .previews img { width: 100% } code { font-size: .76em } .formats a { padding: .45rem .55rem } .feeds li { padding: .35rem 0 } }
`
