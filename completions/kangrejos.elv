# Completes the subcommands and options of kangrejos in elvish.

use str

# The columns: commands, options or subcommands, their values, help.
var rows = [(str:split "\n" 'kangrejos help|list||List talks
kangrejos help|show||Show a talk or an edition
kangrejos help|search||Search talks by keyword
kangrejos help|timeline||Tell the story of a work: sessions and outcomes by date
kangrejos help|topics||List topics, with the number of talks per year
kangrejos help|people||List people, or print what a person presented and said
kangrejos help|export||Export talks to iCalendar, JSON, CSV, Markdown, HTML or BibTeX
kangrejos help|editions||List editions
kangrejos help|open||Open a talk''s slides or article in a browser
kangrejos help|completions||Generate a shell completion script
kangrejos help|man||Print the man page (roff)
kangrejos help|help||Print this message or the help of the given subcommand(s)
kangrejos list ls show view search find timeline topics people export editions open|--dataset|@files|Read editions from FILE instead of the built-in data (may be repeated)
kangrejos list ls show view search find timeline topics people export editions open completions man|--color|auto;always;never|When to use color: auto, always or never
kangrejos list ls show view search find timeline topics people export editions open completions man|--width|@none|Wrap text and tables to this many columns, even in a pipe
kangrejos list ls show view search find timeline topics people export editions open completions man|--no-pager||Do not use a pager
kangrejos list ls show view search find timeline topics people export editions open completions man|-h --help||Print help (see more with ''--help'')
kangrejos|-V --version||Print version
list ls||@editions|Only these editions [default: all]
list ls search find timeline people export|-e --edition|@editions|Only this edition: a year or `latest`
list ls search find timeline people export|-s --speaker|@speakers|Only talks by this speaker
list ls search find timeline people export|-t --topic|@topics|Only talks on this topic, as listed by `kangrejos topics`
list ls search find timeline people export|-k --kind|talk;training;discussion;session|Only talk, training, discussion or session
list ls search find timeline people export|--state|merged;released;ongoing;out-of-tree;dropped|Only work that is merged, released, ongoing, out-of-tree or dropped
list ls search find timeline people export|--has|slides Slides whose URL is known;abstract A published abstract;summary A summary of what was said;article An article about the talk;notes Notes of who said what;outcome What became of the work|Only talks with slides, abstract, summary, article, notes or outcome
list ls search find timeline topics editions|-f --format|table Aligned columns, fitted to the terminal width;tsv Tab-separated values as they are, with a header row;json A JSON array;jsonl One JSON object per line;ids IDs only, one per line (years of editions, names of topics)|Output format
list ls show view search find timeline topics people editions|--json||Shorthand for --format json
list ls|--sort|newest Newest edition first, in the order of its schedule;oldest Oldest edition first;title By title, ignoring case and punctuation;speaker By the family name of the first speaker|Sort order
list ls search find timeline people|-n --max-count|@none|Show at most N
show view||@talks|ID, title or speaker (or part of one), year or latest
show view|--notes||Include the notes: who said what
show view|-f --format|text Plain text, wrapped to at most 80 columns on a terminal;json One JSON object per talk or edition;markdown Markdown|Output format
search find||@query title: speaker: by: topic: has:slides has:abstract has:summary has:article has:notes has:outcome state:merged state:released state:ongoing state:out-of-tree state:dropped kind:talk kind:training kind:discussion kind:session|Words to search for; all must match
search find|--exact||Search for exactly the words typed
timeline||@talks|Talks, with all sessions on the same work, or editions [default: all]
people||@speakers|Name, part of one or nickname: print the page of this person
people|-f --format|table Aligned columns, or the pages of the given people;tsv Tab-separated values as they are, with a header row;json A JSON array;jsonl One JSON object per line;ids Names only, one per line;markdown The pages of the given people as Markdown|Output format
export||@talks|Talks or editions to export, specified as for `show` [default: all]
export|-o --output|@files|Write to FILE (`-` for standard output)
export|--split|@directories|Write one .ics file per talk to DIR
export|-f --format|ics iCalendar, RFC 5545;json JSON array, same as `list --json`;csv Comma-separated values with a header row, RFC 4180;md Schedule as Markdown;html One web page, complete in itself;bib BibTeX|Output format
export|--plan|@none|Make a reading plan that starts at this local time
export|--every|@none|Time between entries, e.g. 3d, 2w or 1M
export|--duration|@none|Length of each entry, e.g. 1h30m
open||@talks|Talk (specified as for `show`), year or latest
open|--slides||Open the slides; fail if their URL is unknown
open|--article||Open the first article; fail if there is none
open|--page||Open the web page of the talk or its edition
open|--print||Print the URL without opening it
completions||bash;elvish;fish;powershell;zsh|Shell to generate completions for' | each {|row| put [(str:split '|' $row)] })]

# Whether a column of words includes one of them.
fn has {|column word| has-value [(str:split ' ' $column)] $word }

set edit:completion:arg-completer[kangrejos] = {|@words|
    var command = kangrejos
    for word $words[1..-1] {
        if (and (eq $command kangrejos) (or (each {|row| has $row[0] $word } $rows))) {
            set command = $word
        }
    }
    for row $rows {
        if (and (has $row[0] $command) (not-eq $row[1] '')) {
            for word [(str:split ' ' $row[1])] {
                edit:complex-candidate $word &display=$word'  '$row[3]
            }
        }
    }
}
