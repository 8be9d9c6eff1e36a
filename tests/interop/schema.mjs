// Compiles data/schema.json with Ajv in strict mode, and validates every data file.
import fs from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const data = process.argv[2];
const read = (name) => JSON.parse(fs.readFileSync(path.join(data, name), "utf8"));
const ajv = new Ajv({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(read("schema.json"));
for (const name of fs.readdirSync(data).filter((name) => name !== "schema.json")) {
  if (!validate(read(name))) {
    console.error(`data/${name}: ${ajv.errorsText(validate.errors, { separator: "\n" })}`);
    process.exitCode = 1;
  }
}
