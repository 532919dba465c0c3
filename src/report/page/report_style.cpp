// SPDX-License-Identifier: MIT
#include "report_style.hpp"

namespace mend {

const std::string_view page_style = R"(*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:48rem;padding:3rem 1.25rem 4rem;font:1rem/1.55 system-ui,sans-serif}
h1,h2,.question{font-family:Charter,"Iowan Old Style",Georgia,"DejaVu Serif",serif;font-weight:600}
h1{font-size:2rem;line-height:1.2;margin:0}
h2{font-size:1.2rem;margin:0 0 .6rem}h3{font-size:.95rem;font-weight:600;margin:0}
p{margin:.35rem 0}
.soft,caption,figcaption,summary,.source{color:var(--soft)}
section,figure{margin:2.2rem 0 0}
.pair{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:2rem 2.5rem;margin-top:2.2rem}
.pair section{margin:0}
.wide{overflow-x:auto;padding-bottom:.25rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:0 0 .4rem;font-size:.9rem}
th,td{text-align:left;vertical-align:top;font-weight:400;padding:.4rem 1rem .4rem 0;border-top:1px solid var(--rule)}
th:last-child,td:last-child{padding-right:0}
thead th{border-top:0;color:var(--soft);font-size:.85rem;padding-top:0}
tbody th{font-weight:600;overflow-wrap:anywhere}
tbody td:last-child{white-space:nowrap}
.part th,.part td{border-top:0;padding-top:0}
.part th{font-weight:400;padding-left:1rem}
figure svg{display:block;max-width:100%;height:auto}
figure .long svg{min-width:28rem}
figcaption{font-size:.9rem;margin-bottom:.6rem}
.trends{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.4rem 2.5rem}
.key{display:inline-block;width:1.6em;height:.6em;margin:0 .4em 0 .9em;border-bottom:2px solid var(--mark)}
.key.gap{border-bottom:2px dashed var(--soft)}.key.area{height:.9em;border:0;background:var(--band);vertical-align:-.1em}
summary{cursor:pointer;font-size:.9rem;padding:.5rem 0}
blockquote{margin:.3rem 0 1.2rem;padding-left:1rem;border-left:2px solid var(--rule);overflow-wrap:anywhere}
blockquote p{white-space:pre-line}
.source{margin:0}
.question{font-size:1.35rem;line-height:1.4;margin:0}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule);color:var(--soft)}
:focus-visible{outline:2px solid var(--mark);outline-offset:3px}
@media (max-width:34rem){body{padding-top:1.75rem}.pair{grid-template-columns:1fr}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack tr{display:grid;grid-template-columns:9rem 1fr;padding:.45rem 0;border-top:1px solid var(--rule)}
.stack th,.stack td{border:0;padding:0}.stack td:last-child{white-space:normal}
.stack .part{border-top:0}.stack .part th{padding:0 .75rem 0 .75rem}
.stack td:nth-child(n+3){grid-column:2;color:var(--soft);font-size:.9rem}
.stack td:nth-child(n+3)::before{content:attr(data-name) ": "}
.stack td:empty{display:none}}
@page{margin:16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}html{background:none}section,figure{margin-top:1.4rem}
th,td{padding-top:.2rem;padding-bottom:.2rem}figure,tr,blockquote,.trends>div,.pair section{break-inside:avoid}h2,figcaption,caption{break-after:avoid}
.wide{overflow:visible}figure .long svg{min-width:0;max-width:26rem}.trends{grid-template-columns:1fr 1fr 1fr;gap:1rem 1.4rem}
.pair{display:block;columns:2;column-gap:2rem}.pair section{padding-bottom:1.4rem}details{display:none}}
)";

}  // namespace mend
