"""Jobs: a row that is the truth, and a bell that says it is there.

A job is inserted in the transaction of whoever asks for it (:class:`queue.Queue`). A worker claims it, which counts its
attempt up; whatever it writes, it writes behind that attempt (:class:`claims.Claim`). So a job may be begun twice, when
its worker dies or freezes, but only one attempt can leave results.
"""
