// Ids, ORCIDs and institutions: whether they have their form, and what the repository would call a new person.

const ids = new Set(content.ids);
const taken = new Set(content.ids.map((id) => id.toLowerCase()));
const commonWords = new Set(content.commonWords);

/** The sixteen signs of an ORCID, bare or as an address; null for another form. */
function bareOrcid(text) {
  const found = /^(?:https?:\/\/(?:www\.)?orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/i.exec(text.trim());
  return found && found[1].toUpperCase();
}

/** Whether the last sign fits the others (ISO 7064, MOD 11-2). */
function fits(orcid) {
  let total = 0;
  for (const digit of orcid.slice(0, -1).replaceAll("-", "")) total = (total + Number(digit)) * 2;
  return "0123456789X"[(12 - (total % 11)) % 11] === orcid.at(-1);
}

const wordsOf = (text) =>
  text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** The first telling words of an institution that stand together: what an id takes of it. */
function placeOf(institution) {
  const parts = institution.split(",");
  const part = parts.find((text) => /universi|univ\b/i.test(text))
    ?? parts.find((text) => /institut|college|academy|laborator|inc\b|ltd\b/i.test(text)) ?? parts[0];
  const words = wordsOf(part);
  const isTelling = (word) => /^[a-z0-9]+$/.test(word) && !commonWords.has(word);
  const start = words.findIndex(isTelling);
  if (start < 0) return "";
  const end = words.findIndex((word, at) => at > start && !isTelling(word));
  return words.slice(start, end < 0 ? words.length : end).slice(0, 3).join("-");
}

/** An id that nobody has: the slug, with the institution or the end of an ORCID, or else a number behind it. */
function proposedId(slug, rows, institution, orcid) {
  const counts = new Map();
  for (const suffix of rows.flatMap((row) => row.suffixes)) counts.set(suffix, (counts.get(suffix) ?? 0) + 1);
  const suffixes = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one) || (one < other ? -1 : 1));
  const own = [placeOf(institution), orcid ? orcid.slice(-4).toLowerCase() : ""].filter(Boolean);
  const proposed = [...(own.length ? [] : [slug]), ...[...own, ...suffixes].map((suffix) => `${slug}-${suffix}`)];
  const free = proposed.find((id) => !isTaken(id));
  if (free) return free;
  let number = 2;
  while (isTaken(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** Whether somebody has an id: in the repository, or by a decision that was made here. */
const isTaken = (id) =>
  taken.has(id) || state.decisions.some((decision) => decision.person?.new && decision.person.id === id);

/** What is wrong with a person, in a sentence, and in which field; null where nothing is. */
function wrongWith(person) {
  if (!person.id) return ["id", "An id is needed."];
  if (!person.new && !ids.has(person.id)) return ["id", `The repository knows no id “${person.id}”.`];
  if (person.new && taken.has(person.id.toLowerCase())) return ["id", `The id “${person.id}” is somebody's already.`];
  if (person.new && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(person.id)) {
    return ["id", "An id has small letters, digits and single hyphens, as in yang-liu-wuhan."];
  }
  if (person.orcid) {
    if (!bareOrcid(person.orcid)) return ["orcid", "An ORCID has four times four digits; the last may be an X."];
    if (!fits(bareOrcid(person.orcid))) return ["orcid", "The last sign of the ORCID does not fit the others."];
  }
  if (person.degree && (!/^\p{L}/u.test(person.degree) || person.degree.length > 200)) {
    return ["degree", "An institution begins with a letter and has a line at most, as in Wuhan University."];
  }
  if (person.new && !person.name) return ["name", "A new person has a name."];
  return null;
}
