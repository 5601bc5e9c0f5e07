/*
 * What all pages look like: paper and ink, with the colours of a shipyard (deep water, red lead, brass), calm, and of
 * contrast AA in both themes. Colour never says something alone: a sign and a word stand beside it.
 */
const light = `--paper:#f6f5f1;--card:#fffefb;--ink:#17252f;--soft:#51606a;--line:#dcdad2;--faint:#eceae3;
--sea:#0f5c78;--sea-soft:#dcebf0;--lead:#a83f22;--lead-soft:#f7e4dc;--brass:#7b5a00;--brass-soft:#f6ebcb;
--kelp:#1f6b46;--kelp-soft:#dff0e5;--shade:0 1px 2px rgb(23 37 47/.05),0 6px 20px rgb(23 37 47/.05);color-scheme:light`;
const dark = `--paper:#0e171d;--card:#15212a;--ink:#e4eaec;--soft:#a0b0b9;--line:#2a3a45;--faint:#1c2a34;
--sea:#7cc4dc;--sea-soft:#16394a;--lead:#f39b7c;--lead-soft:#44231a;--brass:#e6c265;--brass-soft:#3a3015;
--kelp:#7fd0a2;--kelp-soft:#173827;--shade:none;color-scheme:dark`;

export const baseStyle = `
:root{${light};--sans:Inter,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif;
--mono:ui-monospace,"Cascadia Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}
:root[data-theme=dark]{${dark}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 var(--sans);overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.2;margin:0;text-wrap:balance}
h1{font-size:clamp(1.6rem,1.1rem + 2vw,2.3rem);font-weight:650;letter-spacing:-.022em}
h2{font-size:1.25rem;font-weight:650;letter-spacing:-.012em}
h3{font-size:1rem;font-weight:650}
p{margin:.35rem 0;max-width:68ch}
a{color:var(--sea);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--sea);outline-offset:2px;border-radius:4px}
code,pre{font-family:var(--mono);font-size:.875em}
code{background:var(--faint);border-radius:4px;padding:.08em .32em}
pre{margin:.4rem 0;padding:.65rem .85rem;background:var(--faint);border:1px solid var(--line);border-radius:8px;white-space:pre-wrap;line-height:1.5}
ul{margin:.35rem 0;padding-left:1.2rem}
.wrap{width:min(100% - 2rem,74rem);margin-inline:auto}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;box-shadow:var(--shade);padding:1.15rem 1.35rem}
.soft{color:var(--soft)}
.small{font-size:.875rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.num{font-variant-numeric:tabular-nums}
.tag{display:inline-flex;gap:.4em;align-items:baseline;border-radius:99px;padding:.1em .65em;font-size:.8125rem;font-weight:600;white-space:nowrap;background:var(--faint);color:var(--soft)}
.pass{color:var(--kelp)}.fail{color:var(--lead)}.unknown{color:var(--brass)}.blocked{color:var(--soft)}
.tag.pass{background:var(--kelp-soft)}.tag.fail{background:var(--lead-soft)}.tag.unknown{background:var(--brass-soft)}
summary{cursor:pointer;width:fit-content;font-weight:600;color:var(--sea);padding:.15rem .2rem}
.masthead{border-bottom:1px solid var(--line);background:var(--card);position:relative;overflow:hidden}
.masthead p{max-width:min(68ch,62%)}.masthead .wrap{position:relative;padding-block:1.5rem 1.35rem}
.brand{display:flex;align-items:center;gap:.6rem;font-size:.8125rem;font-weight:650;letter-spacing:.09em;text-transform:uppercase;color:var(--soft)}
.brand svg{width:1.5rem;height:1.5rem;color:var(--lead)}
.yard{position:absolute;right:0;bottom:0;height:88%;max-width:52%;color:var(--sea);opacity:.2;pointer-events:none}
footer{color:var(--soft);font-size:.875rem;padding-block:2rem 3rem}
@media (max-width:48rem){.masthead p{max-width:none}.yard{opacity:.1}.card{padding:1rem}}
@media (prefers-reduced-motion:no-preference){a,button,.chip{transition:background-color .12s,color .12s,border-color .12s}}
@media print{:root:root,:root:root[data-theme],:root:root:not([data-theme=light]){${light}}body{background:#fff;font-size:10pt}.card{box-shadow:none;break-inside:avoid}.yard,.tools,.skip{display:none!important}.masthead{border:0}a{color:inherit}}
`;

/** Feedback is read from top to bottom, in one column. */
export const feedbackStyle = `${baseStyle}
.wrap{width:min(100% - 2rem,50rem)}
.masthead p{max-width:min(52ch,64%)}.yard{max-width:34%}
main{padding-block:1.5rem 0;display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem}
main>*{min-width:0}
.grade{display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline}
.grade strong{font-size:2.6rem;line-height:1.1;letter-spacing:-.03em;font-weight:650}
.comment{border-left:4px solid var(--brass);white-space:pre-line}
.contents{list-style:none;padding:0;margin:.6rem 0 0;display:grid}
.contents li{display:grid;grid-template-columns:1fr auto auto;gap:.25rem 1rem;align-items:center;padding:.5rem 0;border-top:1px solid var(--line)}
.contents li .num{min-width:9.5rem;text-align:right}
.head{display:flex;flex-wrap:wrap;gap:.4rem .9rem;align-items:baseline;margin-bottom:.4rem}
.head .num{margin-left:auto}
.objective{border-top:1px solid var(--line);padding:.85rem 0 .6rem;margin-top:.6rem}
.objective h3{display:flex}.objective h3>:first-child{flex:0 0 1.5rem}
.objective h3+p{margin-top:.1rem}
.objective .text{margin-left:1.5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .9rem;margin:.4rem 0}
dt{color:var(--soft);font-size:.875rem;padding-top:.08em}dd{margin:0;min-width:0}
details{margin-top:.5rem}
h4{font-size:.9rem;margin-top:.8rem}
@media (max-width:48rem){.masthead p{max-width:none}}
@media (max-width:36rem){.contents li{grid-template-columns:1fr auto}.contents li .num{grid-column:1/-1;text-align:left;min-width:0}
dl{grid-template-columns:1fr}dd{margin-bottom:.35rem}.objective .text{margin-left:0}}
@media print{details::details-content{content-visibility:visible}}
`;
