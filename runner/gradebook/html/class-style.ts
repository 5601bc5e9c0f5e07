import { baseStyle } from './style.ts';

/** The class's report: wide, with a table that scrolls in its own frame and keeps the names in sight. */
export const classStyle = `${baseStyle}
[hidden]{display:none!important}
main{padding-block:1.6rem 0;display:grid;grid-template-columns:minmax(0,1fr);gap:2rem}
main>*{min-width:0}
h2{margin-bottom:.5rem}
button,input{font:inherit;color:inherit}
button{cursor:pointer}
.yard{right:10rem}
.skip{position:absolute;left:1rem;top:-4rem;z-index:9;background:var(--card);padding:.5rem 1rem;border-radius:8px}
.skip:focus{top:.75rem}
#theme{position:absolute;right:0;top:1.15rem;background:var(--card);border:1px solid var(--line);border-radius:99px;padding:.35rem .95rem;font-size:.875rem}
#theme:hover,.chip:hover{border-color:var(--sea)}
.urgent{border-left:4px solid var(--brass)}
.urgent li{margin:.3rem 0}
.overview{display:grid;grid-template-columns:minmax(16rem,1fr) minmax(0,1.6fr);gap:1.25rem}
.figures{display:grid;grid-template-columns:1fr 1fr;gap:1rem 1.5rem;margin:.8rem 0 .6rem}
.figures div{border-top:1px solid var(--line);padding-top:.45rem}
.figures dt{color:var(--soft);font-size:.875rem}
.figures dd{margin:0;font-size:2.2rem;line-height:1.15;font-weight:650;letter-spacing:-.03em}
.histogram{display:block;width:100%;max-height:13rem;margin-top:.3rem}
.histogram rect{fill:var(--sea)}.histogram .water{stroke:var(--line);fill:none}
.histogram text{font-size:11px;text-anchor:middle;fill:var(--ink);font-weight:600}.histogram .axis{fill:var(--soft);font-weight:400}
.tools{display:grid;gap:.6rem .9rem;grid-template-columns:minmax(12rem,18rem) 1fr;align-items:end;margin:.2rem 0 .8rem}
.find{display:grid;gap:.2rem;font-size:.875rem;color:var(--soft)}
.find input{background:var(--card);color:var(--ink);border:1px solid var(--soft);border-radius:8px;padding:.45rem .7rem;width:100%;font-size:1rem}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem;min-width:0}
.chip{position:relative;border:1px solid var(--line);border-radius:99px;background:var(--card);cursor:pointer;font-size:.875rem}
.chip input{position:absolute;inset:0;opacity:0;margin:0;cursor:pointer}
.chip span{display:block;padding:.4rem .85rem;border-radius:99px}
.chip b{color:var(--soft);font-weight:600;margin-left:.15em}
.chip input:checked+span{background:var(--sea);color:var(--card);font-weight:600}.chip input:checked+span b{color:inherit}
.chip input:focus-visible+span{outline:3px solid var(--sea);outline-offset:2px}
#count{grid-column:1/-1;margin:0}
.scroll{position:relative;overflow-x:auto;padding:0;container-type:inline-size;max-width:100%}
table{border-collapse:separate;border-spacing:0;width:100%;font-variant-numeric:tabular-nums}
thead th{font-size:.8125rem;font-weight:600;color:var(--soft);text-align:left;border-bottom:1px solid var(--line);white-space:nowrap;padding:.6rem .75rem}
.js thead th{padding:.25rem .3rem}
th.n,td.n{text-align:right}
.sort{background:none;border:0;border-radius:6px;padding:.35rem .45rem;font-weight:inherit;white-space:nowrap}
.sort:hover{background:var(--faint);color:var(--ink)}
.sort::after{content:"↕";opacity:.45;margin-left:.35em}
[aria-sort] .sort{color:var(--sea)}[aria-sort=ascending] .sort::after{content:"↑";opacity:1}[aria-sort=descending] .sort::after{content:"↓";opacity:1}
tbody th,tbody td{padding:.5rem .75rem;border-bottom:1px solid var(--faint);vertical-align:middle}
tbody th{text-align:left;font-weight:600;min-width:13rem;max-width:22rem}
tbody td{white-space:nowrap}
th:first-child{position:sticky;left:0;background:var(--card);z-index:1}
tbody tr:first-child:hover>*{background:color-mix(in srgb,var(--sea-soft) 45%,var(--card))}
td small,th small{display:block;font-weight:400;font-size:.75rem;line-height:1.3;white-space:normal}
.percent{min-width:6.5rem}.js tbody th small{margin-left:1.3rem}
.bar{display:block;width:100%;height:5px;border-radius:3px;margin-top:.25rem;fill:var(--sea)}.bar .track{fill:var(--faint)}
.toggle{background:none;border:0;padding:.15rem .3rem .15rem 0;font-weight:600;text-align:left;border-radius:6px}
.toggle::before{content:"";display:inline-block;width:.42em;height:.42em;border:solid var(--sea);border-width:0 2px 2px 0;transform:rotate(-45deg);margin:0 .6em .1em .15em}
.toggle[aria-expanded=true]::before{transform:rotate(45deg);margin-bottom:.2em}
.toggle:hover{color:var(--sea)}
.js .more{display:none}.js .more.open{display:table-row}.js .more summary{display:none}
.more td{padding:0;white-space:normal;background:var(--paper)}
.pane{position:sticky;left:0;width:100cqi;padding:.4rem 1rem}
.open .pane{padding:.6rem 1.25rem 1.2rem}
.works{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:.8rem 2rem;font-size:.9rem}
.works>div{border-top:1px solid var(--line);padding-top:.6rem;margin-top:.5rem;min-width:0}
.works ul{list-style:none;padding:0}.works li{margin:.3rem 0}
.works li b{font-weight:600;font-size:.8125rem;margin-right:.25em}
.comment{border-left:3px solid var(--brass);padding-left:.8rem}
.nobody{padding:1.2rem;margin:0;max-width:none}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;max-width:none;margin-top:.6rem}
.rates{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:1.25rem;margin-top:.8rem}
.bars{list-style:none;padding:0;display:grid;gap:.75rem;margin:.8rem 0 0;font-size:.9375rem}
.bars>li{display:grid;grid-template-columns:1fr auto;gap:0 1rem;align-items:end;line-height:1.35}
.bars .rate{white-space:nowrap}.bars .bar{grid-column:1/-1}.bars .reasons{grid-column:1/-1;margin:.1rem 0 0;padding-left:1.1rem}
.similar details{border-top:1px solid var(--line);padding:.5rem 0;margin-top:.5rem}
.beside{display:grid;grid-template-columns:1fr 1fr;gap:.2rem 1rem;margin-top:.5rem}
.beside figure{margin:0;min-width:0}
@media (max-width:48rem){.overview,.tools,.beside{grid-template-columns:minmax(0,1fr)}.overview{gap:1rem}main{gap:1.6rem}
.scroll tbody th{min-width:9.5rem;max-width:9.5rem}tbody th,tbody td{padding:.5rem .6rem}
.yard{right:0}#theme{position:static;margin-top:.6rem}th:first-child{box-shadow:1px 0 0 var(--line)}.open .pane{padding-inline:1rem}}
@media print{.scroll{overflow:visible;border:0}.sort::after,.toggle::before,#theme{display:none}main{gap:1rem}tbody{break-inside:avoid}th:first-child{position:static}thead{display:table-header-group}}
`;
