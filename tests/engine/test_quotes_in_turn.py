"""Two who speak one after the other, and who it is that a release makes speak. All names are invented."""

from __future__ import annotations

import pytest

from ingest.engine import pipeline
from ingest.engine.types import Release

OPENING = "LIMA, 12 May 2023 – The Minister of Defence of Peru, Ana Popa, met General Luis Roca, Chief of Defence of Chile, on Friday."


def speakers(text: str) -> list[str]:
    body = text if text.startswith("LIMA") else f"{OPENING} {text}"
    return [quote.speaker for quote in pipeline.read(Release(title="Officials meet", body=body, published="2023-05-12")).quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“We are glad of it,” the minister said. “We are too,” the general replied.", ["Ana Popa", "Luis Roca"], id="by titles"
        ),
        pytest.param(
            "“We are glad of it.” General Roca responded by saying, “We are glad of it too.”", ["Luis Roca"], id="the first by nobody"
        ),
        pytest.param(
            "Minister Popa said: “We are glad of it.” General Roca replied: “We are as glad as you.”",
            ["Ana Popa", "Luis Roca"],
            id="each before the words",
        ),
        pytest.param(
            "“We are glad of it,” Popa said proudly. “We are too,” joked in turn General Roca.", ["Ana Popa", "Luis Roca"], id="in turn"
        ),
        pytest.param(
            "LIMA, 12 May – Minister Mart Tamm met his Dutch counterpart, Minister Eva Visser. “We are glad of it,” he said."
            " “We are as glad as you are,” she replied.",
            ["Mart Tamm", "Eva Visser"],
            id="he and she",
        ),
        pytest.param("“We are glad of it,” Popa said. “It took us long,” she went on.", ["Ana Popa"], id="near miss: one who goes on"),
        pytest.param("“We are glad of it,” Popa said, “and it took us long.”", ["Ana Popa"], id="near miss: words of saying within"),
        pytest.param(
            "The ministry said: “The talks were warm and frank.” According to General Roca, “the ships will come here in June with crews.”",
            ["Luis Roca"],
            id="what a ministry said belongs to nobody",
        ),
        pytest.param("Ministers Popa of Peru and Eva Lind of Sweden said: “We are glad of it.”", [], id="two at once are nobody"),
        pytest.param("“We are glad of it,” the Chilean officer noted.", ["Luis Roca"], id="the one of a nation"),
        pytest.param("“We are glad of it,” the Swedish officer noted.", [], id="near miss: of a nation of which nobody is named"),
        pytest.param("“We are glad of it,” said the Minister of Defence of Peru.", ["Ana Popa"], id="an office with its state"),
        pytest.param("“We are glad of it,” said the Minister of Defence of Spain.", [], id="near miss: the office of another state"),
        pytest.param(
            "General Roca of Chile thanked her for the boats. “They sail well in any weather.”", ["Luis Roca"], id="a state behind a name"
        ),
        pytest.param("“We are glad of it,” cautioned General Roca.", ["Luis Roca"], id="a rarer verb"),
    ],
)
def test_each_quotation_is_of_the_one_who_spoke_it(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
