"""How plausible a text is as the name of a team (`Gemma Team`, `The ATLAS Collaboration`) or company (`OpenAI`)."""

from __future__ import annotations

import re

from papershelf.readers.headings.evidence import Opinion

# Organisations that sign papers under their own name.
_SIGNING = """
OpenAI|DeepSeek-AI|DeepMind|Google DeepMind|Google|Google Research|Google Brain|NVIDIA|Meta AI|Meta|Microsoft
Microsoft Research|Anthropic|Mistral AI|Mistral-AI|EleutherAI|Cohere|Apple|IBM|IBM Research|Amazon|Amazon AGI|Adobe
Salesforce|xAI|01.AI|BigScience|BigScience Workshop|BigCode|LAION|Stability AI|AI21 Labs|Aleph Alpha|MiniMax|Moonshot AI
StepFun|InternLM|Baidu|Tencent|ByteDance|Huawei|Xiaomi|Alibaba|Snowflake|Databricks|Hugging Face|Inclusion AI
"""
ORGANISATIONS = frozenset(name.lower() for name in re.split(r"[|\n]", _SIGNING) if name)
_MANY = """
team teams collaboration collaborations consortium consortia group groups initiative project lab labs laboratory
institute contributors community committee society foundation workshop network authors researchers investigators
alliance association council collaborators
"""
_OF_MANY = frozenset(_MANY.split())
_CONNECTING = frozenset(("of", "for", "the", "and", "on", "in", "at", "de", "et", "&"))
_NEVER = re.compile(r"[:;?!\[\]{}\"“”=+*/\\$#%_<>|~^…]")
_TWO_CAPITALS = re.compile(r"[^\W\d_a-z]{2}[a-z]")
_LONG = 6


def is_team(name: str) -> bool:
    """Whether the name says that it is one of several people."""
    words = name.split()
    if name.lower() in ORGANISATIONS:
        return True
    if len(words) < 2 or not (name[0].isupper() or name[0].isdigit()):
        return False
    return words[-1].lower().rstrip(".") in _OF_MANY or words[0] == "Team" or (words[-1] == "AI" and len(words) <= 3)


def team(name: str) -> Opinion:
    """How plausible `name`, which `is_team`, is as an author."""
    points = 8
    if name.lower() not in ORGANISATIONS:
        tokens = name.split()
        points -= 4 * max(0, len(tokens) - _LONG)
        if _NEVER.search(name) or tokens[0].lower() in _CONNECTING - {"the"}:
            points -= 40
        points += sum(map(_word, tokens[:-1]))
    return Opinion(points, (f"“{name}” is the name of a team",))


def _word(token: str) -> int:
    """Points for a word before the last: `LIGO` and `Scientific` are fine, `TVirgo` and `TorchMeta` look glued."""
    if token.islower():
        return 0 if token in _CONNECTING else -6
    if token[0].islower():
        return -15
    if token.isupper():
        return 0
    if _TWO_CAPITALS.match(token):
        return -10
    return -6 if any(map(str.isupper, token[1:])) else 0
