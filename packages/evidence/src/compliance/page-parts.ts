/** Colours are told twice: by hue and by the word beside them. */
export const PAGE_STYLE = `
:root{--text:#1c2126;--soft:#57606a;--page:#fff;--line:#d0d7de;--good:#1a7f37;--bad:#cf222e;--doubt:#9a6700;--none:#8c959f;--accent:#0969da}
@media (prefers-color-scheme:dark){:root{--text:#e6edf3;--soft:#9198a1;--page:#0d1117;--line:#3d444d;--good:#3fb950;--bad:#f85149;--doubt:#d29922;--none:#6e7681;--accent:#4493f8}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,sans-serif}
main{max-width:75rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem}h2{font-size:1.2rem}h3{font-size:.8rem;color:var(--soft);margin:.8rem 0 .2rem;text-transform:uppercase;letter-spacing:.05em}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.verdict{padding:.1em .5em;border-radius:.3em;color:var(--page)}
.verdict.pass{background:var(--good)}.verdict.fail{background:var(--bad)}.verdict.indeterminate{background:var(--doubt)}
.bar{display:flex;height:1.2rem;border-radius:.3rem;overflow:hidden;gap:2px;margin-top:1rem}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;color:var(--soft)}
.dot{display:inline-block;width:.7em;height:.7em;border-radius:50%;margin-right:.4em}
.pass,.fixed{background-color:var(--good)}.fail{background-color:var(--bad)}.error,.unknown,.notchecked{background-color:var(--doubt)}
.notapplicable,.notselected,.informational{background-color:var(--none)}
form{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;margin:1.2rem 0}
input,select{font:inherit;color:inherit;background:var(--page);border:1px solid var(--line);border-radius:.3rem;padding:.2rem .5rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-top:1px solid var(--line)}
td:first-child,td:nth-child(2){white-space:nowrap}
summary{cursor:pointer}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;font:13px/1.5 ui-monospace,monospace}
code{font:13px ui-monospace,monospace;overflow-wrap:anywhere}
@media print{form{display:none}details:not([open])>*{display:block}}
`;

/** Hides rows that do not match; without it every row is shown. */
export const FILTER_SCRIPT = `
const search=document.getElementById("search"),result=document.getElementById("result"),shown=document.getElementById("shown");
const rows=[...document.querySelectorAll("tbody tr")].map((row)=>({row,text:row.textContent.toLowerCase()}));
function apply(){const words=search.value.toLowerCase();let count=0;
for(const {row,text} of rows){const hit=text.includes(words)&&(result.value===""||row.dataset.result===result.value);row.hidden=!hit;if(hit)count+=1}
shown.textContent=count+" of "+rows.length}
search.addEventListener("input",apply);result.addEventListener("input",apply);
document.querySelector("form").addEventListener("submit",(event)=>event.preventDefault());apply();
`;
