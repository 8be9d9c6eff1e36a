// Reads a calendar from standard input with ical.js, and prints its name and the given properties of its events as JSON.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const text = (value) => value?.toString().replace(/^(\d{4}-\d\d-\d\dT.*)Z$/, "$1+00:00") ?? null;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((event) => ({
  ...Object.fromEntries(process.argv.slice(2).map((name) => [name, text(event.getFirstPropertyValue(name))])),
  categories: event.getFirstProperty("categories").getValues(),
}));
console.log(JSON.stringify([calendar.getFirstPropertyValue("x-wr-calname"), events]));
