/** The style sheet of a report. `.tw-check.tw-check` outweighs JupyterLab's own rules for lists. Colours follow JupyterLab's theme where there is one, else the reader's preference. */
const RULES = `
.tw-check{--tw-paper:var(--jp-layout-color0,#fff);--tw-ink:var(--jp-content-font-color1,#1f2328);
--tw-soft:var(--jp-content-font-color2,#59636e);--tw-line:var(--jp-border-color2,#d1d9e0);
--tw-ok:#1a7f37;--tw-no:#b42318;--tw-note:#fff8e5;--tw-edge:#bf8700;
font:14px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--tw-ink);background:var(--tw-paper);
max-width:46rem;border:1px solid var(--tw-line);border-radius:8px;overflow:hidden;margin:.2em 0}
.tw-check header{display:grid;grid-template-columns:auto 1fr auto;gap:.1em .7em;align-items:baseline;padding:.55em 1em .6em;border-bottom:1px solid var(--tw-line)}
.tw-check .tw-title{color:var(--tw-soft)}.tw-check .tw-score{font-variant-numeric:tabular-nums}
.tw-check .tw-bar{grid-column:1/-1;height:4px;border-radius:2px;background:var(--tw-line);overflow:hidden}
.tw-check .tw-bar i{display:block;height:100%;background:var(--tw-ok)}
.tw-check .tw-naming{background:var(--tw-note);border-left:4px solid var(--tw-edge);padding:.55em 1em}
.tw-check .tw-naming p,.tw-check .tw-message{margin:.15em 0}.tw-check .tw-message{padding:.5em 1em}
.tw-check summary{cursor:pointer;color:var(--tw-soft)}.tw-check details p{margin:.1em 0 .3em 1.1em}
.tw-check.tw-check ul{list-style:none;margin:0;padding:.45em 1em .6em}.tw-check .tw-dot{display:none}
.tw-check li{margin:0;padding:.12em 0 .12em 1.6em;text-indent:-1.6em}.tw-check li *{text-indent:0}
.tw-check .tw-mark{display:inline-block;width:1.1em;margin-right:.25em;font-weight:bold;color:var(--tw-soft)}
.tw-check .tw-passed .tw-mark{color:var(--tw-ok)}
.tw-check .tw-failed .tw-mark,.tw-check .tw-timeout .tw-mark,.tw-check .tw-got{color:var(--tw-no)}
.tw-check small{color:var(--tw-soft);font-size:12px;margin-left:.3em}
.tw-check dl{display:grid;grid-template-columns:5.5em minmax(0,1fr);gap:0 .6em;margin:.2em 0 .6em;font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}
.tw-check.tw-check dl dt,.tw-check.tw-check dl dd{float:none;width:auto;margin:0;padding:0}
.tw-check.tw-check dl dt{color:var(--tw-soft);font-weight:normal}.tw-check dd{overflow-wrap:anywhere}`;

const DARK = "--tw-ok:#3fb950;--tw-no:#ff8a80;--tw-note:#2b2412;--tw-edge:#d29922";
const PAPER = "--tw-paper:#0d1117;--tw-ink:#e6edf3;--tw-soft:#9198a1;--tw-line:#3d444d";

/** JupyterLab says which theme it has; the book sets data-theme; elsewhere the reader's preference decides. */
export const STYLE = `${RULES}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]) body:not([data-jp-theme-light]) .tw-check{${PAPER};${DARK}}}
:root[data-theme=dark] .tw-check{${PAPER};${DARK}}
body[data-jp-theme-light=false] .tw-check{${DARK}}`.replaceAll("\n", "");
