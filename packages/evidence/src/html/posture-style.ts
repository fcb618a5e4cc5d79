/** Colours are told twice: by hue and by the word beside them. */
export const POSTURE_STYLE = `
:root{--text:#1b2026;--soft:#59636e;--page:#fff;--card:#f6f8fa;--line:#d1d9e0;--good:#1a7f37;--bad:#cf222e;--doubt:#8a5d00;--person:#6639ba;--accent:#0969da}
@media (prefers-color-scheme:dark){:root{--text:#e6edf3;--soft:#9198a1;--page:#0d1117;--card:#151b23;--line:#3d444d;--good:#3fb950;--bad:#ff7b72;--doubt:#d29922;--person:#b392f0;--accent:#4493f8}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,sans-serif}
main,.top{max-width:82rem;margin:0 auto;padding:1.2rem 1.5rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem}
h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0}h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.3rem}
h3{font-size:1rem;margin:1.6rem 0 .3rem}h4{font-size:.75rem;color:var(--soft);margin:.8rem 0 .2rem;text-transform:uppercase;letter-spacing:.05em}
p{margin:.3rem 0}.soft{color:var(--soft)}
nav{position:sticky;top:0;background:var(--page);border-bottom:1px solid var(--line);z-index:1}
nav ul{max-width:82rem;margin:0 auto;padding:.5rem 1.5rem;list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
a{color:var(--accent)}
.head{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;align-items:center;margin:1rem 0}
.score{font-size:3rem;font-weight:650;line-height:1}.score small{font-size:1rem;font-weight:400;color:var(--soft)}
.bar{display:flex;height:.9rem;border-radius:.45rem;overflow:hidden;gap:2px;min-width:16rem;flex:1}
.bar span{min-width:2px}
.counts{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.4rem 1.6rem}
.counts b{font-size:1.2rem}
.v{display:inline-block;white-space:nowrap;font-size:.8rem;font-weight:600;padding:.05rem .5rem;border:1.5px solid currentColor;border-radius:1rem}
.v.met{color:var(--good)}.v.not-met{color:var(--bad)}.v.not-checked{color:var(--doubt)}.v.needs-attestation{color:var(--person)}
.b.met{background:var(--good)}.b.not-met{background:var(--bad)}.b.not-checked{background:var(--doubt)}.b.needs-attestation{background:var(--person)}
form{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:1rem 0;padding:.8rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:.5rem}
label{display:grid;font-size:.8rem;color:var(--soft)}
input,select,button{font:inherit;color:var(--text);background:var(--page);border:1px solid var(--line);border-radius:.3rem;padding:.25rem .5rem;max-width:100%}
button{cursor:pointer}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{text-align:left;vertical-align:top;padding:.45rem .7rem .45rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
th{font-size:.8rem;color:var(--soft);font-weight:600}
.w-v{width:11rem}.w-l{width:8rem}.w-n{width:6rem}
summary{cursor:pointer}summary code{color:var(--soft)}
code{font:12.5px ui-monospace,monospace;overflow-wrap:anywhere}
ul.list{margin:.2rem 0;padding-left:1.1rem}ul.list li{margin:.15rem 0}
.place{color:var(--soft)}
.map{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.8rem}
.card{border:1px solid var(--line);border-left:5px solid var(--line);border-radius:.4rem;padding:.6rem .8rem;background:var(--card)}
.card.full{border-left-color:var(--good)}.card.empty{border-left-color:var(--bad)}.card.open{border-left-color:var(--doubt)}
.card h4{margin:0;color:var(--text);font-size:.95rem;text-transform:none;letter-spacing:0}
.picture{overflow:auto;border:1px solid var(--line);border-radius:.4rem}
.picture svg{max-width:none;display:block}
[hidden]{display:none}
@media (max-width:48rem){table,tbody,tr,td{display:block}thead{display:none}td{border:0;padding:.1rem 0}tr{border-top:1px solid var(--line);padding:.5rem 0}}
@media print{nav,form,.skip{display:none}main,.top{max-width:none;padding:0}body{font-size:11px}h2{break-after:avoid}tr,.card{break-inside:avoid}.picture{overflow:visible}.picture svg{max-width:100%;height:auto}}
`;

/** Filters rows, opens all of them (for print too), and opens the row that an address names. Without it every row is shown. */
export const POSTURE_SCRIPT = `
const at=(id)=>document.getElementById(id),form=at("filter"),shown=at("shown");
const rows=[...document.querySelectorAll("tr[data-verdict]")].map((row)=>({row,text:row.textContent.toLowerCase()}));
const fields=["verdict","level","phase"];
function apply(){const words=at("search").value.toLowerCase().split(/\\s+/).filter(Boolean);let count=0;
for(const {row,text} of rows){const hit=words.every((word)=>text.includes(word))&&fields.every((field)=>at(field).value===""||row.dataset[field].split(" ").includes(at(field).value));row.hidden=!hit;if(hit)count+=1}
for(const part of document.querySelectorAll("[data-part]"))part.hidden=![...part.querySelectorAll("tr[data-verdict]")].some((row)=>!row.hidden);
shown.textContent=count+" of "+rows.length+" rows"}
form.addEventListener("input",apply);form.addEventListener("submit",(event)=>event.preventDefault());
form.addEventListener("reset",()=>setTimeout(apply));
const all=document.querySelectorAll("tr details"),button=at("open");
function openAll(open){for(const one of all)one.open=open;button.textContent=open?"Close all":"Open all"}
button.addEventListener("click",()=>openAll(button.textContent==="Open all"));
let before=[];addEventListener("beforeprint",()=>{before=[...all].map((one)=>one.open);openAll(true)});
addEventListener("afterprint",()=>all.forEach((one,index)=>{one.open=before[index]}));
function follow(){const row=at(decodeURIComponent(location.hash.slice(1)));const details=row&&row.querySelector("details");if(details)details.open=true}
addEventListener("hashchange",follow);follow();apply();
`;
