"""The same models, solved by HiGHS as WebAssembly: a constraint of CP-SAT becomes rows of a mixed-integer program.

Booleans are 0 or 1, "one of these" is a sum, an implication or a clause is a row, and a row that holds only where some
booleans do is lifted by what it can be off at most. All of this is exact; nothing is approximated. HiGHS reads the
program as text, in the format that is called LP; what is timed is its run alone.
"""

from __future__ import annotations

import json
import subprocess
from types import SimpleNamespace

from ortools.sat.python import cp_model


# The constraints that the models are made of.
KINDS = ["bool_or", "bool_and", "at_most_one", "exactly_one", "linear", "lin_max"]


class Row:
    """`low <= sum of factors times variables <= high`, where a literal that is negated counts as one less its variable."""

    def __init__(self):
        self.factors, self.shift = {}, 0

    def add(self, index, factor):
        if index < 0:
            self.shift += factor
            index, factor = -index - 1, -factor
        self.factors[index] = self.factors.get(index, 0) + factor
        return self

    def text(self):
        """The sum without what is constant."""
        parts = [f"{factor:+d} x{index}" for index, factor in sorted(self.factors.items()) if factor]
        return " ".join(parts) or "0 x0"

    def least(self, proto):
        return self.shift + sum(min(f * b for b in bounds(proto, i)) for i, f in self.factors.items())

    def most(self, proto):
        return self.shift + sum(max(f * b for b in bounds(proto, i)) for i, f in self.factors.items())


def bounds(proto, index):
    # Not `[-1]`, which is no last one here.
    domain = list(proto.variables[index].domain)
    return domain[0], domain[-1]


def row_of(expr):
    """A linear expression of the model as a row."""
    row = Row()
    for index, factor in zip(expr.vars, expr.coeffs):
        row.add(index, factor)
    row.shift += expr.offset
    return row


def rows_of(proto, constraint):
    """Each constraint as rows with a least and a most; `None` is no limit."""
    kind = next((kind for kind in KINDS if getattr(constraint, f"has_{kind}")()), None)
    only_if = list(constraint.enforcement_literal)
    if kind in ("bool_or", "at_most_one", "exactly_one", "bool_and"):
        literals = list(getattr(constraint, kind).literals)
        if kind == "bool_and":
            for literal in literals:
                yield from lifted(proto, Row().add(literal, 1), 1, None, only_if)
            return
        row = Row()
        for literal in literals:
            row.add(literal, 1)
        low, high = {"bool_or": (1, None), "at_most_one": (None, 1), "exactly_one": (1, 1)}[kind]
        yield from lifted(proto, row, low, high, only_if)
    elif kind == "linear":
        row = row_of_linear(constraint.linear)
        low, high = constraint.linear.domain
        low, high = None if low <= -(2**62) else low, None if high >= 2**62 else high
        yield from lifted(proto, row, low, high, only_if)
    elif kind == "lin_max":
        # The most of some booleans: not below any of them, and not above all of them together.
        total = row_of(constraint.lin_max.target)
        for expr in constraint.lin_max.exprs:
            row = row_of(constraint.lin_max.target)
            for index, factor in zip(expr.vars, expr.coeffs):
                row.add(index, -factor)
                total.add(index, -factor)
            yield row, expr.offset, None
        yield total, None, sum(expr.offset for expr in constraint.lin_max.exprs)
    else:
        raise ValueError(f"no rows for {constraint}")


def row_of_linear(linear):
    row = Row()
    for index, factor in zip(linear.vars, linear.coeffs):
        row.add(index, factor)
    return row


def lifted(proto, row, low, high, only_if):
    """A row that needs to hold only where all of some literals do."""
    if not only_if:
        yield row, low, high
        return
    for limit, far, sign in ((low, row.least(proto), 1), (high, row.most(proto), -1)):
        if limit is None or sign * (limit - far) <= 0:
            continue
        part = Row()
        part.factors, part.shift = dict(row.factors), row.shift
        for literal in only_if:
            part.add(-literal - 1, limit - far)
        yield (part, limit, None) if sign > 0 else (part, None, limit)


def program_of(model):
    """The whole model as text."""
    proto = model.proto
    lines = ["minimize", " obj: " + objective_of(proto).text(), "subject to"]
    number = 0
    for constraint in proto.constraints:
        for row, low, high in rows_of(proto, constraint):
            if low is not None and low == high:
                limits = [("=", low)]
            else:
                limits = [(sign, limit) for sign, limit in ((">=", low), ("<=", high)) if limit is not None]
            for sign, limit in limits:
                number += 1
                lines.append(f" r{number}: {row.text()} {sign} {limit - row.shift}")
    whole, either = [], []
    lines.append("bounds")
    for index in range(len(proto.variables)):
        low, high = bounds(proto, index)
        if (low, high) == (0, 1):
            either.append(f" x{index}")
        else:
            whole.append(f" x{index}")
            lines.append(f" {low} <= x{index} <= {high}")
    lines += ["binary", *either, "general", *whole, "end"]
    return "\n".join(lines) + "\n"


def objective_of(proto):
    row = Row()
    for index, factor in zip(proto.objective.vars, proto.objective.coeffs):
        row.add(index, factor)
    return row


class Highs:
    """Stands where CP-SAT's solver does; `node` runs highs.mjs with the folder in which npm put HiGHS."""

    process = None

    @classmethod
    def start(cls, node, script, folder):
        cls.process = subprocess.Popen(
            [node, script, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def __init__(self):
        self.values, self.wall_time, self.limit = {}, 0.0, 60.0
        # What is set for CP-SAT means nothing here.
        self.parameters = SimpleNamespace()

    def solve(self, model):
        question = {"program": program_of(model), "limit": self.limit}
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline()
        if not said:
            raise RuntimeError("HiGHS has ended")
        answer = json.loads(said)
        self.wall_time, self.values = answer["seconds"], answer["values"]
        self.failed = answer["status"] == "Failed"
        known = {"Optimal": cp_model.OPTIMAL, "Infeasible": cp_model.INFEASIBLE}
        return known.get(answer["status"], cp_model.UNKNOWN)

    def value(self, what):
        """Of a variable; of what is negated, the rest to one."""
        index = what.index
        return 1 - self._value(-index - 1) if index < 0 else self._value(index)

    def boolean_value(self, literal):
        return self.value(literal) == 1

    def _value(self, index):
        return round(self.values.get(f"x{index}", 0))
