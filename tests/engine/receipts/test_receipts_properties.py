from __future__ import annotations

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from newsforge.engine.article import Article
from newsforge.engine.facts.figures import figures
from newsforge.engine.post import Post
from newsforge.engine.receipts import Evidence, check_text, receipts
from newsforge.engine.receipts.folding import fold
from tests.engine.receipts import receipt_cases as cases

ARTICLES = (cases.KOREAN, cases.ENGLISH, cases.JAPANESE)
EVIDENCE = {id(article): Evidence.of(article) for article in ARTICLES}
SENTENCES = [(article, sentence) for article in ARTICLES for sentence in article.sentences]
FIGURES = [
    (article, sentence, figure)
    for article, sentence in SENTENCES
    for figure in figures(sentence.text, article.language)
    if any("0" <= letter <= "9" for letter in figure.text)
]


@given(
    st.sampled_from(SENTENCES),
    st.sampled_from(["", "• ", "📌 ", "1. ", "  "]),
    st.sampled_from(["", " 👇", "\n\n", " 🇰🇷", "➡️ ", " 👍🏽", " 3️⃣"]),
)
def test_a_verbatim_sentence_is_supported_by_exactly_its_place(pair, before, after) -> None:
    article, sentence = pair
    found = check_text(before + sentence.text + after, article, evidence=EVIDENCE[id(article)])
    assert [receipt.status for receipt in found] == ["supported"]
    receipt = found[0]
    assert receipt.sentence == sentence.text
    assert [(span.start, span.end, span.text) for span in receipt.spans] == [
        (sentence.start, sentence.end, sentence.text)
    ]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_changed_digit_never_passes(data) -> None:
    article, sentence, figure = data.draw(st.sampled_from(FIGURES))
    places = [place for place in range(figure.start, figure.end) if "0" <= sentence.text[place] <= "9"]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([digit for digit in "123456789" if digit != sentence.text[place]]))
    changed = sentence.text[:place] + digit + sentence.text[place + 1 :]
    own = {known.value for known in figures(sentence.text, article.language)}
    new = {known.value for known in figures(changed, article.language)}
    assume(new - own)
    found = check_text(changed, article, evidence=EVIDENCE[id(article)])
    assert "unsupported" in {receipt.status for receipt in found}, changed


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.sampled_from(ARTICLES[1:]))
@example("\ud800 3조\udfff", cases.ENGLISH)
@example("1" * 400, cases.ENGLISH)
@example("9" * 30 + "조원", cases.KOREAN)
@example("(((((" * 50, cases.JAPANESE)
def test_any_text_gets_receipts_whose_places_are_in_it(text: str, article: Article) -> None:
    for receipt in check_text(text, article, evidence=EVIDENCE[id(article)]):
        assert text[receipt.start : receipt.end] == receipt.sentence
        assert (receipt.status == "unsupported") == bool(receipt.problems)
        for problem in receipt.problems:
            assert 0 <= problem.start < problem.end <= len(receipt.sentence)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300), st.text(max_size=80))
def test_any_article_can_be_evidence(text: str, claim: str) -> None:
    from newsforge.engine.text.sentences import split_sentences

    article = Article(text=text, sentences=split_sentences(text, "en"), language="en")
    post = Post(platform="x", language="en", writer="embedded", parts=(claim, text[:120]), title=claim)
    for receipt in receipts(post, article):
        whole = post.parts[receipt.part] if receipt.part is not None else claim
        assert whole[receipt.start : receipt.end] == receipt.sentence
        for span in receipt.spans:
            if span.field == "text":
                assert text[span.start : span.end] == span.text


@given(st.text(max_size=120))
def test_folded_places_lead_back_in_order(text: str) -> None:
    folding = fold(text)
    origins = [folding.origin(place) for place in range(len(folding.text) + 1)]
    assert origins == sorted(origins)
    assert all(0 <= origin <= len(text) for origin in origins)
    assert origins[-1] == len(text)
