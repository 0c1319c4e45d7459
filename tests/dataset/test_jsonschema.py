"""The JSON Schema of the data: it accepts what the reader accepts, and the copy beside the data is current."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from explorer.dataset.jsonschema import schema
from explorer.dataset.loader import load

DATA = Path(__file__).parent.parent.parent / "data"
SCHEMA = schema(load(str(DATA)).words)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_copy_beside_the_data_is_current() -> None:
    current = json.dumps(SCHEMA, indent=1, ensure_ascii=False) + "\n"
    assert (DATA / "schema.json").read_text("utf-8") == current, "run csto schema data > data/schema.json"


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.name)
def test_the_real_data_fits(path: Path) -> None:
    if path.name != "vocab.yaml":
        text = path.read_text("utf-8")
        jsonschema.validate(yaml.load(text, Loader=yaml.BaseLoader), SCHEMA)
        assert text.startswith("# yaml-language-server: $schema=schema.json\n")


@pytest.mark.parametrize(
    "entity",
    [
        {"kind": "bodi", "name": "x"},
        {"name": "x"},
        {"kind": "body", "name": "x", "nmae": "y"},
        {"kind": "body", "name": "x", "facts": [{"text": "no citation"}]},
        {"kind": "body", "name": "x", "links": {"organs": "csto"}},
    ],
)
def test_what_the_reader_refuses_is_refused(entity: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"thing": entity}, SCHEMA)
