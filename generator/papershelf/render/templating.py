"""Jinja for pages by the ten thousand: without what it asks of every value and every call for templates of other kinds.

What each line is worth was measured at 20,000 records, where a page is some 80 printed values and 40 calls; together it
is a quarter of the time in which pages are made. What is printed is the same.
"""

from __future__ import annotations

import builtins
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro


class _Context(Context):
    """Of what these templates call, only macros need to be told that what they make is escaped; Jinja asks each
    function whether it wants to know."""

    def call(self, function: Any, /, *args: Any, **named: Any) -> Any:
        if named:  # compiled templates add these
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return function(self.eval_ctx, *args, **named) if type(function) is Macro else function(*args, **named)


class _Template(Template):
    """Jinja makes what is imported anew where the importing template has globals that the imported one lacks, and looks
    for them each time; here all templates have the same."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class _Code(CodeGenerator):
    """`finalize` makes Markup of all that is printed (see `escaping`), so that nothing is left to escape after it."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(f"({finalize.src or ''}")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("))" if finalize.src else ")")


class FastEnvironment(Environment):
    """Needs a `finalize` that hands out Markup. What is in a dict is `x["key"]` to templates; `x.key` is an attribute,
    and one that is not there an AttributeError."""

    context_class = _Context
    template_class = _Template
    code_generator_class = _Code
    getattr = staticmethod(builtins.getattr)  # type: ignore[assignment]
