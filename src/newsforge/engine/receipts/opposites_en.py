# ruff: noqa: E501 -- lists of words read best as lines of words; a Korean letter counts as two
"""English words that turn a statement into its opposite; how they are written is told in ``opposites``."""

from __future__ import annotations

WORDS = r"""
! rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring rally rallied upswing upswings uptick raise raises raised | fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops dropped dropping plunge plunges plunged plunging shrink shrinks shrank shrunk shrinking shrinkage slump slumps slumped tumble tumbles tumbled sink sinks sank slid downturn downturns lower lowered lowers reduce reduces reduced reduction cut cuts
! approve approves approved approving approval accept accepts accepted endorse endorses endorsed ratify ratified | reject rejects rejected rejecting rejection veto vetoed disapprove disapproves disapproved
! allow allows allowed allowing permit permits permitted permitting legalise legalize | ban bans banned banning prohibit prohibits prohibited prohibiting forbid forbids forbidden forbade outlaw outlawed disallow disallowed
! support supports supported supporting favour favor favours favors favoured favored | oppose opposes opposed opposing opposition
! admit admits admitted admitting confess confessed acknowledge acknowledges acknowledged | deny denies denied denying denial
! above exceed exceeds exceeded exceeding | below
! expand expands expanded expanding expansion widen widens widened widening broaden broadened | shrink shrinks shrank contract contracted contraction narrow narrows narrowed narrowing
! strengthen strengthens strengthened strengthening | weaken weakens weakened weakening
! accelerate accelerates accelerated accelerating quicken quickened | decelerate decelerated slow slows slowed slowing
! improve improves improved improving improvement better | worsen worsens worsened worsening deteriorate deteriorates deteriorated deterioration worse
! uphold upholds upheld upholding affirm affirmed | overturn overturns overturned overturning quash quashed
! convicted guilty | acquitted innocent exonerated cleared
! succeed succeeds succeeded success successful successfully | fail fails failed failing failure unsuccessful unsuccessfully
! profit profits profitable | loss losses unprofitable
! import imports imported importing | export exports exported exporting
! hire hires hired hiring recruit recruited | fire fired sack sacked dismiss dismissed
! include includes included including | exclude excludes excluded excluding
! encourage encourages encouraged encouraging | discourage discourages discouraged discouraging
! optimistic optimism hopeful | pessimistic pessimism hopeless
! possible possibly likely probable | impossible unlikely improbable
! positive positively favourable favorable | negative negatively unfavourable unfavorable
! agree agrees agreed agreeing agreement | disagree disagrees disagreed disagreement
! legal lawful | illegal unlawful
! safe safely | unsafe dangerous dangerously
! appear appears appeared appearing | disappear disappears disappeared vanish vanished
! arrive arrives arrived arriving arrival | depart departs departed departing departure
! alive survived survive survives surviving | dead died killed
! increase | decrease
! tighten tightens tightened tightening | loosen loosens loosened loosening ease eases eased easing relax relaxed
! oldest elder | youngest younger
! majority | minority
! maximum maximize maximise | minimum minimize minimise
! outperform outperformed outperforms | underperform underperformed underperforms
! overestimate overestimated | underestimate underestimated
! unchanged | changed
! united unify unified | divided split
up upward higher | down downward lower
high highest | low lowest
more most | less least fewer fewest
win wins won winning winner winners beat beats victory triumph | lose loses lost losing loser losers
open opens opened opening reopen reopened | close closes closed closing shut shuts
start starts started starting begin begins began begun beginning launch launched | end ends ended ending finish finishes finished stop stops stopped stopping cease ceased halt halted suspend suspended cancel canceled cancelled
resume resumed continue continues continued continuing | stop stopped suspend suspended halt halted end ended discontinue discontinued abandon abandoned
buy buys bought buying purchase purchased acquire acquired | sell sells sold selling
strong stronger strongest strongly robust | weak weaker weakest weakly
first | last
early earliest | late latest
inside indoor indoors | outside outdoor outdoors
accept accepted accepting welcome welcomed | refuse refused refusing decline declined reject rejected
join joins joined joining enter entered | leave leaves left leaving quit quits exit exited
hot warm warmer warmest | cold cool cooler coldest
large larger largest big bigger biggest huge major | small smaller smallest tiny minor
long longer longest | short shorter shortest
old older | young younger new newer
fast faster fastest quick quickly rapid rapidly | slow slower slowest slowly gradual gradually
rich richer richest wealthy | poor poorer poorest
public publicly | private privately
male man men boy boys | female woman women girl girls
husband | wife
father son brother uncle | mother daughter sister aunt
north northern northeast northwest | south southern southeast southwest
east eastern | west western
left | right
always often frequently frequent | never rarely seldom infrequently rare
all every everyone | none nobody nothing
many numerous | few
with | without
against opposing | for backing favour favor
love loves loved like likes liked praise praised praises hail hailed | hate hates hated dislike disliked criticise criticised criticize criticized condemn condemned slam slammed
attack attacks attacked attacking | defend defends defended defending protect protected
build builds built building construct constructed create created | destroy destroys destroyed demolish demolished
find finds found | lose loses lost
remember remembered | forget forgot forgotten
arrest arrested detained jailed imprisoned | release released freed
import | export
friend friends ally allies | enemy enemies rival rivals foe foes
peace peaceful peacefully | war violent violently
easy easier easily | hard harder difficult
cheap cheaper cheapest affordable | expensive dearer costlier costly
voluntary voluntarily | compulsory mandatory forced
temporary temporarily | permanent permanently
domestic | foreign international overseas
urban | rural
present attend attended | absent miss missed
innocent | guilty
increase raise boost | cut reduce slash
healthy | unhealthy sick ill
famous known well-known | unknown obscure
advance advanced advancing | retreat retreated retreating
secure secured | insecure
trust trusted | distrust mistrust
best | worst
good | bad
happy pleased delighted glad | unhappy sad angry disappointed
push pushes pushed | pull pulls pulled
give gives gave given | take takes took taken
lend lends lent | borrow borrows borrowed
ahead | behind
upgrade upgraded upgrades | downgrade downgraded downgrades
promote promoted promotion | demote demoted demotion relegated relegation
surplus | deficit shortage shortfall
! earlier | later
! postpone postpones postponed postponing delay delays delayed delaying | advance bring-forward expedite expedited hasten hastened
! support supported supports supporting back backs backed backing endorse endorsed | reject rejects rejected rejecting oppose opposed
! convict convicted convicts conviction | acquit acquitted acquits acquittal clear cleared
! extend extends extended extending lengthen lengthened | shorten shortens shortened curtail curtailed
! confirm confirms confirmed confirming admit admits admitted | deny denies denied denying
! ally allies friend friends partner partners | enemy enemies rival rivals foe foes opponent opponents
! exceed exceeds exceeded exceeding beat surpass surpassed top topped | miss missed trail trailed undershoot
! promote promoted promotion | relegate relegated relegation demote demoted
! appoint appointed appoints hire hires hired | oust ousted sack sacked fire fired dismiss dismissed remove removed cut cuts
! reopen reopens reopened open opens opened opening | close closes closed closing shut shuts
! lift lifts lifted lifting remove removed | impose imposes imposed imposing
! deploy deploys deployed | withdraw withdraws withdrew withdrawn
! surplus | deficit shortfall
! hire hires hired hiring recruit recruits recruited add adds added | cut cuts cutting lay axe axed axes shed sheds slash slashed
! more-than over(?!\s(?:the|an?|his|her|its|their|this|that)\b) | less-than under(?!\s(?:1\d|the|an?|his|her|its|their|this|that|construction|investigation|way|pressure|fire)\b) fewer-than
! more | less fewer
! most | least fewest
! highest | lowest
! best | worst
! largest biggest | smallest
! oldest | youngest
! wet wetter wettest rainy | dry drier driest
! hotter hottest warmest | colder coldest coolest
! heavier heaviest | lighter lightest
! win wins won winning beat beats defeated defeats victory | lose loses lost losing
! gain gains gained | lose loses lost
! profit profits | loss losses
! upheld uphold upholds affirmed | overturned overturn overturns quashed reversed struck
! granted grant grants | denied refused rejected
! released release freed | detained jailed held arrested
! survived survivors survive | killed died dead
! open | closed
! start starts started begin begins began begun | end ends ended finish finishes finished
! legal lawful | illegal unlawful
! guilty | innocent not-guilty
! voluntary | compulsory mandatory
! temporary temporarily | permanent permanently
! public | private
! domestic | foreign overseas
! urban | rural
! import imports | export exports
! entry enter entered | exit exited leave left
! union unions workers | employers
! with-charge charged | without-charge
! double doubled doubling twice | halve halved halving half
! resume resumes resumed resuming | suspend suspends suspended halt halted stop stopped
! buy buys bought buying purchase purchased acquire acquired acquires | sell sells sold selling
! joined join joins | quit quits left leave leaves
! praised praise praises hailed welcomed | criticised criticized criticise criticize condemned slammed blasted
! stable steady unchanged | volatile unstable
! upgraded upgrade raised | downgraded downgrade
! accepted accept accepts | rejected reject refused refuse declined
! eased ease relaxed loosened | tightened tighten toughened
! first-half | second-half
! northern north | southern south
! eastern east | western west
! success succeed succeeded succeeds | failure fail failed fails
! above | below beneath
! inside | outside
! early | late
! dropped drop drops abandoned abandon | pursued pursue filed pressed launched opened
! critical critically | stable
! larger bigger | smaller
! longer | shorter
! heavier | lighter
! wider broader | narrower
! cheaper | dearer costlier
! younger | older
! faster quicker | slower
man men male males boy boys father husband son | woman women female females girl girls mother wife daughter
federal federally | state local city county provincial regional
national nationwide | local regional municipal
public publicly | private privately
"""
