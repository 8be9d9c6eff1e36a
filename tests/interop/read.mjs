// Reads standard input with the parser named by the argument, and prints the result as JSON.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import parseICS from "ics-parser";
import { marked } from "marked";

// A zone is "UTC" or "floating".
const time = (time) => time && [time.toString(), time.isDate ? "date" : time.zone.tzid];

const parsers = {
  "ical.js": (text) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents("vevent").map((event) => {
      const value = (name) => event.getFirstPropertyValue(name);
      const string = (name) => value(name)?.toString() ?? null;
      return {
        calendar: calendar.getFirstPropertyValue("x-wr-calname"),
        uid: string("uid"),
        start: time(value("dtstart")),
        end: time(value("dtend")),
        summary: string("summary"),
        description: string("description"),
        location: string("location"),
        url: string("url"),
        attach: string("attach"),
        categories: event.getFirstProperty("categories").getValues(),
        transp: string("transp"),
      };
    });
  },
  // It leaves all escapes except line ends in the text.
  "ics-parser": (text) => {
    const plain = (text) => text?.replace(/\\(.)/g, "$1") ?? null;
    return parseICS(text).map((event) => ({
      uid: event.uid,
      summary: plain(event.name),
      description: plain(event.description),
      location: plain(event.location),
      url: event.url,
      categories: event.categories,
    }));
  },
  marked: (text) => marked(text),
};

console.log(JSON.stringify(parsers[process.argv[2]](readFileSync(0, "utf8"))));
