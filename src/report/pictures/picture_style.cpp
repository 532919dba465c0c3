// SPDX-License-Identifier: MIT
#include "mend/report/pictures.hpp"

namespace mend {

// Every grey and green that carries a word has a contrast of at least 4.5 to the paper, light and dark.
const std::string_view picture_style = R"(:root{color-scheme:light dark;
--paper:#fcfbf8;--ink:#25302c;--soft:#5b6661;--rule:#dedbd2;--band:#efede5;--mark:#2f6f51;
--k1:#5f9c7c;--k2:#4d8a6a;--k3:#3a7355;--k4:#245a40}
@media (prefers-color-scheme:dark){:root{
--paper:#161a18;--ink:#e8e6df;--soft:#a5afa9;--rule:#353c38;--band:#212824;--mark:#8fd0ac;
--k1:#47785f;--k2:#5a9679;--k3:#74b795;--k4:#9bdcb9}}
@media print{:root{color-scheme:light;
--paper:#fff;--ink:#1c2420;--soft:#4c5652;--rule:#d4d1c8;--band:#f1efe8;--mark:#2f6f51;
--k1:#5f9c7c;--k2:#4d8a6a;--k3:#3a7355;--k4:#245a40}}
svg{font:12px system-ui,sans-serif}
.paper{fill:var(--paper)}.label{fill:var(--soft)}.end{text-anchor:end}
.k1{fill:var(--k1)}.k2{fill:var(--k2)}.k3{fill:var(--k3)}.k4{fill:var(--k4)}
.rest{stroke:var(--soft);stroke-width:1.5}.quiet{fill:var(--soft)}
.open{fill:none;stroke:var(--soft);stroke-width:1.5}
.axis{stroke:var(--rule)}.band{fill:var(--band)}.point{fill:var(--mark)}
.line{fill:none;stroke:var(--mark);stroke-width:2;stroke-linejoin:round}
.asked{fill:none;stroke:var(--soft);stroke-width:1.5;stroke-dasharray:4 4}
)";

}  // namespace mend
