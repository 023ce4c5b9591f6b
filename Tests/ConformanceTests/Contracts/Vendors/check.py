"""Checks recorded requests and answers against contracts; prints one disagreement a line, as JSON.

usage: check.py CONTRACT.json… < RECORDING

A line of the recording has method, path (its parts), query (pairs), body, status and answer; null stands for no body.
A disagreement has the operation, the place (`query.tag`, `body.steps[].next`, `200.data.status`) and what is the case.
The last line names the operations that were seen.
"""
import json, re, sys
import jsonschema

OPERATIONS, SCHEMAS, VALIDATORS = {}, {}, {}


def operations(method, parts):
    """The operations with the most fixed words; a contract may have two whose paths are alike."""
    found = []
    for name in OPERATIONS:
        verb, path = name.split(" ")
        words = path.strip("/").split("/")
        if verb == method and len(words) == len(parts):
            if all(word == part or word[0] == "{" for word, part in zip(words, parts)):
                found.append((sum(word[0] == "{" for word in words), name))
    return [name for variable, name in found if variable == min(found)[0]]


def place(path):
    text = ""
    for part in path:
        text += "[]" if isinstance(part, int) else "." + part
    return text


def nearest(error):
    """The errors of the alternative that a value comes nearest to, for what has alternatives."""
    if error.validator not in ("anyOf", "oneOf") or not error.context:
        return [error]
    branches = {}
    for one in error.context:
        branches.setdefault(one.schema_path[0], []).append(one)

    def distance(errors):
        leaves = [leaf for one in errors for leaf in nearest(one)]
        isOther = any(list(leaf.path) == ["type"] or leaf.validator == "type" and not leaf.path for leaf in errors)
        return (isOther, sum(len(places(leaf)) for leaf in leaves))

    return [leaf for one in min(branches.values(), key=distance) for leaf in nearest(one)]


def places(error):
    """The places that an error is about, each with what is the case."""
    path = list(error.absolute_path)
    if error.validator == "additionalProperties":
        unknown = sorted(set(error.instance) - set(error.schema["properties"]))
        return [(place(path + [name]), "is not in the contract") for name in unknown]
    if error.validator == "required":
        missing = sorted(set(error.validator_value) - set(error.instance))
        return [(place(path + [name]), "is missing") for name in missing]
    return [(place(path), error.message[:160])]


def faults(schema, value):
    """Where a value differs from a schema, each with what is the case."""
    if id(schema) not in VALIDATORS:
        VALIDATORS[id(schema)] = jsonschema.Draft7Validator({"allOf": [schema], "schemas": SCHEMAS})
    for whole in VALIDATORS[id(schema)].iter_errors(value):
        for error in nearest(whole):
            yield from places(error)


def disagreements(name, exchange):
    of = OPERATIONS[name]
    names = [key for key, _ in exchange["query"]]
    for key, value in exchange["query"]:
        if key not in of["query"]:
            yield "query." + key, "is not in the contract"
            continue
        readings = [value, value.split(",")]
        try:
            readings.append(json.loads(value))
        except ValueError:
            pass
        if all(any(True for _ in faults(of["query"][key], one)) for one in readings):
            yield "query." + key, f"`{value}` does not fit"
    for key in of["neededQuery"]:
        if key not in names:
            yield "query." + key, "is missing"
    if exchange["body"] is None:
        if of["isBodyNeeded"]:
            yield "body", "is missing"
    elif of["body"] is None:
        yield "body", "is not in the contract"
    else:
        for at, what in faults(of["body"], exchange["body"]):
            yield "body" + at, what
    status = str(exchange["status"])
    if status not in of["answers"]:
        yield status, "is not in the contract"
    elif exchange["answer"] is not None and of["answers"][status] is not None:
        for at, what in faults(of["answers"][status], exchange["answer"]):
            yield status + at, what


for file in sys.argv[1:]:
    contract = json.load(open(file))
    OPERATIONS.update(contract["operations"])
    SCHEMAS.update(contract["schemas"])
seen, told, read = set(), set(), set()
for line in sys.stdin:
    # What differs in the number of the request alone is read once.
    bare = re.sub('"request_id":"[^"]*"', "", line)
    if bare in read:
        continue
    read.add(bare)
    exchange = json.loads(line)
    names = operations(exchange["method"], exchange["path"])
    seen.update(names)
    names.sort(key=len)
    readings = [[(name, at, what) for at, what in disagreements(name, exchange)] for name in names]
    unknown = [(exchange["method"] + " /" + "/".join(exchange["path"]), "", "is in no contract")]
    found = min(readings, key=len, default=unknown)
    for one in found:
        if one[:2] not in told:
            told.add(one[:2])
            print(json.dumps({"operation": one[0], "place": one[1], "what": one[2]}))
print(json.dumps({"seen": sorted(seen), "unseen": sorted(set(OPERATIONS) - seen)}))
