"""How people and doctors speak of living and dying: phrases that are looked for, never shown.

One phrase a line. `a/b` is one or the other, `(a b/c)` keeps words together, `[a]` may be missing,
`a*` is any word that begins so, `..` stands for up to three further words, and `{name}` for one of
`PARTS`. Texts are compared in small letters, hyphens as blanks, `won't` and `can't` as `will not`
and `can not`, and without `'s`.
"""

PARTS = {
    "someone": (
        "i/you/he/she/they/we/it/him/her/them/us/me/mum/mom/dad/mother/father/one/people/patients"
        "/someone/anyone/wife/husband/brother/sister/son/daughter/everyone/everybody/child"
    ),
    "whose": "my/your/his/her/our/their/the/a/an",
    "people": (
        "people/person/persons/patients/men/women/them/us/those/others/cases/everyone/everybody"
        "/adults/children/kids/folks/you"
    ),
    "ill": (
        "it/this/that/cancer/disease/illness/leukemia/leukaemia/lymphoma/tumor/tumour/tumors"
        "/tumours"
        "/cll/aml/thing/condition/myeloma/melanoma"
    ),
    "will": (
        "will/would/can/could/may/might/shall/should/must/does/do/did/to/is/are/be/has/have/had/not"
        "/never/always/usually/often/sometimes/eventually/likely/probably/ever"
    ),
    "years": (
        "year/years/yr/yrs/y/month/months/mth/mths/mo/mos/mnth/mnths/decade/decades"
        "/summers/winters/springs/autumns/christmases/birthdays/seasons"
    ),
    "weeks": "week/weeks/wk/wks/day/days/hour/hours",
    "feast": "christmas/xmas/easter/birthday*/wedding/spring/summer/autumn/fall/winter/graduation",
    "young": "kids/children/boys/girls/daughter/daughters/son/sons/baby/grand*/grandchildren/them",
    "number": (
        "one/two/three/four/five/six/seven/eight/nine/ten/eleven/twelve/thirteen/fourteen/fifteen"
        "/sixteen/seventeen/eighteen/nineteen/twenty/thirty/forty/fifty/sixty/seventy/eighty/ninety"
        "/hundred/thousand/dozen"
    ),
    "vague": "few/couple/several/many/some/half/a/an/another/more/good/handful/of/the/or/so/extra",
}
"""Names for several words in the phrases."""

ALWAYS = """
die/dies/died/dying/dead/deadly/death/deaths/deceased/demise/perish*/fatal*/lethal*/mortal*
surviv*/survival/alive/kill*/suicid*/euthanasia/widow*/orphaned
cure/cures/cured/curing/curable/curative/curatively/curability/uncured/uncurable/incurabl*
terminal/terminally/hospice/hospices/palliat*/prognos*/outlook/outlooks/expectancy/
    expectancies
lifespan*/lifetime/endstage/untreatable/inoperabl*/unresectabl*/irreversibl*/hopeless*/
    hopeful
end of [the] (life/road/line)
end stage*
(last/final/late/latest/advanced) (stage*/phase)
stage 4/iv/four
lifelimiting/lifethreatening/lifeshortening/cureable/incurib*/curativ/surival/survial/survivl
ysr
stadium (4/iv/four)
(what/it) [{will}] (take/get) (him/her/me/you)
measure* .. in (days/weeks/months)
not .. if but when
double digit years
final (days/weeks/months/years/hours/stretch/chapter)
pass/passed/passes/passing away/on
{whose} passing
lay/lays/laid to rest
funeral*/burial/buried/cremat*/coffin/grave/heaven/afterlife/testament
(last/make/making/made/write/writing/written/wrote/update) [{whose}] will/wills
advance [care] (directive*/decision*/planning/plan)
dnr/dnar/dnacpr/resuscitat*/cpr
power of attorney
affairs
say/saying/said [{whose}] (goodbye*/good bye*/farewell*)
goodbyes
[best] supportive care [only] (only/now/from/is)
best supportive
symptom control (only/now)
quality [of] [life] (rather than/over/not/before/instead of/more than/versus/vs/
    or)(quantity/length/years/time)
rather than (length/quantity)
(bucket list/last wish*/dying wish*/memory box/miracle*/statistic*)
prepare/prepared/preparing (yourself/yourselves/ourselves/himself/herself/the family/
    the children/the kids/for the/them for)
(the worst/worst case/best case/bad news/grave news)
treatable
beyond (treatment/help/repair/saving/cure)
multi organ
organ/organs .. (fail*/shut*)
shutting/shuts/shut down
downhill/deteriorat*
fade/fading/slip/slipping/waste/wasting away
peaceful*
in peace
let/letting {someone} go
(ready/time/ok/allowed) to (go/let go) [peacefully]
lose/losing/lost/loses (him/her/you/me/them/dad/mum/mom/my husband/my wife/my mother/
    my father)
lose/losing/lost/loses [{whose}] (fight/battle/life)
(fight/fighting/battle/battling) (for/against) ({whose} life/life/it/this)
beat/beats/beaten/beating ({ill}/the [disease/illness/cancer/odds]/[the] odds)
cut/cuts short
(old age/early grave/natural cause/natural causes)
(grow/grows/growing/live to be/get to be/see .. grow) old
live/lives/lived/living long/longer/for/to/another/past/beyond/through/until/till/well/
    normally/happily/as/on/with/out/without/fully/many/only/just/about/more/less/under/over/
    {number}
{someone} [{will}] [{will}] live/lives/lived
live
living
(time/times/days) (is/are/will be/may be/might be/was/could be/gets/getting) [very/so/
    rather/now/really] (short/limited/precious/up/numbered/running/over)
(short/limited/running out/run out/ran out/runs out/running short/not much/little/precious/
    borrowed/how much/whatever/make the most/most/best/use) [of] [{whose}/what] time [left/
    together/that/remaining/{someone}/to/there/do/does/is/we] (left/live/have/has/got/
    remain*/remaining/together/we/you/i/she/he/there)
out of time
time .. (left/remaining/remains/together/that remains)
time (you/she/he/we/i/they) (have/has/had/get)
not [have/has/had/be/get/got] [very/so/too/that] (much/long/a lot of) (time/left/now/
    anymore/anymore)
not long
(borrowed/precious/extra/limited) time
buy/buys/buying/bought/gain/gains/gained/win/wins/winning [{someone}] [some/a/more/extra/
    valuable/good/bit/little/lot/of] [bit/more/of/little/extra] [of/more] time/year/years/
    months/weeks
give/gives/giving/gave/get/gets/given/add/adds/adding/added [{someone}] [some/a/more/extra/
    valuable/bit/little/lot/of] [bit/more/of/little/extra/lot] [of/more] (time/years/months/
    weeks) [to live]
(more/extra/additional) (time/years/months) (with/for/together/to/than/left/from)
(near/nearing/at) the end
the end (is/was/will/would/come/comes/came/near/now)
how long [do/does/have/has/will/would/can/could/might/is/am/are/did/may/should] [i/you/he/
    she/we/they/it/my/dad/mum/mom/people/patients/most/someone] .. (have/has/got/left/last/
    lasts/live/going to/give/gives/be here/be around/expect/without/with this/with it/
    from now)
how long (have/has/will/would/might/could/do/does) (i/he/she/we/they/you/dad/mum/mom)
how much (time/longer)
how many [more] (years/months/weeks/days/christmases/summers/birthdays)
how many [people/patients] .. (years/make/still/well/here)
how (bad/serious/dangerous/advanced/far gone/sick/ill) is
how fast (will/does/is) .. (go/kill/end/grow/progress*/spread)
gravely/critical/critically/dangerous*
(very/really/most/more) (serious/seriously ill/bad/ill/sick)
(last/final) [few] [remaining] (months/years/hours/christmas/summer/birthday/holiday/chance/
    hope/resort/option/straw/breath/moments)
(days are/clock is/is) (numbered/ticking)
nothing .. (do/done/try/offer/helps/help/left/works/work/more/else)
(no/not/nothing/any/never) (more/further/other/else/much) .. (treatment*/option*/drug*/
    line*/do/done/offer/try/give/can/help)
(no/few/any) (option*/treatment*) (left/remain*/remaining/any more/anymore/now/exist*)
(done/tried) (everything/all)
(run/runs/running/ran/are/is/were/be/am) out of (option*/idea*/road/treatment*/drug*/time/
    line*/things/tricks/hope/luck/choices)
(stop/stopping/stopped/withdraw*/end/ending/declin*/refus*/without/no) [active/all/any/the/
    further/more] (treatment/treatments/chemo*/therapy) (and/then/would/it/is/he/she/you/
    they/means/now/altogether/when/because/will/may/could/at/how)
without treatment
(active treatment/treatment intent/with intent)
will/can/could/do/does/did/would/may/might/is/are/am/be not [ever/fully/completely/really/
    be/get/going/to/likely/able] [to/be/ever/all/get] [be/get/ever] (get/getting) (better/
    well/rid/over)
not [going/be/likely/able/expected] [to/get/getting] [be/get/getting/ever/fully] (better/
    recover*/improve*/healed/well/ok/okay/fine/here/around/respond*/beat*/win/removed/rid)
(not/never/ever/hardly/no) .. (recover*/go away/goes away/going away/disappear*/get better/
    getting better/get well/get over/make it/pull through/come home/leave hospital/
    be removed/remove it/remove all/be here/be around/be there)
(will/can/could/may/might/going to/hope to/able to/to) .. (get better/recover/go away/be ok/
    be okay/be all right/be alright/be fine/make it/pull through/be here/be around/
    still here/still around)
rid of
eradicat*/eliminat*
(wipe/wiped) [it/this/them] out
free of ({ill}/disease/any/all)
disease/progression/event/relapse/recurrence/metastasis/failure/treatment/symptom free
diseasefree/progressionfree/eventfree/relapsefree
make/makes/made/making/makes it [to/past/till/until/home/through/beyond/that/out]
pull/pulls/pulled/pulling through
(see/sees/seeing/reach/reaches/till/until/past/beyond/through/get to/to/another/last/next/
    make/makes/by) [{whose}/another/next/one/many/this/last/the/few] [more/next/other/
    youngest/oldest/few/first] {feast}
(see/sees/seeing/watch/watching/without) [{whose}] [{young}/grand/little] (grow/grow up/
    marry/married/get married/graduate/born/finish/turn)
{young} (grow/grow up/growing up/marry/graduate/finish school/will remember/grows up)
(meet/see/hold) [{whose}] grand*
(when/after/once/if/before) (i/he/she) [am/is/was] (gone/not here/no longer/not around)
(after/when/before) (i/he/she) (go/goes/leave/leaves)
no longer (here/with us/around/there/be)
without (me/him/her/you/mum/mom/dad/a mother/a father)
(be/being/still/is/are/was/were/not/stay/much) (here/around/with us) (in/for/after/at/next/
    by/when/much/long/longer/a/this/any/too/till/until/anymore/forever/then/to see/another/
    {number}/tomorrow)
(still/not be/longer be/be still/not/be/are) (here/around/with us)
(be/still) there (for/to see/when/in/at/next)
with us
(will/going to/is) [{someone}] be (ok/okay/all right/alright/fine)
(will/is) {someone} [going to] [be] (ok/okay/all right/alright/fine/recover/make it)
(does/do/did/is/are/not/things/it/that/this/scan) .. (look/looks/looking) .. (good/bad/
    great/well/promising/grim/bleak/poor/serious)
looks/look (bad/grim/bleak/poor/serious/hopeless)
grim/bleak/dire/guarded/ominous/dismal
({ill}/{will}/when/if/before/until) [{ill}/{will}] [just/then/soon/simply] (come/comes/
    coming/came/grow/grows/growing) [right/straight] back
{ill} [{will}] [{will}] return/returns/returned/recur*/relapse*/regrow*/spread*
recurren*/recur/recurs/recurring
(chance*/risk*/odds/rate*/likel*/probab*/fear/time/until/to/before) .. (relaps*/recur*/
    progress*/transform*/come back/coming back/comes back/return*)
(usually/often/always/eventually/most/likely/later/will/may/might/many/all/half/people/
    patients/everyone/nearly/almost) .. (relaps*/progress*/transform*)
duration of (response/remission/benefit)
time to (progression/next treatment/relapse/treatment failure/death)
response lasts/last
kaplan*/median/medians/actuarial/hazard
(keep/keeping/kept) {someone} (well/going)
(keep/keeping/hold/holding/held/kept) .. (at bay/under control/in check/stable/quiet/
    sleeping)
(hold/holding/held/push/pushing/keep/keeping) ({ill}/the disease/the cancer/the illness/
    things) (back/off/down)
at bay
(slow/slows/slowing/delay/delays/delaying) [{ill}/things/the/its] [disease/cancer/growth/
    illness/inevitable] (down/progress*/disease/cancer/inevitable)
(control/contain/manage/treat/live) .. (not/rather than/but not/instead of) [to/a] (cure*/
    heal*/fix*/get rid)
not [to/be/a/going/able] [to/be] (heal/healed/cure*/fix/fixed)
(aim/goal/intent/intention/point/hope) [of] [treatment/this/it/therapy/now] (is/was/now/
    would be) .. (well/comfort*/control/quality/longer/time/relief/ease/life/months/years/
    cure/symptom*)
aggressive/aggressively
(poor/poorer/adverse/unfavorable/unfavourable/high/favorable/favourable/bad/worse/
    grim)[risk] (risk/prognos*/outcome*/odds/chance*/biology/genetics)
(good/best/better/worst) (outcome*/odds/chance/chances)
(touch and go/out of the woods/matter of time/only a matter/question of time/question of when)
(make the most/make [every/each] day/enjoy every/enjoy each/enjoy the time/every day counts/
    take each day/one day at a time)
(precious/cherish)
inevitabl*
(how/what/where) .. (end/ends/ending/finish)
(what will happen/what happens) (to {someone}/in the end/at the end/next if/when/after)
{someone} [{will}] (does/do/did/doing/done/fare/fares) [very/really/quite] (well/badly/
    poorly/better/worse) (for/after/at/over/in the/beyond/{number})
most [people/patients] .. (do/does/doing) [very/really/quite/just] (well/fine/badly)
(grow/grown) [his/her/my/your] [kids/children] up
{number} in {number} .. (alive/here/well)
(last/lasts/lasting) [for/about/a] [few/couple] [of] (years/months/yrs/decades)
(last/lasts/lasting) [for/about/up/only] [to] {stretch}
(good/healthy/happy/extra/quality/more/remaining/precious/further) {years}
(years/months/weeks/decades) (at best/at most/if that/tops/hopefully/maybe/perhaps/ideally)
(years/months/weeks/decades) [or/maybe/perhaps] (years/months/weeks/decades)
(many/more/few/several/hopefully) (years/decades)
({ill}/will/may/might/could) be back
(is/are/was/been) fading
we stop
sort/sorted/sorting out the (will/house/estate/money)
(talk/speak/talking) (to/with) [the/my/our/his/her] (children/kids)
(is/was/be/near/at/until/if/not) [this/that/it/yet] [be] the end
get/gets/getting [any] better from
(anybody/anyone/someone/nobody/somebody) .. (get better/gets better/recover*)
others/people/someone like (me/him/her/us)
(the/any/no/these/those/such) (numbers/percentages/figures)
heroic
supportive (treatment/measures/therapy/approach)
nothing for (it/this/him/her/me/us)
out of (option*/road/ideas/tricks/hope/luck/treatments/lines)
(grow/grows/get/gets/become/becomes/be/being) [very/really] old
the end (could/may/might/can/should)
(can/could/will) only (slow/delay/hold/manage/treat/ease/relieve/control/help)
(well/normal/healthy/same/herself/himself) again
not see {number}
(see/reach/make/turn/become) {number} [again] (years old/before/and)
good days
(his/her/my/your/the/a/their) will (is/was/be/and/should/must/written/done/ready/signed/up)
(people/those/ones/everyone/person/family) {someone} love*
(still/really) (want/wants/wanted/wish/wishes) to (do/see/say/go/visit)
no [of] [the/our/his/her/my] option*
option* [{someone}] [{will}] [{will}] [all/now/nearly/almost/most/mostly] [been/being] [getting/
    running/wearing/becoming] [very/too] (used/gone/over/tried/exhausted/few/fewer/thin/out/behind/
    end/ends/ended/ending/closed/closing/limited/scarce)
(heart/body/lungs/kidneys/liver/organs) .. (stop/stops/give/fail*/shut*)
(fine/well/ok/okay/good/stable/quiet) for [many/some/several/few/a few/a long/long] (years/
    decades/time/while)
(should/will/would/could/can/may/might) .. for [many/some/several/few/more] [more] (years/
    decades)
should (i/we/he/she) still
worth (it/starting/trying/another/having/going/fighting/doing/living)
(make/making) memories
(while/as long as) there is [still] time
(call/tell/gather/bring) [the/his/her/my/our/all] (family/relatives/siblings/children/
    kids)(in/to come/together/now/about/that/home)
(forgive/forgiveness/make up with)
(caught/found/detected) [very/so] early [enough]
is it bad
(point of no return/no way back/no going back/no turning back)
last legs
(by a thread/kick the bucket/meet his maker/meet her maker)
transitioning
(code status/full code/no code/ceiling of care/goals of care/serious illness)
polst/molst/nrm/trm
(years/months/weeks/days/time) (gained/won/added/saved)
the [whole/full/hard/plain/real] truth
(tell/told/say/said/be/been/ask/asked) [it] [me/him/her/us/them] straight
straight (answer/talk/with me)
sugarcoat*
[see/enjoy/reach/until/to] retirement [age/together]
(become/be/being/becoming) a (grand*)
down the aisle
(see/meet/hold) [the/my/our/his/her] (baby/birth)
(tell/telling/told/explain) .. (kids/children/parents/mother/father)
take/takes/taking care of [the/my/our/his/her] (kids/children/family/wife/husband/dog/
    mother/father)
{number} {people} (in/of/out of) {number}
times (in/of/out of) {number}
(more than/less than/over/under/nearly/almost/about/around/roughly) half (of/die/do/are/get/
    will/have/reach/respond/stay)
(vast/great/large/small/tiny) (majority/minority)
shook (his/her) head
(looked/look) (away/down/sad)
(went/was/fell) [very] (quiet/silent)
(lost/losing) the will
(three/two/four/five/ten/{number}) {years} from now
{someone} .. (given/gave/give) [only/just/about/less than/at most/maybe/another] {stretch}
(given/gave) .. {stretch}
(had/have/got) [only/just/about/maybe] {stretch} [left/at best/at most/tops]
(around/here) for [a/many/some] (long/years/while/decades)
comfort/comforting/dignit*/doom*/goner/verdict/countdown/legacy/illusion*/unlucky/forecast*/
    predict*
eventually/ultimately/progression/metasta*/coma/unconscious/unresponsive/bedridden
relapse/relapses/relapsed/relapsing/remission/remissions/recurrence/recurrences/outcome/
    outcomes
hope/hopes/hoped/hoping
life/lives
fight/fighting/fights/fighter
decline/declining/declines
(in/at/to/near) the end
(good/bad/best) as it gets
lucky/luck
(crystal ball/typical course/natural history/natural course)
course of [the/this/his/her/my] (disease/illness/cancer/leukemia/leukaemia)
(disease/cancer/it/illness/leukemia/tumor/tumour) [{will}] [{will}] (progress*/advance/
    advances/spread*/take over/worsen*)
(has/have/had/not/may/might/will/could/already) spread
serious
(news/scan/scans/things) (is/was/are/were/looks/look/do/does) [not] .. (good/bad/terrible/
    awful/great)
(it/that/this) (is/was) not [very/so/that/too] (good/great)
(it/that/this) (is/was) [very/so/really] (bad/terrible/awful)
good/bad/terrible/terribly news
like (diabetes/asthma/high blood pressure)
(disease/it/this/illness/cancer/condition) .. (manageable/controllable/chronic)
(make/making/have/any) plans
plan/plans/planning (ahead/for the future/for next year/for later/without)
curve/curves/plateau*
(twice/double/doubles/doubled/triple) .. (as long/longer/chance/chances/risk/time left)
50 [/] 50
60 [/] 40
({ill}/{ill} [{will}] [{will}]) (take/takes/took/get/gets/got/kill/kills/finish/finishes/
    catch/catches/claim/claims) (him/her/me/you/us/them/up)
catch/catches/caught up
save/saves/saved/saving {someone}
(hang/hanging/hangs) (on/in)
last/lasts/lasted [for] [that/so/very/much/this/too] long/longer
(not/never) .. wake/waking
(life support/cardiac arrest/heart stops/stop breathing/stops breathing)
(turn/turned/switch/switched/take/taken/pull) .. (off the machine*/off machine*/off life/
    the plug)
(disease/cancer/tumor/tumour/leukemia/leukaemia/lymphoma/symptom/illness) free
(no evidence of/no sign of/no trace of) (disease/cancer/leukemia/it)
(all clear/in the clear/clean for)
never (need/needs/needed) (treatment/treating/it/therapy/any)
(day/days/week/weeks/hours) [or/maybe/perhaps/possibly/to/not] [a] (days/week/weeks/hours/
    months)
(a day or two/hours or days/days or hours)
time (with/for) [{whose}] (family/kids/children/grand*/husband/wife/loved ones/friends/
    each other)
(loved ones/those left behind/left behind)
leave/leaves/leaving .. behind
(miss/missing) .. (growing up/wedding/christmas/birthday*)
(hard/rough/difficult/dark) (times/road/days) [ahead]
not [have/has/be/get/going] .. (tomorrow/next year/a future)
(by then/at that point) [{someone}] (gone/not here)
nobody can say how/when
(past/beyond/no/point) .. (fixing/fix/fixable/mending/repair*/saving)
not [be/being/going/able/to] (expect/expected/likely/going) .. (leave/home/survive/see/wake/
    walk out/recover*/improve*/last/live/respond/to be)
(take/make/book/do/have/enjoy) [that/the/this/a/one] [last/big] (trip/holiday/journey/
    wedding) .. (now/soon/while)
(not/do not) (put/wait/delay/leave) .. (off/too long/with the wedding/until/wedding)
(while/whilst) {someone} [still] (can/could/are/is/able)
wedding/baptism/christening
(reach/get to/live to/make/see/hit/past/beyond/into) [{whose}] (normal age/ripe/retire*/
    pension/hundred/eighties/nineties/seventies/sixties/fifties/forties)
normal age
recover*
no (promise/guarantee*/certainty)
not (promise/guarantee)
(second/third/fourth/fifth/sixth/next/last/further) line
(no/few/limited/last/none of/not .. many/not .. any/hardly any/barely any/scarcely any) [the/our/
    his/her/my/those/these] [good/real/more/other/further/great/curative] option*
(only/just) [one/this/that/a] [more/last/good/real/other] option*
end of [the/our/his/her/my] option*
option* (left/remain*/running/run/exhausted/limited)
(exhaust*/tried/used/spent) [up] [all/every/each/most] [of] [the/our/his/her/my/their] option*
option* .. (run/ran/runs/running) (out/dry)
in the cupboard
(gets/get/getting/looks) thin
morphine/sedat*/ventilator*/ventilation/intubat*/icu
(syringe driver/feeding tube/night nurse/hospital bed at home)
intensive care
(give or take)
in (seasons/summers/christmases)
seasons
chance/chances/odds
likelihood/probability/probabilities
(the/any/about/hear/know/want) [any/the/about/to] (numbers/figures/percentages) .. (about/
    how/me/him/her/none)
(want/wants/like/rather/wish) .. (know/hear/told) .. (numbers/figures/percentages/long/
    truth/everything/bad)
know [{whose}] (grandfather/grandmother/grandpa/grandma/father/mother/dad/mum/mom)
cry/cried/cries/crying/tears/weep*/sobs/sobbed/sobbing/wept
no more (needles/chemo*/hospital*/treatment*/drugs/drips/tests/operations/rounds)
(keep/keeps/keeping/stay/stays) .. (asleep/dormant/sleeping)
poorer/worst/worsen*
worse (course/outcome/prognosis/off/than/each/every/and/now/news/from here/quickly/fast/
    outlook)
(get/gets/getting/become*/much/only/will be/far) worse
(look/looks/looking/care/cares/caring) after [the/my/her/his/our] (children/kids/dog/mother/
    father/family/husband/wife/boys/girls/cat) [later/then/after/when/if]
who .. (take/takes/look/looks/raise/raises/get/gets) .. (children/kids/house/dog)
(papers/everything/things/finances/house/bank/will) [is/are/be] [all] (sorted/in order/
    settled/arranged)
(sort/settle/put/get) [{whose}] (papers/finances/things/house/estate/money/pension) [in/
    sorted] [order]
(inherit*/estate/guardian*/obituar*/eulog*/ashes/memorial/tombstone)
give/gives/giving/gave up
(give/gives/giving/gave) out
(heart/body/lungs/kidneys/liver/organs/bone marrow) [will/is/are/can/may/has/have] [not/
    just/simply/be] (fail*/stop*/shut*/give/giving/had/keep/cope/take any)
failing/failed
failure
(not take any more/not take much/not bear/not stand/had enough/too weak/too frail/
    not strong enough)
frail*/weaker/weakening
nature [take/take its/should/will/has/its/takes/taking]
(run/runs/take/takes) its course
(end/ends/ended/ending) (badly/well/how/in/up dead/soon)
(bad/happy/good) ending*
outliv*/outlast*/outpac*
ahead of {someone}
(what/lies/is/lie/road/path/time/years/months/way/future) ahead
(the/no/any/my/her/his/our/your/a) future
[is] winning
(win/wins/won)
(afraid/scared/frightened/terrified/fear/fears/anxious) .. (end*/die/worst/losing/this/it/
    future/not/of/that)
(be/being/brutally/completely/totally/to be) honest
(sorry/afraid) (to/that/but/i have/he/she/we/there is)
(i/we/doctor/he/she) [am/are/was/is] [so/very/truly/really] sorry
unfortunately/sadly/tragic*/devastat*/heartbreak*
(any/sooner/too) (day/time) now
sooner [rather] [or] (than/later)
(too late/too soon/too far/too early for)
(caught/found) (late/too late/early enough)
(spread everywhere/spread to/has spread/widespread/metasta*/advanced)
(disease/cancer/it/illness/leukemia/leukaemia/tumor/tumour/scan*) .. (progress*/advancing/
    progressing/growing fast/growing quickly/getting worse/taking over/not responding)
(not/stopped/stop/stops/no longer) .. (work/working/works/respond*/help/helping)
(if/when/once) (it/this/that/treatment/the treatment/the drug/the chemo/chemo/the drugs/
    nothing) .. (stop/stops/fails/fail)
[not] (respond/responded/responding)
refractory/resistant
(expiry/sell by/use by) date
(live/make/making/make my/made/find/at) peace
(acceptance/accept it)
(quality time/time with/time together)
(years/months) (ahead/to come/left/longer/more/yet)
another (birthday/christmas/summer/winter/spring/year/decade)
(next/this) (christmas/xmas/easter)
still there
(long/longer/short) (term/time/run/haul) [survivor*/prospect*/outlook]
(slow/slowly/fast/quick/quickly) (grow*/moving/progress*)
(very/grows/moves/progresses) slow/slowly
(shorten*/lengthen*/prolong*)
everyone/everybody (dies/goes/has to)
(go/goes/going/went) (quickly/fast/soon/peacefully/suddenly/in his sleep/in her sleep/first)
suffer*
mercy/merciful/dignity/dignified
[do/does/will/would] (pray*/prayer*/god/priest/chaplain*/rabbi/imam)
be (honest/prepared/ready/brave/realistic)
realistic*
(nothing/not) to lose
(come/comes/coming/came) (home/to terms)
(say/says/said/heard/hear) it [again] (returns/came back/returned/is back)
is back
(keep/keeps/keeping) {someone} (alive/going/with us/well/stable/comfortable)
(ten/five/twenty/fifteen/three/two/one/ 5/10/15/20/3/2/1) year (mark/figure*/number*/rate*/
    statistic*/curve/survival/chance*)
{number} year [overall/event/progression] (mark/figure/figures/number/rate/rates/os/pfs/
    survival/curve/data/results/outcome)
(will/would/can/could/do/does/did/should) {someone} [ever/still] [be able] [to] (have time/
    see/know/remember/reach/make it/get through/outlive/recover/survive/beat/be here/get old/
    grow/meet/hold)
(get/gets/getting/got/come/comes/coming/go/goes/pull) through (it/this/that/the winter/
    the year/the/to)
(get/gets/getting) over (it/this/that)
(no one/nobody/few/hardly anyone/hardly anybody) .. (gets/get/comes/come/lasts/lives/lived/
    makes/made/reaches/survives/beats/knows)
(years/months/weeks/days/yrs) (not/rather than/or/and not/instead of/more than/to/versus/
    vs)(years/months/weeks/days/decades/yrs/hours)
(is/it/talking/about/speak*/think*/looking at/matter of/counting/counted in/measured in/
    count in/question of/probably/maybe/perhaps/only/just) [in/about/of/a] (years/months/
    weeks/days)
yos/ypfs/yefs/ydfs/yrfs/ylfs/os/pfs/efs/dfs/rfs/lfs/grfs/ttp/ttd/mos/eol/eolc/bsc/scd/sudep/
    pall/px
how long (until/before/till) ({someone}/{ill}) [will/can/could] not
(sort*/settl*/put*) .. (papers/affairs)
{someone} (went/died/gone/passed) at {number}
(not/never/nobody) .. (give/name/say/put) [{someone}] (a/any/the) (number/figure/date)
(good/bad/nasty) (cancer/leukemia/leukaemia/lymphoma/tumor/tumour)
number of years
(could/might) be {number} (could/might/or/maybe/perhaps)
outrun*/population/vigil/burden/burdens
(written/write/writes/wrote) {someone} off
(packing/packs/packed/pack) up
passed (at/in/last/before/after/peacefully/quietly/with/when/so)
organ support
(is/was/be) a (gift/blessing/bonus)
(no one/nobody/not) .. tell (you/me/us) .. (date/day/when)
(happened/happen/happens) to (auntie/aunt/uncle/grandma/grandpa/gran/nan/granny)
(get/gets/getting/make it/live/reach/go on) to {number} [with/then/too]
(get/make it/come/go) (there/this far/that far)
no (different/difference) (from/to/than)
(same/different/better/worse/like) [as/from/than] (anyone/everybody/everyone/others/people/
    anybody)
(anyone/people/others/someone/men/women/patients/somebody) {whose} age
worry*/worried/frighten*/terrif*/scary/alarm*/surprised/headed/heading/chronic/drifting
(bad/good/poor/ominous/encouraging) (sign*/numbers/signs)
[how] far along
(what/which) stage
(what else is there/anything else .. (try/do/offer)/thrown everything/threw everything)
leave (my/his/her/the/our) (kids/children/family/wife/husband/girls/boys/mum/mother)
another {number}
it (happens/happen/happened)
(settle/settled) for
the (older/sicker/weaker/longer/later/worse/sooner) .. the
so (much worse/worse/much better)
(does/did/do/will/would) .. work for (most/me/everyone/people/him/her/us)
means .. (poor/bad/worse/good/worst/trouble)
(made a face/looked .. (worried/grave/sad/serious)/voice .. (soft/quiet/broke/low/cracked))
(sat/sit) [us/me/him/her] down
(closed the door/quiet room/deep breath/long breath/long pause/held my hand/held her hand)
(call/called/calls) .. family
(more and more/less and less/weaker and weaker)
(stopped/stops/stop) (eating/drinking)
comfortable/comfortably/comfy
(rather/choose*/prefer*/decid*/want/wish) .. not .. treatment
not (have/want/take) [any/more/the/further] treatment
if (it/she/he/i/this) (was/were/is) [{someone}/your/you] (mother/father/child/wife/husband/mum/
    dad/
    son/daughter/sister/brother/own)
worth (the/all)
(small/little/tiny/modest/no/big/great/much) [of] [a] (benefit/gain)
(benefit/benefits/gain) [is/are/was] [very/too/only] (small/little/tiny/modest/big/large)
about (the/my/his/her) will
(photos/videos/letters/video/photo/letter/box) for (my/his/her/the/our) (kids/children/sons/
    daughter/daughters/son/boys/girls)
too (sick/ill/weak/frail/far gone/unwell/poorly/risky/unfit) [for/to/now]
(and/but/or/what/what happens) [if/happens] without
everywhere
(gone to/reached/in/into/to) [the/my/her/his] (brain/bones/lungs)
not [imagine] [being/be] here
(fast/slow/bad/good/worst/nasty/mean/rapid/lazy/deadly/evil) (kind/type/one/sort/form/variant/
    version)
not next
{ill} [has/is/will/had/may] (come/came/comes/coming/creep*/crept/roar*) .. back
(no/any/without) (further/more) .. therap*
(transfusion*/antibiotic*/comfort/symptom*) only
pal (care/team/nurse)
(carry/carries/carried/took/takes/finish/finishes/finished) .. off
be the last
(i/he/she/we) [am/is/are/was/will be] (finished/done for/toast/doomed/sliding/sinking/drifting)
(sliding/sinking/ebbing/ebb*/waning/wane*/flagging)
the big (five/six/seven/eight/nine)
(got/gets/get/getting) away from (us/me/them)
(beyond/out of) (us/our hands/my hands/their hands/human hands/reach)
(no/if no) (donor/heart/liver/match/organ) .. (turn*/come*/found/in time)
in time
(straight doc/straight doctor/blunt/bluntly/frank/frankly/candid*/no bullshit/mince* words/
    the worst)
(want/wanted/wants/asked/ask/gave/give/told) .. the (number/odds/figure)
(fly/come/drive/travel) (over/home/now) (soon/quickly/now/before/rather)
shortlived/durab*/actuarial/registry/cohort
short lived
(cumulative incidence/confidence interval/number needed/half of (us/them/people/patients/men/
    women))
(see/sees/saw/seen/seeing) (me/him/her/us/you/them) (out/off/through)
(elephant in/d word/big c/c word)
for (later/the little ones/the little one/when they/when he is/when she is/after/afterwards)
stop (for good/everything/it all/fighting/altogether/now)
(enough is enough/call it a day/throw in the towel/let it be/had enough/pull the plug/hail mary)
(long shot/last ditch/last resort/compassionate/futil*/nfr/natural death/tlc/comfy/macmillan)
(marie curie/dignitas/maid/vad/escalat*/hospiz)
(push* up/six feet/pearly gates/other side/grim reaper/undertaker*/hearse/mourn*/griev*/grief)
(bereave*/condolence*/croak*/snuff*/bucket/clogs/daisies/meet .. maker/pop* off/peg* out/bow* out)
(eternal/eternity/reaper/rip/endgame/swan song/last orders/lights out/curtains/bitter end/
    end game)
when (the/my/his/her/your/our) (time/day/moment) comes
(my/her/our/your) (time/number/days) (is/are/has/comes/will/was)
(time comes/gone for good/not long for/for this world/of this world/death door/foot in)
(writing on the wall/against (the/all) odds/time bomb/ticking/damocles/roulette/dice/lottery/
    gambl*)
(lick/licked/kick/kicked/shake/shaken) (it/this)
(stick/sticking/hang/hanging/stay/staying) (around/about)
(go/going) the distance
(still standing/tell the tale/ride it out/see it through/innings/centenarian/octogenarian/ripe)
(three score/golden wedding/silver wedding/letter from the (king/queen)/draw .. pension/world cup)
(olympics/next birthday/next anniversary/old bones/make old/age well/in trouble/bad way/bad shape)
(fingers crossed/touch wood/knock on wood/god willing/please god/with any luck/inshallah)
(turn/turned/turning) (the/a) corner
(years/months/weeks/days/yrs/mths/mos/mo/wks) (not/rather than/instead of) (years/months/weeks/
    days/
    yrs/mths/mos/mo/wks)
(how/what) .. (chances/odds/stats/numbers)
plan b
(in/on/running on/run on) (the tank/empty/fumes/steam/reserve)
(home/final) (straight/stretch/lap/furlong/act/curtain/chapter/round)
(last/final) (card/throw/straw/shot/roll/bullet/resort/ditch/thing/bit)
on (my/his/her/the/your/its/their) way out
(walk/walked/walks/come/came) away from
(no/any/some) (road/way/path) (back/out/forward/through/round)
(run/running/ran/end) (of/out of) (road/rope/line/runway/track/tether/puff)
bled out
(is/was) this it
that [is] (that/it) [then]
(and/then) that is (it/that/all)
in (my/his/her/our/your) (shoes/position/place/situation/boat) .. (get/do/expect/say/go/tell)
(people/others/patients/someone) in (my/his/her/our/your) (shoes/position/place/situation/boat)
in (my/his/her/your/the) sleep
(shaved/shaves/knocks/knocked/takes/took/cut/cuts/taken/wipes) .. (years/months/decades/
    life) (off/
    away)
{stretch} (shaved/knocked/off/taken off/shaved off/lost/less/fewer/shorter)
(respect/gsf/dnacpr/tep/molst/polst/rip/eolc/ppd/gold standards)
just in case (meds/medic*/box/drugs/bag)
surprise question
(symptom/comfort) (led/only/focused/based)
ceiling [of/is/ward]
(let/letting/leave/leaving) (nature/it be/him be/her be/me be/it to nature/god)
as old as
without (the/this/it/a new) [liver/heart/transplant/drug/treatment/kidney/operation] .. (days/
    hours/
    weeks/months/years)
(drug/drugs/treatment/chemo/graft/transplant/tablets/pills/therapy/medicine/this/it) (keeps/keep/
    stop/stops/stopped/no longer/not/fails/fail/failed/failing/does not/do not/
    did not) .. [working/
    works/work/holding]
{stretch} (if/unless/provided/assuming/tops/max)
(he/she/paper/book/doctor/surgeon/google/internet/they/study) (says/said/reckons/thinks/guesses)
    [about/maybe/around/it is/perhaps/up to] {stretch}
{stretch} (is/are/was) (what/all/how/the/typical/average/normal/usual/realistic/optimistic/likely/
    possible)
{stretch} from (onset/diagnosis/the first/now/here/today/then)
(usually/typically/often/generally/mostly/normally) [about/around] {stretch}
(get/live/make/see/go/reach/last/be) [to/until/till] (80/90/70/60/85/75/65/100/ninety/eighty/
    seventy/
    sixty) [with/and/in/at]
(new/bother/bothering/worth) .. (glasses/coat/car/puppy/dog/carpet/kitchen/shoes/passport)
"""
"""Phrases that speak of living or dying wherever they stand."""

SOMETHING_ELSE = """
if [it] [gets/is/any/there is] [any] (worse/worsening/worsens)
(nurse/hot/help/phone/care) line
nothing (changes/to change) [yet]
(little/low/small) risk
[first/second/third/next/1st/2nd/3rd/new] line (treatment/therapy/drug)
{stretch} in (*ology/medicine/practice)
end of the (line/corridor/road on the left/street/hall/queue)
by the window
(days/day/times) a week
how many (nights/appointments/visits/cycles/tablets/pills/doses/infusions/injections/rounds)
how (early/late/soon) (must/should/do/can) (i/we) (come/arrive/call/be there/leave/eat/start)
how long (does/do/will/is) .. (take/in for/bandaged/stay in)
until day {number}
for {number} days
can (we/i) (go/do/have/take/bring/eat/use) [a/to/my/the] (camping/swim*/hik*/danc*/concert*/cinema/
    shop*/holiday/bath)
(went/go/goes/going) for [a] (soup/coffee/walk/lunch/run/swim/scan/mri)
how long (does/do/will/is/are/did/before/until/till/between/for/after) [the/a/an/each/one/my/
    this/it/
    that] (scan*/test*/visit*/infusion*/operation*/drive/journey/flight/result*/report*/letter*/
    appointment*/injection*/procedure*/biops*/stay/ride/trip/break*/wait*/course/cycle*/effect*/
    side/two/three/doses/jabs)
how long (have/has) (you/he/she/they) (known/been/worked/done/practi*/had this clinic)
how long .. (off work/in hospital/on the ward/to fast/off school/from here/by car/by bus/by train)
not live
is it (ok/okay/all right/alright/fine) (to/if/for/with)
sick pay ends
{stretch} (of/on) (*nib/*mab/*statin/*sone/*olone/*parin/*clax/*xaban/*omide/*cycline/*cillin/
    chemo*/
    treatment/therapy/steroid*/antibiotic*/physio*/work*/school/training/rehab*/leave/holiday/off)
{stretch} off (work/school/sick/training/sport)
{number} {years} old
{number} (in/out of/of) {number} (of his/of her/of their/of the) (patients/questions)
relapse* in {number}
(mum/dad/mother/father/husband/wife/tom/anna/she/he) cried
(live/lives/lived/living) [together/here] [in/at/alone/near/on/by/around/with/outside/off/
    next to/close to/above/below/opposite/far/too far] (in/at/alone/near/by/nearby/abroad/
    together/here/there/downstairs/upstairs/outside/far)
(live/lives/lived/living) [{number}/hours/an/about] [hour/hours/minutes/miles/km/kilometers/
    far] (away/from)
(live/lives/lived/living) with [{whose}] (mother/father/mum/mom/dad/parents/wife/husband/
    partner/sister/brother/son/daughter/family/friend/friends/children/kids/dog/cat/aunt/
    uncle)
(live/lives/lived/living) on ({whose} own/the .. floor/the ground/a farm/an island)
where .. (live/lives)
living (room/space/conditions/donor/situation/arrangements)
live (vaccine*/virus/stream/video/chat/music/show/donor)
(daily/every day/everyday/day to day/sex/half/shelf/private/family/working/social/work/love/
    school) (life/lives)
life (insurance/story/jacket)
lifelong
(come/coming/came/call/go/be/write/get) back [again] in [about/a/another] [few/
    couple][of]{number}/half/weeks/months/days/spring/summer/autumn/january/february/march/
    april/may/june/july/august/september/october/november/december
(come/coming/came/call/go/be/write/get) back [again] in (a/an/about a/a few/
    a couple of)(few weeks/week/weeks/month/months/year/fortnight/days)
(come/coming/came/call/go/be/write/get) back (on/for/to/next/tomorrow/here/with/and/
    monday/tuesday/wednesday/thursday/friday/saturday/sunday/later/then for/after the)
(pain/feeling/hair/appetite/strength/taste/fever/rash/swelling/bleed*/result*/letter/
    sample*) [{will}] [{will}] (comes/come/came/grows/grow/go) back
(hair/nails/skin) .. (grow*) back
good time*
(time/times) (to read/to think/to fill/to ask/to decide/to answer/off/for questions/slot)
stable (angina/address/job)
(last/final) (name/report/result*/exam/year of school)
(final/last) (days/week/weeks/months/years/hours) (of the (course/school/term))
(drop/take/put/turn/switch/calm/cool/write/slow) down
(dead tissue/dead skin/deadline*)
(passed/passes/pass/passing) on (the/this/it/my/her/his/your) (message/report/letter/
    result*/records/news)
(die/dies) cast
(natural/nk/t) killer
killer cell*
kill/kills/killing .. (cells/bacteria/virus/germs/pain)
outlook (calendar/email/invite/mail)
serious (side effect*/bleed*/infection*/reaction*/injur*/fall)
(hope/hopes/hoping) (to see you/the letter/the report/the results/they send/they call/
    it arrives)
fight/fighting/fights (infection*/off)
(learning/growth/time) curve*
(the last years/last few years/in the last years/over the last)
terminal (building/station/two/one/2/1)
bus terminal
cure (period/time of the glue)
(going to/go to/get to) (the ward)
recovery (room/ward/time/after/from/takes/period/phase)
recover (from/after) [the/your/my/her/his] (operation/surgery/anesthe*/anaesthe*/biopsy/
    procedure)
by chance
the phone numbers
(phone/room/account/house/insurance) numbers
how many people like me do you
(study/trial/treatment/course/operation/visit/appointment/infusion/cycle) .. (lasts/last/
    takes/runs) [about/for/up] [to] {stretch}
(at/near/towards/until/till/by) the end of [the/this/next] (week/month/year/visit/day/
    corridor/hall/session/cycle/january/february/march/april/may/june/july/august/september/
    october/november/december)
(had/have/has) .. (of treatment/of therapy/of school/of prophylaxis/of pain/of experience)
(take/takes/taking) care of the (wound/leg/knee/stitches/port)
{number} years of (experience/practice/training/service/work)
(see/sees/meet/call/calls/ring/back) [you/him/her/us/me/them/again] [again] in (a/{number}/
    half/about/another/six) [a] (year/years/month/months)
do you .. in a (year/month/week)
how many [more] (days/weeks/months) (can/do/must/should/may) (i/we/she/he/you) .. (take/
    wait/stay/need/rest/miss)
how many .. do you (treat/see/do/operate*)
how long do (i/we) [have] [to] (take/stay/wait/use/inject/wear/rest)
plan .. not work
(wait/waits/waiting/decide/start/begin/plan/planned/postpone*/delay/travel/travels/holiday/
    trip/clinic/closed/appointment/visit/again/surgery/operation/school/vaccin*/from/
    since).. (until/till/in/by/before/after/to/over/at/last/this/next) [the/last/this/
    next]{feast}
(take/get) the chance
go ahead
(second/third/1st/first) line (of the letter/of the form)
(respiratory/contact/failed) (appointment/call/login/payment)
(kidney/renal/heart/liver) failure (clinic/test/values)
advanced (practice/nurse/course/booking/notice/directive)
in advance
without fail
(win/wins/won) (the lottery/a prize)
good morning
(he/she) [is] [very/so] (honest/friendly)
(short/long) term (disability/memory/parking/leave/insurance)
long term (medication/side effects)
resistant (to antibiotics)
(scan/mri/ct/machine/lift/printer/phone/portal/link) [does/did/is/was] not work*
(not work/not working/work/works/working) (today/on/at the/in the office/mondays/fridays/
    that day/part time)
(option/options) (a/b/one/two/1/2)
what are (my/our/the) options
(know/understand/compare/explain/discuss) [all] (my/our/the) options
(look/looked/looking) at (every/all/all the) option*
view of [all] (my/our/the) options
(more than one/several/two/three) option*
which option* (i have/we have/are right/fit)
(what/which) [other/further/more] option* [{will}] [{someone}/there] [{will}] [still] [left/open/
    remain/remaining]
nothing (an/is an/is one) option
"""
"""Phrases with such a word that speak of something else; they are removed first."""

LIKELY = """
({someone}/{ill}) [will/would/can/could] never
never .. ({someone}/{ill}/again)
(can/could/will/would) only .. ({someone}/{ill})
(can/could) not .. ({ill}/all/anything/more)
(is/there/are) nothing
nothing (more/else/left/will/can/would/to)
no longer
too (late/far/weak/frail/much/ill/sick/risky/soon)
(have/has/are/is) lost
{someone} .. (not/never) .. (be/think*/expect*/believe*) .. {someone}
"""
"""Phrases that mostly do, unless a word near them says that something else is meant."""

HINTS = """
accept*/act/advanc*/adverse/afraid/age/aggressive*/ahead/aim/aiming/aims/alone/always/angel*
anybody/anyone/average/awful/back/bad/badly/beat*/become*/beginning/benefit*/best/bet/bets
better/beyond/birthday*/bomb/book/borrow*/brave/bridge/bright/brink/bullet/bye/came/candle
card/cards/category/certain*/chance*/chapter/children/choice/choices/christmas/ci/class
cliff/cling*/clock/cloud/coin/come/comes/comfort*/coming/conquer*/contain*/control*/cope
courage/course/creep*/cure*/curtain*/danger*/dark/data/daughter/day/days/decade*/deck/deep
defeat*/depend*/destiny/difficult/door/doors/early/ease/edge/effective/eln/end/ending/ends
enough/eventual*/ever/everybody/everyone/expect*/extend*/faith/family/fast/faster/fate
favorabl*/favourabl*/fear*/few/figure/figures/final/finally/finish*/fix*/flame/forever
future/game/generally/gloomy/go/goal*/god/goes/going/gone/good/goodbye/grade/grand*/group
grow*/gvl/half/hang*/hard/harm*/heal*/hold/holding/holds/honest*/horizon/hourglass/hr
intent*/intermediate/ipss/iss/journey/kids/know/knowing/knows/lap/last/lasting/lasts/late
later/leave/leaves/leaving/left/light/likely/limit/limited/limits/line/long/longer/lose
loses/losing/loss/losses/lost/majority/manage*/many/matter/matters/might/month/months/most
mountain/nature/never/nobody/none/nothing/number/numbers/nyha/old/older/only/others
outcome*/over/overcome/page/path/patients/peace*/people/percent/phase/point/pointless/poor
possib*/pray*/prepare*/probabl*/progress*/purpose/quality/quantity/quick*/quit/race/rapid*
rare/rarely/rate/rates/reach*/ready/real/really/recur*/relaps*/relief/reliev*/remain*
remission*/rescue/resist*/respon*/rest/return*/risk/risks/risky/river/road/rosy/rough/runway
sad/safe/salvage/sand/save*/scared/score/season*/seldom/sense/sentence/serious*/severe
severity/shall/ship/shore/silver/slow/slower/slowly/some/somebody/someday/son/soon/soul
spirit/spread*/stage/stay/still/stop/stopping/stops/storm/story/strength/strong/succeed*
success*/sudden*/summer/sunset/surrender*/sword/threat*/till/time/times/tough/transform*
true/truth/tunnel/twilight/typical*/unlikely/until/useless/usual/usually/wall/way/weak*
weeks/went/will/window/winning/wish*/without/wonder*/worse/worth/year/years/yet/young
younger
(get there/get through/get to/got to/hit {number}/make it/past {number}/see {number})
(sleep away/start of/to {number})
one day
disease/cancer/leukemia/leukaemia/tumor/tumour/lymphoma/myeloma/illness/maybe/perhaps/hopefully/
    exception*/unless/whatever/somehow/nearly/barely/hardly/almost
"""
"""Words often said of the future; they count where no word near them is of everyday life."""

EVERYDAY = """
*azole/*cillin/*citidine/*clax/*cycin/*cycline/*dronate/*gabalin/*lide/*mab/*mide/*mycin
*nib/*olol/*parin/*pentin/*platin/*pril/*rubicin/*sartan/*setron/*solone/*sone/*statin
*tabine/*xaban/*zepam/a&e/abbreviat*/ablation/abroad/accent/accredit*/ache*/aching/acupunct*
address/advice/advise*/afford/afternoon*/agree*/airport/alternate/altitude/america
anaesthe*/anesthe*/angiogram/angioplasty/antibod*/antigen/anxious/apartment/apheres*/app
approv*/apr/arabic/arm/arms/asked/aspirate/aspirin/ate/aug/august/aunt/aura/authori*
available/babysit*/bag/balance/bandage*/bath/bathe/batteries/beach/beer/bend*/bike
bill/bills/bird/bladder/blanket/blinded/blister*/bmi/bmt/board/booked/booking/borderline
boss/botox/bottle/box/brand/breakfast/breastfe*/bring/brings/budget/building/business/cab
cafeteria/calendar/call/called/calling/calls/calm/campus/canada/cancel*/cane/cannabis
cannula/canteen/car/card/carry/cars/cartilage/cast/cat/cath/catheter*/cats/cbd/cd/center
centre/certified/charger/chemist/chemotherapy/childcare/chills/choir/claim/claims/cleaner
cleaning/club/cmv/coffee/cold/conditioning/condom*/conduction/confirm*/consent*/contact
contacts/container/contracepti*/cook*/coordinator/copies/copy/cord/corridor/council/cousin
cover/coverage/covered/covers/covid/cramp*/cream/crowd*/crp/cruise/cup/cupboard/cups/cycling
cytogenet*/cytology/date/dates/dear/dec/december/dentist/device*/dialect/dialysis/diary
diet*/dinner/disagree*/disc/disk/dog/dogs/donor*/doppler/draw/drawn/draws/dressing*/drew
drip/drips/driver/drives/drove/drows*/dry/dye/eat/eating/eats/ebv/ecg/edema/eeg/effect
effects/egg/eggs/ekg/elevated/elevator/employ*/endoscop*/engineer/england/entrance/er
evening*/exam/exams/expert*/explain*/fast/fasting/fatigue/fax/feb/february/fee/fees/ferritin
fertil*/fish/flat/flies/flight*/flu/fly/flying/food*/football/form/forms/fortnight/frame
france/french/fri/friday*/friendly/fruit*/furniture/gait/garage/garden*/gastroscop*/gate/gel
gene/generic/genes/genetic*/germany/ginger/gland*/glass/glasses/glove*/golf/gp/grapefruit
greece/greetings/gum/gums/gym/hand/hands/handwriting/harvest*/hearing/heater/height/hello
helpline/hepatitis/herb*/hi/hiccup*/histology/hiv/hla/hob/holter/homeopath*/homework/horse
hotel/hotline/house/household/hurry/hydroxyurea/hygiene/ibuprofen/immunophenotyp*/incision
inhaler*/insulin/interpreter/invoice/isolat*/italy/ivig/jab/jabs/jan/january/july/jumper
june/karyotyp*/keyhole/kind/kindergarten/kitchen/knee*/lab/label/laborator*/labs/ladder
landlord/lane/language/laundry/ldh/lead/leads/leaflet/leg/legs/lesion*/leukocyte*/levodopa
libido/lift/lifting/lip/lips/list/listen*/lists/liter*/litre*/login/lozenge*/luggage/lump*
lunch/machine/magnesium/mail/makeup/map/march/mask*/massage/match/meal*/measured/meat
medicaid/medicare/meter*/metre*/microgram*/microscop*/microwave/midnight/migraine*/mild/milk
milligram*/minds/minutes/missed/mistletoe/mls/moderate/mon/monday*/money/morning*/morphine
mortgage/mould/mouthwash/murmur/nail/nails/name/names/neck/needle*/negative/neighbo*/nerve
nerves/network/nhs/node/nodes/noon/normal/nose/notebook/notes/nov/november/oct/october
oedema/ointment/online/opinion/opinions/oven/overnight/pacemaker*/pack/packet/packs
palpitation*/paracetamol/partial/passport/password/patch*/patholog*/pcr/peel*/pension/period
periods/pets/pharmac*/phone*/piano/picture/placebo/plan/plane/plaque*/plasma/plaster*/pm
poland/policy/polish/polite/pool/portal/portugal/positive/post/posture/preop/printer/private
professor/protocol/psa/psycholog*/pulse/puncture*/pupils/qualif*/quarantin*/question
questions/radiation/radiotherapy/rain/randomis*/randomiz*/razor/rebook*/reception
receptionist/recommend*/record/records/recovery/refer/referral*/referred/refers/reflex*
regards/relationship/remote/rent/replace*/ride/ring/robot*/rollator/rushed/salad/salt
saturday*/sauna/scale/school*/scope/scotland/screen/secretary/seizure*/send/sends/sent/sept
september/sequenc*/settled/shave/shift/shifts/shirt/shoes/shopping/shower*/sibling*/sign
signature/signed/signs/site/sites/skiing/slides/sling/slot/sneez*/snow/soccer/spain/spanish
speaks/speciali*/spell*/spelt/sperm/spleen/splint/sponsor/spoon*/staff/stain*/stairs/statin*
stent*/stick/stone/stool/subtype/sun/sunday*/sunlight/sunscreen/supper/supplement*/sure
sushi/sweat*/talked/talks/tall/taste/tattoo*/tax/taxi/tea/teach*/teaspoon/telephone*
temperature/tenant/tennis/thank/thanks/theatre/thu/thurs/thursday*/timing/titer/titre
today/toilet/tomorrow/tonight/tools/toothbrush/trace/tram/translat*/tremor*/trephine/trip
tsh/tube/tue/tues/tuesday*/turkey/turkish/turmeric/unchanged/uncle/understood/university
unmutated/urine/vacation/valve*/vegetable*/vein/veins/vial*/video/visa/visit*
vitamin*/volume/waist/warfarin/warm/wash*/water/wear/weather/website/wednesday*/weekend*
wheelchair/wifi/wine/word/words/write/written/wrote/yes/yesterday/yoga/zoom
abdo/abdomen/abdominal/ago/allerg*/anemia/anaemia/antibiotic*/asthma/b12/back pain/bleed*/bleeding
blood/bowel/bp/breath*/bruis*/causes/chest/clots/constipat*/cough*/creatinine/cycle/cycles/denies
diabetes/diarrhoea/diarrhea/dizz*/drink*/eczema/examin*/fever*/finger*/flatmate*/foot/graz*/growth
haematuria/headache*/hemophilia/haemophilia/hip/hist/hospital/hx/hypertension/infection*/infusion*
injection*/itch*/joint/joints/kidney*/liver/lorry/lives with/lives alone/mri/muscle*/myalgia/nausea
nil/numb*/nurse/ongoing/oral/pain/pain*/palpitation*/photo*/physio*/platelet*/prescri*/rash/review
ring/rings/runny/scan*/skin/sleep/smok*/sob/socially/sore/stomach/swell*/swollen/sx/symptom*
swallow*/syndrome/tablet*/team/throat/tired*/transfusion*/treatments for/urin*/vaccin*/vomit*/ward
walk*/weigh*/works/x ray/xray/{number} hours
(a and e/again next/an hour/another place/another way/ask of me/at home/be treated/brother is)
(cases a year/come along/come with/comes along/comes with/could it be/decide until/else could)
(father had/female doctor/first time/flow cytometry/for me/free of charge/given again)
(grade {number}/grandfather had/grandmother had/half past/heart rate/her time/his time)
(hot flush*/hours after/hours before/how likely is it/how many times/how often/jet lag)
(lady doctor/looks at/male doctor/matters most/meaning of/mother had/next time/none found)
(not detected/ok then/other ways/past eight/past nine/past seven/past ten/planned for/pre op)
(quarter past/quarter to/relapse in/relapses a year/same time/see it in/sister is)
(social worker/stage {number}/stay over/stays over/these ways/time off/time zone/type of)
(wears off/week off/weeks off/what can be done/what can go wrong/what you think/who are)
(who can/who classification/who does/who is/who looks after/who will be/who would)
(who would be/who {number}/with me on/woman doctor/would you do/you think i have)
(of/in/until/till/by/since/early/late/mid) may
may {number}
{number} (may/am/pm/oclock/cm/mm/kg/miles/km/minutes/min/mins/people/new/visits)
(doctor/he/she/dr ..) (was/is) [very/so/really] (kind/nice/friendly/patient/clear/thorough/calm/
    polite/in a hurry/late)
(have/having) (children/kids/a baby/more children/sex)
who (decides/calls/does/pays/writes/signs/is)
which (doctor*/hospital*/lab/drug/form/day/date/arm/vein/bus/entrance/colleague*)
(where/when) (can/do/should/is/are/does/will) (i/we/you/the/my/it)
{number} [or/to] {number} (cm/mm/ml/mg/people)
have/has/had .. (children/kids/baby/sex/cancer/breast cancer/heart attack/stroke/same)
son/daughter/wife/husband/mother/father/brother/sister/i/he/she [am/is/was/will be/are] {number}
(had it/found/began/started/thing) at {number}
(i/he/she) (was/were/am/is/turned) .. (when/born)
done/does/did [around/about/more than/over/only/just] {number}
(live/lives/lived/living) (in/at/near/with/alone/two/three/close/far)
(does it go with/back on my feet/how far to travel/ready for a birth/do you treat)
(who helps/which type)
(days/weeks) are safe
how long do i (take/need to take/have to take)
what must be ready
(same/first/second/other) (doctor/letter/diagnosis/hospital/clinic/practice/question/page)
"""
"""Words that always speak of something else: the day, the body, the household."""

OF_PEOPLE = """
(half/third/quarter/fifth/most/majority/all/many/few/some/none/percent/nearly everyone/
    almost everyone) [of] [the/all/these/such/those] {people}
(two/three/four/nine) (third*/quarter*/fifth*/tenth*)
(a/one) (third/fifth/tenth) (of/are/is/do/will/get/make/have)
fifty fifty
(ten ninety/twenty eighty/thirty seventy/forty sixty/sixty forty/seventy thirty/eighty twenty/
    ninety ten)
(10 90/20 80/30 70/40 60/60 40/70 30/80 20/90 10)
coin flip/coinflip
coin toss
(toss/flip) of a coin
(less/more/fewer) [often] than not
"""
"""Shares of people without a figure."""

NO_OUTLOOK = """
coinsurance/insurance/hla/peak/beats/recorder/loop
(experience (with/in)/of experience/years experience/has experience)
(on the drug/on this drug/on the tablets/done it/doing it/week from home/you see/do you see)
npm/jak/idh/flt/dnmt/tet/asxl/calr/ef/bp/lvef/spo/fev/gfr/egfr/burden/echo/shingles/dvt/deductible
haematology/hematology/oncology/cardiology/neurology
on (hydroxyurea/*nib/*mab/*statin/*sone/*olone/*parin/*clax/*xaban/*sartan/*olol/*pril)
lymphocyte*/neutrophil*/neutros/part/pump/port/nausea/numb*/tingl*
list so far
abl/bcr/bcrabl/parttime/nuclei/moca/mmse/score/deauville/reimburs*/outside/battery/copay/typed/tape/married
ago/since/born/age/aged/old/diagnos*/birth/history/childhood
dose*/dosage/dosing/mg/mcg/ug/g/ml/l/iu/ie/unit/units/tablet*/pill/pills/capsule*/drop/
    drops/puff*/spray*
infusion*/injection*/inject*/syringe*/cycle/cycles/course/courses/daily/nightly/twice/
    thrice/each/every/per
(once/times) (a/per/in/every)
weekly/monthly/yearly/prevent*/prophyla*/dosed/level*/trough*
look/looks [at] [it/this] again
(last/previous/past/this) (year/month/week/summer/spring/autumn/winter)
on .. for
(clot*/shoulder*/elbow*/ankle*/wrist*/back/foot/feet/toe*/finger*/skin/scar*/wound*/stitch*/
    bone/bones/muscle*/tooth/teeth/eye/eyes/ear/ears/throat/stomach/bowel*/heartbeat/rhythm)
practic*/publish*/paper/papers/book/books/lecture*
scan/scans/mri/mris/ct/cts/pet/ultrasound*/xray*/test/tests/tested/testing/blood/bloods/
    count/counts/cell/cells/doubl*/wbc
level/levels/check/checks/checked/checkup*/checking/appointment*/review*/repeat*/recheck*
follow [up/ups]
(see/sees/call/calls/meet/ring) [you/her/him/us/me/them/we/again] [again] in
again in
result/results/report*/letter*/biops*/sample*/swab*
(treated/treatment/therapy/chemo*) [with .. ] (for/since/until/takes/lasts/over)
(been/was/were/am/is/are) (on/taking/treated)
taken/takes/taking/started/starts/start/stopped/pause*/break/wait/waits/waiting/delay
work/worked/works/working/training/trained/train*/school/insur*/pay/pays/paid/cost*/refund*/
    valid/expire*/contract*/open/opens/closed/closes
pregnan*/vaccin*/travel*/holiday*/drive/driving/exercise*/physio*/rehab*/crutch*/plaster/
    brace/walk*/sport*/swim*
rash*/nausea*/sick/sickness/tired*/itch*/headache*/fever*/diarrh*/constipat*/hair/mouth/
    numb/numbness/swell*/swollen/stiff*/pain/pains/painful
side effect*
iron/therapy/visit/visits/break
(treated/treatment) .. (for/since/until)
(colonoscop*/mammogram*/humid*/booster*/kilo/kilos/pounds/urgent/paper*/cash/english/german/
    letter*/email*/parking)
(lost weight/take it/take one/take two/take them/take this/take the/take with)
(a year/a month/a week) (here/in this/at this)
inhibitor*/bleed*/bruis*/infection*/cough*/sleep*/weight/kg/lb/lbs/appetite/vomit*/dizz*/
    sore*
room/floor/phone/street/bus/parking/price*/euro*/dollar*/smok*/drank/drink*/alcohol/married/
    retired/retire/moved/symptom*/allerg*
surger*/surgeon*/operat*/knee/knees/hip/hips/joint/joints/perform*/procedure*/transplants
factor/trough/hemoglobin/haemoglobin/hb/platelet*/oxygen/saturation/ejection/pressure/
    mutat*/deletion/homology/blast/blasts/marrow/vaf/inr/sugar/hba1c/creatinine/kidney/
    liver/clearance/sodium/potassium
reduc*/lower*/raise*/increase*/fridge/store/stored/keeps/prescri*/ward/discharg*/leave/job/
    office/certificate/warranty/guarantee
practice/recruit*/enroll*/enrol*/steroid*/antibiotic*/thinner*/control
"""
"""Words near a figure or a stretch of time that is not an outlook."""

EXPECTED = """
{stretch} .. (from/after/past/beyond) [the/her/his/my] diagnosis
{someone} [{will}] [{will}] [only/still/maybe/perhaps/probably/likely] (have/has/had/got/
    get/gets/expect/count on/be given/given/given only) [about/around/only/maybe/perhaps/up/
    to/at/best/most/least/another/some/over/under/more/less/than/just/roughly] {stretch}
{someone} (gave/give/gives) {someone} [about/around/only/maybe/perhaps/up/to/at/another/
    just/roughly] [best/most/least/to] {stretch}
{stretch} [or/if/at] [so/best/most/more/less/lucky/we/he/she/you/i] (left/best/lucky/luck/
    without/tops/maximum/max/more if/ahead/to go)
(at best/at most/if lucky/on average/typically/median of/average of/average is/
    average)[about/is/of/around] {stretch}
(alive/remission/progression/free) .. {stretch}
{people} .. (after/at/in/within/beyond/for/over/to/reach/still) [about] {stretch}
{percent} .. (after/at/in/within/beyond/over) [about/the/first] {stretch}
{stretch} .. {percent}
(adds/add/added/gain/gains/gained/buys/bought/extends/prolongs/wins) .. {stretch}
"""
"""Phrases that make a stretch of time an expectation, whatever else stands there."""
