"""Which number in a sentence is seats, and of what role: one pattern a line, the first that fits wins.

A pattern is a row of token classes (lexicon.yml, tokens.py). `A|B` is either, `!A|B` anything else,
`*`, `+` and `?` repeat as in a regular expression. `role=N` is the number that the line decides on.
`COUNTED` at the end of a line asks that what follows the number is nothing, a seat or a product:
"add 12", "add 12 seats", "add 12 Revit", but not "add 12 drawings".

Beside the entity's roles there are `no` (not seats), `need` (a total or an addition, totals.py),
`share`, `each` and `groups` (parts of one number, shares.py), and `plus`, `minus` and `times`, the
three kinds of `change`.
"""

from __future__ import annotations

FACTORS = {"DOUBLE": "2", "TRIPLE": "3", "HALF": "0.5"}

_FILL, _DE = "FILLER|CORRECTION", "DU|DES"
MACROS = {
    "FILL": _FILL,
    "DE": _DE,
    "COST": "PRICE|HOWMUCH",
    "NEED": "WANT|SHORT",
    "FACTOR": "|".join(FACTORS),
    "SEATS": "SEAT|POSTE",
    "KIND": f"MORE|BETWEEN_SEATS|PRODUCT|YEAR|OF|{_DE}|THE|OUR",
    "SOFT": f"GLUE|{_FILL}|FOR|OF|{_DE}|BOUND|ONTOP",
    "ANY": "!STOP|N|ADD|WANT|SHORT|HAVE",
    "SAME": "!STOP",
    "END": "!X|UNIT|AN|PERSON|HIRE|USER|SUB|N|MORE|PRODUCT|BETWEEN_SEATS|YEAR|SEAT|POSTE|CHOICE",
    # What may stand between the start of a sentence and "double that".
    "LEAD": f"{_FILL}|GLUE|LINK|JOIN|OR|PUNCT|WANT|ADD|GO|FOR|TO|A",
    # And what may follow it.
    "CLOSE": f"STOP|PUNCT|{_FILL}|FOR|PRICE|HOWMUCH|DATE",
    # For whom, or where, some of the seats are.
    "WHOM": "X|PERSON|USER|GLUE|US|OF|DU",
    "AND": "JOIN|PLUS|PUNCT|FILLER",
}
COUNTED = ("END", "KIND* X? SEATS", "OF|DE? PRODUCT YEAR? END")

CHANGES = (
    "GO|ADD|DOWN SOFT|OUR|THE|SUB|PRODUCT|SEATS* FROM|DE current=N SEATS|PRODUCT|GLUE* TO|A target=N",
    "FROM|DE no=N TO|A no=N PERSON",
    "FROM current=N SEATS|PRODUCT|GLUE* TO|A target=N",
    "FROM current=N SEATS|PRODUCT* BY COUNTED=add",
    "DE current=N|A1 SEATS|PRODUCT* TO|A target=N",
    "GO|DOWN current=N SEATS|PRODUCT* TO|A target=N",
    "current=N SEATS|PRODUCT|SUB* ARROW COUNTED=target",
    "GLUE TO target=N SEATS? FROM current=N",
)
SHARES = (
    "HAVE SOFT|NOW* no=N SEATS|PRODUCT* FOR|LINK|A THE|OUR* WHOM+ AND+ no=N",
    "share=N SEATS|MORE|PRODUCT* FOR THE|OUR* WHOM+ AND+ share=N|A1 SEATS|MORE* FOR THE|OUR* WHOM",
    "share=A1 SEATS|MORE|PRODUCT+ FOR THE|OUR* WHOM+ AND+ share=N|A1 SEATS|MORE* FOR THE|OUR* WHOM",
    "share=N SEATS|MORE|PRODUCT* LINK|A WHOM+ AND+ share=N|A1 SEATS|MORE* LINK|A WHOM",
    "share=N SEATS|MORE* AND* PLUS|JOIN share=N|A1 SEATS|MORE* FOR THE|OUR* WHOM",
    "share=N SEATS|MORE* NOW|LINK* AND+ ONEMORE share=N SEATS|MORE* END",
    "share=N MORE? PERSON|USER JOIN share=N|A1 MORE? PERSON|USER|X HAVE|LINK|GLUE* NEED",
    "FOR THE|OUR* share=N MORE? PERSON|USER JOIN THE|OUR* share=N|A1 MORE? PERSON|USER|X",
    "groups=N X|PERSON HAVE|LINK|GLUE|FILLER|X* NEED|ADD SOFT* each=N SEATS|MORE|PRODUCT* EACH",
    "each=N SEATS|MORE|PRODUCT* MULT groups=N X|PERSON",
    "groups=N X MULT each=N SEATS",
    "each=N SEATS|MORE|PRODUCT* EACH OF|DE* OUR|THE groups=N X|PERSON",
)
EACH = (
    "PRODUCT YEAR? JOIN|PUNCT|GLUE|FILL|FOR* PRODUCT SAME* add=N SEATS|MORE* EACH END",
    "add=N SEATS|MORE* EACH SOFT|PUNCT|THE* PRODUCT YEAR? JOIN|PUNCT|FILL|GLUE* PRODUCT",
    "add=N PRODUCT EACH END",
)
FEWER = (
    "START|STOP LEAD* minus=N|A1 FEWER CLOSE",
    "COST SAME* FOR|IS|JOIN minus=N|A1 FEWER CLOSE",
)
NOT_SEATS = (
    "FORGET THE|OUR* no=N|A1 SEATS|FILL|GLUE|PUNCT|STOP|LINK* COUNTED=add",
    "FORGET THE|OUR* no=N|A1",
    "DES no=N END",
    "HOWMUCH no=N ADD",
    "no=N MORE? UNIT|AN",
    "no=N FOR UNIT",
    "CHOICE PUNCT? no=N",
    "POSTE no=N",
    "SEATS no=N DE X",
    "SEATS no=N IS|NOT|HAVE",
    "HIRE FOR|PUNCT* no=N|A1 SEATS",
    "no=N|A1 SEATS X? HIRE",
    "UNIT no=N END",
    "no=N OF|DE OUR|THE KIND* X|PERSON|USER",
    "UNITPRICE IS|PUNCT|FILL* no=N",
    "PRICE IS DE? no=N",
    "NOT SOFT* no=N SEATS|PRODUCT* PUNCT* LINK SOFT|NEED* COUNTED=add",
    "NOT SOFT* no=N",
    "DATE OR THE? no=N END",
    "CUT SOFT|THE|OUR|MORE|LINK* no=N|A1",
    "DOWN SOFT|THE|OUR* no=N",
    "PAST SOFT|THE* no=N|A1",
    "HAVE FILL|LINK* ADD SOFT* no=N|A1",
    "no=N SEATS|USER|PRODUCT|MORE|IS* FEWER|SURPLUS|FREE",
    "no=N SEATS? PER",
    "no=N US",
    "WEARE FILL|LINK* add=N KIND* SEATS* NEED END",
    "WEARE FILL|NOW|BOUND|LINK* no=N !SEAT|POSTE|MORE|PRODUCT|BETWEEN_SEATS",
    "ADD no=A|A1 SEATS PUNCT? BUTTON",
    "BUTTON THE|DE|PUNCT* ADD no=A|A1 SEATS",
)
RELATIVE = (
    "add=N|A1 SEATS|MORE|PRODUCT* ONTOP OF OUR|THE|NOW* current=N SEATS|PRODUCT|END",
    "plus=N|A1 SEATS|MORE|PRODUCT* ONTOP CLOSE|LINK",
    "START|STOP LEAD* times=FACTOR THE|GLUE|ONTOP* CLOSE",
    "START|STOP LEAD* times=FACTOR THE|GLUE|FILL|OF|DE* SEATS PRODUCT* CLOSE",
    "START|STOP LEAD* times=DOUBLE|TRIPLE OUR|THE|PRODUCT* SEATS PRODUCT* CLOSE",
    "COST TO|FOR times=DOUBLE|TRIPLE OUR|THE|PRODUCT* SEATS|CLOSE",
    "HOWMUCH COST|IS|LINK|SOFT|THE* times=FACTOR THE|GLUE|DE* SEATS|CLOSE",
    "COST FOR times=FACTOR THE|GLUE|DE* SEATS|CLOSE",
)
MORE = (
    "PLUS|MORE|ONEMORE add=N SEATS|USER|END",
    "add=N PERSON|USER HAVE|X? NEED DE? no=A|AN|A1 KIND* SEATS",
    "add=N PERSON|USER HAVE|X? NEED DE? KIND* SEATS",
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
    "add=N SEATS|USER|PRODUCT|MORE* FOR|PUNCT|A* TOTAL FILL|IS|OF|DE* target=N",
    "GO|DOWN|CUT ANY* TO|A COUNTED=target",
    "ADD GLUE|THE TO|A COUNTED=target",
    "TOTAL FILL|IS|OF|DU|PUNCT|TO|A|LINK* target=N",
    "target=N SEATS|USER|PRODUCT|FOR* TOTAL",
    "SOHAVE SOFT|A* COUNTED=target",
    "START FILL|GLUE|JOIN|OR|LINK|PUNCT* TO|A target=N SEATS|PRODUCT|OF|DE|FILL|PUNCT* STOP",
)
CURRENT = (
    "HAVE SOFT|NOW|THE|OUR* COUNTED=current",
    "HAVE SOFT|NOW* current=A1 KIND* SEATS SOFT|PUNCT|JOIN|LINK* WANT",
    "SHOWS FILL* current=N KIND* SEATS",
    "WEARE FILL|NOW* current=N KIND* SEATS",
    "NOW FILL|PUNCT|LINK* COUNTED=current",
    "current=N KIND* SEATS* NOW",
    "OUR COUNTED=current",
    "FROM current=N SEATS|END",
)
ADDED = (
    "WANT SOFT|PRODUCT* COUNTED=need",
    "START|FILL need=N SEATS|PRODUCT* IS? LINK|THE LINK|SOFT* NEED",
    "ADD|NEED SOFT|PLUS|PRODUCT* COUNTED=add",
    "ADD SOFT* add=N MORE? USER|PERSON",
    "FOR THE|OUR? add=N KIND* PERSON|USER MORE|LINK* PRODUCT",
    "FOR THE|OUR? add=N PERSON|USER MORE END",
    "NEED SOFT* add=N MORE? USER",
    "ADD|NEED SOFT* add=A1|A|AN KIND* SEATS|USER",
    "GLUE ADD|WANT SOFT* add=A1 FILL|PUNCT* STOP",
    "FOR THE? add=N KIND* SEATS",
    "ADD|NEED SOFT|KIND* SEATS|PRODUCT FOR THE|OUR? add=N KIND* PERSON|USER",
    "COST FOR|OF|THE|MORE|PRODUCT* SEATS|PRODUCT FOR THE|OUR? add=N KIND* PERSON|USER",
    "START DE? SEATS PRODUCT* FOR THE|OUR? add=N KIND* PERSON|USER",
    "no=N|A1 SEATS DE PERSON",
    "add=N NOT N",
    "THE no=N KIND* SEATS",
    "add=N KIND* X? SEATS",
    "add=A1 FILL+ SEATS",
    "add=N OF|DE? PRODUCT YEAR? END",
    "SEATS PUNCT|IS|FILL* add=N SEATS|END",
    "COST STOP? FOR COUNTED=add",
    "LINK LINK add=N COST",
    "add=N FOR THE|OUR? PRODUCT YEAR? END",
    "HOWMUCH COST|IS|PUNCT|FILL* COUNTED=add",
    "HOWMUCH LINK* add=N KIND* SEATS* PRICE",
    "COST SAME* !LINK|OR|THE|OUR|X|UNIT COUNTED=add",
    "COUNTED=add LINK|IS|SOFT|PUNCT|MONEY|DATE|PRODUCT* COST",
)

IN_ORDER = (
    *SHARES,
    *CHANGES,
    *EACH,
    *FEWER,
    *NOT_SEATS,
    *RELATIVE,
    *MORE,
    *TARGETS,
    *CURRENT,
    *ADDED,
)
