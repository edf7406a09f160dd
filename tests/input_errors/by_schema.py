"""Holds files of YAML against JSON Schemas: a line SCHEMA<tab>FILE in, a line `right` or `wrong: WHY` out."""

import json
import re
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """The core schema of YAML 1.2, as editors read it: 07:00, no and 2026-02-07 are texts."""


Core.yaml_implicit_resolvers = {}
for tag, pattern in (
    ("bool", r"^(?:true|false)$"),
    ("int", r"^-?(?:0|[1-9][0-9]*)$"),
    ("float", r"^-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$"),
    ("null", r"^(?:null|~|)$"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), None)
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def verdict(validators, schema, file):
    if schema not in validators:
        with open(schema, encoding="utf-8") as text:
            document = json.load(text)
        jsonschema.Draft202012Validator.check_schema(document)
        validators[schema] = jsonschema.Draft202012Validator(document)
    try:
        with open(file, "rb") as text:
            value = yaml.load(text, Core)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return "wrong: " + " ".join(str(error).split())
    error = jsonschema.exceptions.best_match(validators[schema].iter_errors(value))
    if error is None:
        return "right"
    return "wrong: " + "/".join(map(str, error.absolute_path)) + ": " + " ".join(error.message.split())[:300]


def main():
    validators = {}
    for line in sys.stdin:
        schema, file = line.rstrip("\n").split("\t")
        print(verdict(validators, schema, file))


main()
