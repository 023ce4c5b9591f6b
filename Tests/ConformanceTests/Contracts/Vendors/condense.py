"""Condenses the vendors' OpenAPI files into the contracts that VendorContractTests applies.

usage: condense.py LYTICS-FOLDER FRONTLINE-FILE, from the top folder of the repository

LYTICS-FOLDER holds the OpenAPI 3 files of Lytics v2 for flows, connections, auths, jobs, segments, and of the old API
for workflows (github.com/api-evangelist/lytics, August 2026; auths and jobs with one path for all types and workflows).
FRONTLINE-FILE is the OpenAPI 3 file that Frontline published on 2026-08-19.

Of each file only the operations are kept that Weir's endpoint tables name or the emulator serves, as schemas without
texts and examples:
- what `allOf` joins becomes one object, in which a later part narrows an earlier one;
- `nullable` becomes a type or a word beside the others;
- an object that names its members allows no others, so that a name which the vendor does not know is found.
"""
import json, pathlib, re, sys
import yaml

TEXTS = {"description", "example", "examples", "default", "title", "xml", "discriminator", "format", "deprecated"}
TABLES = {
    "lytics": "Sources/Lytics/API/LyticsOperation.swift",
    "frontline": "Sources/Frontline/API/FrontlineOperation.swift",
}
# What the emulator serves to tools beside Weir.
BESIDES = {"lytics": {"GET /v2/segment/{}", "POST /v2/segment", "PUT /v2/segment/{}", "DELETE /v2/segment/{}"}}


def schema(of, root):
    """A JSON Schema of a part of an OpenAPI file; references stay, to `#/schemas/`."""
    if isinstance(of, list):
        return [{"type": "null"} if set(part) - TEXTS == {"nullable"} else schema(part, root) for part in of]
    if not isinstance(of, dict):
        return of
    if "$ref" in of:
        return {"$ref": "#/schemas/" + of["$ref"].rsplit("/", 1)[1]}
    if "allOf" in of:
        of = joined(of, root)
    made = {}
    for key, value in of.items():
        if key in TEXTS or key == "nullable" or key.startswith("x-"):
            continue
        if key == "properties":
            made[key] = {name: schema(part, root) for name, part in value.items()}
        elif key in ("enum", "required"):
            made[key] = value
        elif key == "exclusiveMinimum" and isinstance(value, bool):
            if value:
                made[key] = of["minimum"]
        elif not (key == "minimum" and of.get("exclusiveMinimum") is True):
            made[key] = schema(value, root)
    if "properties" in made and not of.get("additionalProperties"):
        made["additionalProperties"] = False
    return nullable(made) if of.get("nullable") else made


def joined(of, root):
    """One object in place of `allOf`; members of a later part narrow those of an earlier one."""
    whole = {key: value for key, value in of.items() if key != "allOf"}
    for part in of["allOf"]:
        while "$ref" in part:
            part = root["components"]["schemas"][part["$ref"].rsplit("/", 1)[1]]
        if "allOf" in part:
            part = joined(part, root)
        for key, value in part.items():
            if key == "properties":
                whole[key] = {**whole.get(key, {}), **value}
            elif key == "required":
                whole[key] = sorted(set(whole.get(key, [])) | set(value))
            else:
                whole[key] = value
    return whole


def nullable(made):
    if "enum" in made and None not in made["enum"]:
        made["enum"] = made["enum"] + [None]
    if isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
    elif "anyOf" in made or "oneOf" in made:
        return {"anyOf": [{"type": "null"}, made]}
    elif "enum" not in made and made:
        return {"anyOf": [{"type": "null"}, made]}
    return made


def content(part, root):
    """The schema of a request's or an answer's JSON; null where it has none."""
    kinds = (part or {}).get("content") or {}
    kind = next((kind for kind in kinds if "json" in kind or kind == "*/*"), None)
    return schema(kinds[kind].get("schema", {}), root) if kind else None


def parameter(part, root):
    while "$ref" in part:
        part = root["components"]["parameters"][part["$ref"].rsplit("/", 1)[1]]
    return part


def operations(root, base):
    """Every operation of a file, by method and path."""
    for path, item in root["paths"].items():
        path = base + re.sub(r":(\w+)", r"{\1}", path)
        for method in ["get", "post", "put", "patch", "delete"]:
            if method not in item:
                continue
            of = item[method]
            parameters = [parameter(p, root) for p in item.get("parameters", []) + of.get("parameters", [])]
            query = {p["name"]: schema(p.get("schema", {}), root) for p in parameters if p["in"] == "query"}
            needed = [p["name"] for p in parameters if p["in"] == "query" and p.get("required")]
            body = of.get("requestBody")
            yield method.upper() + " " + path, {
                "query": query,
                "neededQuery": needed,
                "body": content(body, root),
                "isBodyNeeded": bool(body and body.get("required")),
                "answers": {str(status): content(answer, root) for status, answer in of["responses"].items()},
            }


def shape(operation):
    return re.sub(r"\{\w+\}", "{}", operation)


def called(platform):
    """The operations of Weir's own tables, as shapes."""
    text = pathlib.Path(TABLES[platform]).read_text()
    return BESIDES.get(platform, set()) | {
        shape(operation) for operation in re.findall(r'"((?:GET|POST|PUT|PATCH|DELETE) /[^"]*)"', text)}


def references(part, into):
    if isinstance(part, dict):
        if "$ref" in part:
            into.add(part["$ref"].rsplit("/", 1)[1])
        for value in part.values():
            references(value, into)
    elif isinstance(part, list):
        for value in part:
            references(value, into)


def condensed(platform, source, files, base):
    kept, schemas = {}, {}
    names = called(platform)
    for file in files:
        root = yaml.safe_load(pathlib.Path(file).read_text())
        server = re.sub(r"^https?://[^/]*", "", root["servers"][0]["url"])
        whole = {name.replace(base, "", 1): of for name, of in operations(root, server)}
        mine = {name: of for name, of in whole.items() if shape(name) in names}
        kept |= mine
        waiting, seen = set(), set()
        references(mine, waiting)
        while waiting - seen:
            name = (waiting - seen).pop()
            seen.add(name)
            schemas[name] = schema(root["components"]["schemas"][name], root)
            references(schemas[name], waiting)
    target = pathlib.Path(__file__).parent / f"{platform}.json"
    lines = ",\n".join(f"    {json.dumps(n)}: {json.dumps(kept[n])}" for n in sorted(kept))
    types = ",\n".join(f"    {json.dumps(n)}: {json.dumps(schemas[n])}" for n in sorted(schemas))
    target.write_text(
        f'{{\n  "source": {json.dumps(source)},\n  "operations": {{\n{lines}\n  }},\n  "schemas": {{\n{types}\n  }}\n}}\n')
    print(platform, len(kept), "operations,", len(schemas), "schemas; in no file:")
    have = {shape(name) for name in kept}
    print("  " + "\n  ".join(sorted(names - have)))


if __name__ == "__main__":
    folder, frontline = pathlib.Path(sys.argv[1]), sys.argv[2]
    parts = ["flows-api-openapi", "connections-api-openapi", "auths-v2-condensed", "jobs-v2-condensed", "segments-api-openapi", "workflow-api-openapi"]
    condensed(
        "lytics", "Lytics v2 OpenAPI 2.0, as published in api-evangelist/lytics, August 2026; workflows: V1",
        [folder / f"lytics-{part}.yml" for part in parts], "")
    condensed("frontline", "Frontline Public API OpenAPI, 2026-08-19", [frontline], "/public/v1")
