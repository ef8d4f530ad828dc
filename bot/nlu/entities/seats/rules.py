"""Which number in a sentence is seats, and of what role: one pattern a line, the first that fits wins.

A pattern is a row of token classes (lexicon.yml, tokens.py). `A|B` is either, `!A|B` anything else,
`*`, `+` and `?` repeat as in a regular expression. `role=N` is the number that the line decides on.
`COUNTED` at the end of a line asks that what follows the number is nothing, a seat or a product:
"add 12", "add 12 seats", "add 12 Revit", but not "add 12 drawings".
"""

from __future__ import annotations

MACROS = {
    "SEATS": "SEAT|POSTE",
    "KIND": "MORE|BETWEEN_SEATS|PRODUCT|YEAR|OF|DE|THE|OUR",
    "SOFT": "GLUE|FILL|FOR|OF|DE|BOUND",
    "ANY": "!STOP|N|ADD|NEED|HAVE",
    "SAME": "!STOP",
    "END": "!X|UNIT|AN|PERSON|USER|SUB|N|MORE|PRODUCT|BETWEEN_SEATS|YEAR|SEAT|POSTE|CHOICE",
}
COUNTED = ("END", "KIND* X? SEATS", "PRODUCT YEAR? END")

CHANGES = (
    "FROM current=N SEATS|PRODUCT* TO|A target=N",
    "DE current=N|A1 SEATS|PRODUCT* TO|A target=N",
    "GO|DOWN current=N SEATS|PRODUCT* TO|A target=N",
    "GLUE TO target=N SEATS? FROM current=N",
)
NOT_SEATS = (
    "no=N MORE? UNIT|AN",
    "CHOICE PUNCT? no=N",
    "POSTE no=N",
    "UNIT no=N END",
    "no=N OF|DE OUR|THE KIND* X|PERSON|USER",
    "UNITPRICE IS|PUNCT|FILL* no=N",
    "COST IS no=N",
    "NOT SOFT* no=N",
    "CUT SOFT|THE|OUR|MORE|LINK* no=N|A1",
    "DOWN SOFT|THE|OUR* no=N",
    "PAST SOFT|THE* no=N|A1",
    "HAVE FILL|LINK* ADD SOFT* no=N|A1",
    "no=N SEATS|USER|PRODUCT|MORE* LESS|FREE",
    "no=N SEATS? PER",
    "no=N US",
    "WEARE FILL|NOW|BOUND|LINK* no=N !SEAT|POSTE|MORE|PRODUCT|BETWEEN_SEATS",
    "ADD no=A|A1 SEATS PUNCT? BUTTON",
    "BUTTON THE|DE|PUNCT* ADD no=A|A1 SEATS",
)
MORE = (
    "PLUS|MORE|ONEMORE add=N SEATS|USER|END",
    "add=N|A1 MORE SEATS|USER|PRODUCT|END",
    "add=N|A1|A|AN KIND* SEATS|USER KIND* MORE",
    "add=N PRODUCT+ MORE",
    "PLUS add=A1 KIND* SEATS|USER",
    "add=ONEMORE KIND* SEATS|USER",
    "add=N MULT SEATS|PRODUCT|END",
    "MULT PUNCT? add=N",
    "GO SOFT|OUR|THE|SEATS|SUB|PRODUCT* BY|DE COUNTED=add",
)
TARGETS = (
    "HAVE FILL|NOW* current=N SEATS|PRODUCT* TOTAL",
    "GO|DOWN|CUT ANY* TO|A COUNTED=target",
    "TOTAL FILL|IS|OF|DE|PUNCT|TO|A|LINK* target=N",
    "target=N SEATS|USER|PRODUCT|FOR* TOTAL",
    "SOHAVE SOFT|A* COUNTED=target",
)
CURRENT = (
    "HAVE SOFT|NOW|THE|OUR* COUNTED=current",
    "NOW FILL|PUNCT|LINK* COUNTED=current",
    "current=N KIND* SEATS* NOW",
    "OUR COUNTED=current",
    "FROM current=N SEATS|END",
)
ADDED = (
    "ADD|NEED SOFT|PLUS|PRODUCT* COUNTED=add",
    "ADD SOFT* add=N MORE? USER|PERSON",
    "NEED SOFT* add=N MORE? USER",
    "ADD|NEED SOFT* add=A1|A|AN KIND* SEATS|USER",
    "FOR THE? add=N KIND* SEATS",
    "add=N NOT N",
    "THE no=N KIND* SEATS",
    "add=N KIND* X? SEATS",
    "add=A1 FILL+ SEATS",
    "add=N PRODUCT YEAR? END",
    "SEATS PUNCT|IS|FILL* add=N SEATS|END",
    "COST STOP? FOR COUNTED=add",
    "COST SAME* !LINK|THE|OUR|X|UNIT COUNTED=add",
    "COUNTED=add LINK|IS|SOFT|PUNCT|MONEY|DATE|PRODUCT* COST",
)

IN_ORDER = (*CHANGES, *NOT_SEATS, *MORE, *TARGETS, *CURRENT, *ADDED)
