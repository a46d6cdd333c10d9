"""Lines of a shell that a runbook tells people to paste, done with boto3: what the AWS command line would do of them.

Options become parameters by the models that both share, so an option that does not exist, a wrong kind of value or a
missing one fails here as it would there.
"""

import json
import re
import shlex

import jmespath
from botocore import xform_name
from botocore.exceptions import ClientError
from botocore.validate import ParamValidator

from tests.infra.clients import HOME, ask


class Shell:
    """``variables`` are those of the shell; ``untried`` are operations that the twin does not know."""

    def __init__(self, **variables):
        self.variables = dict(variables)
        self.untried = set()

    def run(self, line):
        """What ``aws`` answers; None for anything else."""
        line = self._substituted(line)
        words = shlex.split(line)
        if all(re.fullmatch(r"[A-Z]+=.*", word) for word in words):
            self.variables.update(word.split("=", 1) for word in words)
            return None
        if words[0] != "aws":
            return None
        return self._aws(words[1:])

    def _substituted(self, line):
        while "$(" in line:
            start = line.rindex("$(")
            depth, end = 1, start + 2
            while depth:
                depth += {"(": 1, ")": -1}.get(line[end], 0)
                end += 1
            inner = self.run(line[start + 2 : end - 1])
            line = line[:start] + ("None" if inner is None else str(inner)) + line[end:]
        return re.sub(r"\$([A-Z]+)", lambda found: self.variables[found[1]], line)

    def _aws(self, words):
        service, operation, *rest = words
        options = _options(rest)
        client = ask(service, options.pop("region", [HOME])[0])
        query, output = (options.pop(name, [None])[0] for name in ("query", "output"))
        options.pop("max-items", None)
        assert output in {None, "text", "table", "json"}
        waiter = None
        if operation == "wait":
            waiter = client.get_waiter(rest[0].replace("-", "_"))
            method = waiter.config.operation
        else:
            method = client.meta.method_to_api_mapping[operation.replace("-", "_")]
        shape = client.meta.service_model.operation_model(method).input_shape
        given = _parameters(options, shape)
        report = ParamValidator().validate(given, shape)
        assert not report.has_errors(), report.generate_report()
        expression = jmespath.compile(query) if query else None
        try:
            answer = waiter.wait(**given) if waiter else getattr(client, xform_name(method))(**given)
        except (NotImplementedError, ClientError) as error:
            if isinstance(error, ClientError) and error.response["Error"]["Message"] != "Not yet implemented":
                raise
            self.untried.add(f"{service} {operation}")
            answer = {}
        return expression.search(answer) if expression else answer


def _options(words):
    found, name = {}, None
    for word in words:
        if word.startswith("--"):
            name = word[2:]
            assert name not in found, f"--{name} twice"
            found[name] = []
        elif name:
            found[name].append(word)
    return found


def _parameters(options, shape):
    members = {xform_name(name).replace("_", "-"): (name, member) for name, member in shape.members.items()}
    given = {}
    for option, words in options.items():
        if option.removeprefix("no-") in members and option.startswith("no-") and option not in members:
            name, member = members[option.removeprefix("no-")]
            assert member.type_name == "boolean"
            given[name] = False
            continue
        assert option in members, f"there is no --{option}"
        name, member = members[option]
        given[name] = _value(words, member)
    return given


def _value(words, shape):
    if shape.type_name == "boolean":
        assert not words, "a switch takes no value"
        return True
    if words and words[0][:1] in "[{" and shape.type_name in {"list", "structure", "map"}:
        return json.loads(words[0])
    if shape.type_name == "list":
        return [_value([word], shape.member) for word in words]
    (word,) = words
    if shape.type_name == "structure":
        return _shorthand(word, shape)
    if shape.type_name in {"integer", "long"}:
        return int(word)
    return float(word) if shape.type_name in {"double", "float"} else word


def _shorthand(text, shape):
    """``Name=a,Values=b,c``."""
    found = {}
    for part in re.split(r",(?=\w+=)", text):
        name, value = part.split("=", 1)
        member = shape.members[name]
        found[name] = value.split(",") if member.type_name == "list" else _value([value], member)
    return found
