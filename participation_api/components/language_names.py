"""Languages by their own names, for the list from which people say what language they write in."""

from babel import Locale, UnknownLocaleError

UNITED_NATIONS = {
    "ar": "العربية", "zh": "中文", "en": "English", "fr": "Français", "ru": "Русский", "es": "Español",
}  # fmt: skip
MORE = {
    "id": "Bahasa Indonesia", "ms": "Bahasa Melayu", "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "et": "Eesti",
    "eo": "Esperanto", "fil": "Filipino", "ga": "Gaeilge", "ha": "Hausa", "hr": "Hrvatski", "ig": "Igbo",
    "rw": "Ikinyarwanda", "zu": "isiZulu", "it": "Italiano", "sw": "Kiswahili", "hu": "Magyar", "nl": "Nederlands",
    "nb": "Norsk bokmål", "om": "Oromoo", "pl": "Polski", "pt": "Português", "qu": "Runasimi", "ro": "Română",
    "sq": "Shqip", "sk": "Slovenčina", "so": "Soomaali", "fi": "Suomi", "sv": "Svenska", "vi": "Tiếng Việt",
    "tr": "Türkçe", "wo": "Wolof", "yo": "Yorùbá", "el": "Ελληνικά", "bg": "Български", "mn": "Монгол",
    "sr": "Српски", "uk": "Українська", "hy": "Հայերեն", "he": "עברית", "ur": "اردو", "ps": "پښتو", "fa": "فارسی",
    "ckb": "کوردی", "am": "አማርኛ", "ne": "नेपाली", "hi": "हिन्दी", "bn": "বাংলা", "pa": "ਪੰਜਾਬੀ", "ta": "தமிழ்",
    "te": "తెలుగు", "si": "සිංහල", "th": "ไทย", "lo": "ລາວ", "my": "မြန်မာ", "ka": "ქართული", "km": "ខ្មែរ",
    "ko": "한국어", "ja": "日本語",
}  # fmt: skip


def language_name(tag: str) -> str:
    """A language's name in itself; its tag where nobody has told us the name."""
    known = UNITED_NATIONS.get(tag) or MORE.get(tag)
    if known:
        return known
    try:
        return str(Locale.parse(tag, sep="-").display_name)
    except (UnknownLocaleError, ValueError):
        return tag


def languages_to_choose(first: str) -> dict[str, str]:
    """Tag and name: the session's language, then the six of the United Nations, then more."""
    return {first: language_name(first)} | UNITED_NATIONS | MORE
