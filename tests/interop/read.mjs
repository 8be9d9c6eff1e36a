// Reads the calendar on standard input with ical.js, and prints its events as JSON.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  const value = (name) => component.getFirstPropertyValue(name)?.toString() ?? null;
  // A zone is "UTC" or "floating".
  const time = (name) => {
    const time = component.getFirstPropertyValue(name);
    return time && [time.toString(), time.isDate ? "date" : time.zone.tzid];
  };
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    location: event.location,
    start: time("dtstart"),
    end: time("dtend"),
    url: value("url"),
    attach: value("attach"),
    categories: component.getFirstProperty("categories").getValues(),
    transp: value("transp"),
  };
});
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue("x-wr-calname"), events }));
