"""Units: one canonical word for what each language writes (원, won and ₩ are ``KRW``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsforge.engine.facts.figures.english_vocabulary import ENGLISH_UNITS
from newsforge.engine.facts.figures.japanese_vocabulary import JAPANESE_UNITS
from newsforge.engine.facts.figures.korean_vocabulary import KOREAN_UNITS


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words to canonical units; ``longest`` bounds the search for the longest word that fits."""

    words: Mapping[str, str]
    longest: int

    def find(self, text: str, start: int) -> tuple[int, str] | None:
        """The end and the canonical unit of the longest word at ``start``."""
        window = text[start : start + self.longest]
        for length in range(len(window), 0, -1):
            unit = self.words.get(window[:length])
            if unit is not None:
                return start + length, unit
        return None


def lexicon(*tables: Mapping[str, str]) -> Lexicon:
    """From canonical unit -> its words, separated by spaces; an underscore stands for a space inside a word."""
    words = {
        word.replace("_", " "): unit for table in tables for unit, written in table.items() for word in written.split()
    }
    return Lexicon(words, max(map(len, words)))


#: Written after the number in every language.
SYMBOLS: Mapping[str, str] = {
    "percent": "% ％ ﹪",
    "percent_point": "%p %P %pt %포인트 %_포인트 %ポイント pp",
    "basis_point": "bp bps bp(베이시스포인트)",
    "permille": "‰",
    "KRW": "₩ ￦ KRW",
    "USD": "$ USD US$",
    "EUR": "€ EUR",
    "GBP": "£ GBP",
    "JPY": "¥ JPY",
    "CNY": "CNY RMB",
    "CHF": "CHF",
    "INR": "₹",
    "nanometre": "nm ㎚",
    "micrometre": "㎛ μm µm",
    "millimetre": "mm ㎜",
    "centimetre": "cm ㎝",
    "metre": "m",
    "kilometre": "km ㎞ KM Km",
    "kilometre_per_hour": "km/h ㎞/h kph kmh",
    "metre_per_second": "m/s ㎧",
    "mile_per_hour": "mph",
    "square_metre": "㎡ m² m2",
    "square_kilometre": "㎢ km² km2",
    "hectare": "㏊ ha",
    "cubic_metre": "㎥ m³",
    "microgram": "㎍ μg µg",
    "milligram": "mg ㎎",
    "gram": "g",
    "kilogram": "kg ㎏ KG Kg",
    "tonne": "t",
    "millilitre": "ml mL ㎖",
    "litre": "ℓ L",
    "degree": "°C ℃ °",
    "fahrenheit": "°F ℉",
    "watt": "W",
    "kilowatt": "kW KW ㎾",
    "megawatt": "MW ㎿",
    "gigawatt": "GW",
    "terawatt": "TW",
    "kilowatt_hour": "kWh KWh ㎾h",
    "megawatt_hour": "MWh ㎿h",
    "gigawatt_hour": "GWh",
    "terawatt_hour": "TWh",
    "kilohertz": "kHz ㎑",
    "megahertz": "MHz ㎒",
    "gigahertz": "GHz ㎓",
    "hertz": "Hz",
    "kilobyte": "KB",
    "megabyte": "MB",
    "gigabyte": "GB",
    "terabyte": "TB",
    "petabyte": "PB",
    "megabit_per_second": "Mbps",
    "gigabit_per_second": "Gbps",
    "decibel": "dB ㏈",
    "ppm": "ppm",
    "hectopascal": "hPa",
    "kilocalorie": "kcal ㎉",
}

#: Written before the number. Letters need a word boundary before them.
CURRENCY_PREFIXES = lexicon(
    {
        "USD": "$ US$ U.S.$ USD",
        "EUR": "€ EUR",
        "GBP": "£ GBP",
        "JPY": "¥ JPY",
        "KRW": "₩ ￦ KRW",
        "CNY": "CNY RMB CN¥",
        "CHF": "CHF",
        "INR": "₹ INR Rs Rs.",
        "RUB": "₽",
        "VND": "₫",
        "THB": "฿",
        "TRY": "₺",
        "UAH": "₴",
        "AUD": "A$ AU$ AUD",
        "CAD": "C$ CA$ CAD",
        "HKD": "HK$ HKD",
        "TWD": "NT$",
        "SGD": "S$ SGD",
        "NZD": "NZ$ NZD",
        "BRL": "R$",
    }
)

KOREAN = lexicon(SYMBOLS, KOREAN_UNITS)
ENGLISH = lexicon(ENGLISH_UNITS)
JAPANESE = lexicon(SYMBOLS, JAPANESE_UNITS)
ANYWHERE = lexicon(SYMBOLS)
