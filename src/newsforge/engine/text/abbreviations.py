"""Full stops that do not end a sentence: data for :mod:`newsforge.engine.text.sentences`, without the final stop."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


#: Always followed by something (a name, a number), so never a sentence's end. As written, capitals included.
LEADING = _words("""
    Mr Mrs Ms Mx Dr Prof Sen Rep Gov Gen Lt Col Capt Cmdr Maj Sgt Cpl Pvt Adm Rev Hon St Mt Pres Supt Insp Messrs
    Mme Mlle M Sr Sra Dña Dra Sig Dott Avv Ing Dhr Mevr Hr Fr Nr Av Avda Str
    vs fig approx est eg e.g ie i.e cf viz ca z.B d.h u.a bzw ggf evtl sog inkl zzgl vgl nr bl.a f.eks t.ex p.ej
    pág págs núm aprox
""")

#: Abbreviations only before a figure (``No. 1``, ``Sept. 3``), words otherwise. Lower case.
BEFORE_FIGURE = _words("""
    no nos nr núm n p pp art sec ch vol fig jan feb mar apr jun jul aug sep sept oct nov dec
""")

#: May end a sentence, and do when the next word is one of :data:`OPENERS`. As written.
TRAILING = _words("""
    U.S U.K U.N E.U U.S.A U.A.E D.C L.A N.Y a.m p.m A.M P.M A.D B.C Ph.D M.D B.A M.A J.D S.A S.L S.p.A S.r.l N.V B.V
    EE.UU Inc Corp Co Ltd Bros Dept Univ Assn Intl Jr Sr Esq etc al Dist Ave Blvd Rd Sq Ariz Ark Calif Colo Conn Fla
    Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo usw ecc ft
    Mio Mrd Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
""")

#: Words that open a sentence and hardly ever follow an abbreviation inside one. Lower case.
OPENERS = _words("""
    the a an it its he his she her they their we our you i this that these those there but and so yet or if when while
    although though however meanwhile still also then in on at for from by with after before as since until during
    under over what who why how where which not no more most some many few all both each every another other
    der die das ein eine es er sie wir aber und doch im am le la les un une des il elle ils mais et en el los las una
    pero y lo het de een maar
""")

#: Languages that write ordinals with a full stop (``3. Oktober``).
DOTTED_ORDINALS = _words("de da no nb nn fi cs sk hu pl hr sl sr bs et lv lt is tr")
