"""JSON Schema by Python's jsonschema: for each document, what the schema has against it."""

import json

import jsonschema

import judge


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def validate(schema, *documents):
    schema = load(schema)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    return [[f"{one.json_path}: {one.message}" for one in validator(schema).iter_errors(load(path))] for path in documents]


if __name__ == "__main__":
    judge.run(lambda: f"jsonschema {jsonschema.__version__}", validate=validate)
