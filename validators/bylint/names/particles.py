"""Words that may stand in lower case in or before a surname."""

_BY_LANGUAGE = {
    "Dutch": "de den der het in op t te ten ter van",
    "German": "am auf aus dem der im und vom von vor zu zum zur",
    "Nordic": "af av von",
    "French": "d de des du l la le les",
    "Italian": "da dal dalla dalle de degli dei del dell della delle di li lo",
    "Portuguese": "da das de do dos e",
    "Spanish, Catalan, Philippine": "de del dela delos el i la las los y",
    "Arabic, and Muslim names from Mauritania to Malaysia": "al ben bin bint binti el ibn ould si ul ur",
    "Turkic": "uz",
    "Kikuyu": "wa",
    "Irish": "an na ni nic",
    "Welsh": "ap ferch",
}

PARTICLES = frozenset(particle for particles in _BY_LANGUAGE.values() for particle in particles.split())
"""
The folded words, of Dutch, German, Nordic languages, French, Italian, Portuguese, Spanish, Catalan, Philippine, Arabic
and other Muslim names, Turkic languages, Kikuyu, Irish and Welsh.

A surname may hold one in lower case, and many families write the same word with a capital: in the ACL Anthology of 2024
“de” is small in 355 of 516 surnames where it stands before another word, “van” in 230 of 357, “der” in 78 of 91, but
“di” in 2 of 50 and “el” in none of 64. So neither form is a fault, and what stands before one need not be a given name.
Most are words of other languages, too: “van”, “do”, “an” and “das” are names in Vietnam, Korea and India.
"""

_MOSTLY_SMALL = "da de den der des do dos i im op ten ter van von y zu"
CUSTOMARILY_SMALL = frozenset(_MOSTLY_SMALL.split())
"""Those of them that most surnames in the Anthology have in lower case; not “la”, which is small after “de” alone."""
