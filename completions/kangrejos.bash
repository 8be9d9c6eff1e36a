# Completes kangrejos in bash 4 and later. Talks, speakers and editions are those that the program
# prints; they are compared as text, because `compgen -W` would run a $(...) in a name.

# Sets `options` and `subcommands` to those of the command $1, and `values` to those of its option $2
# or, if that is empty, of its argument. Fails if there is no such command.
_kangrejos_find() {
    local commands words row_values
    options=() subcommands=() values=''
    while IFS='|' read -r commands words row_values _; do
        [[ " $commands " == *" $1 "* ]] || continue
        [[ " $words " == *" $2 "* ]] && values="$row_values"
        case "$words" in
            -*) options+=($words) ;;
            ?*) subcommands+=($words) ;;
        esac
    done <<'TABLE'
kangrejos help|list||List talks
kangrejos help|show||Show a talk or an edition
kangrejos help|search||Search talks by keyword
kangrejos help|timeline||Tell the story of a work: sessions and outcomes by date
kangrejos help|topics||List topics, with the number of talks per year
kangrejos help|people||List people, or print what a person presented and said
kangrejos help|export||Export talks to iCalendar, JSON, CSV, Markdown, HTML or BibTeX
kangrejos help|editions||List editions
kangrejos help|open||Open a talk's slides or article in a browser
kangrejos help|completions||Generate a shell completion script
kangrejos help|man||Print the man page (roff)
kangrejos help|help||Print this message or the help of the given subcommand(s)
kangrejos list ls show view search find timeline topics people export editions open|--dataset|@files|Read editions from FILE instead of the built-in data (may be repeated)
kangrejos list ls show view search find timeline topics people export editions open completions man|--color|auto;always;never|When to use color: auto, always or never
kangrejos list ls show view search find timeline topics people export editions open completions man|--width|@none|Wrap text and tables to this many columns, even in a pipe
kangrejos list ls show view search find timeline topics people export editions open completions man|--no-pager||Do not use a pager
kangrejos list ls show view search find timeline topics people export editions open completions man|-h --help||Print help (see more with '--help')
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
completions||bash;elvish;fish;powershell;zsh|Shell to generate completions for
TABLE
    [[ "${options[*]}${subcommands[*]}" ]]
}

# Sets `lines` to what the program prints.
_kangrejos_ask() {
    mapfile -t lines < <(command kangrejos "$@" 2>/dev/null </dev/null)
}

# Sets `lines` to the values that the table calls $1. Files are left to bash.
_kangrejos_values() {
    case "$1" in
        @editions) _kangrejos_ask editions -f ids; lines+=(latest all) ;;
        @speakers) _kangrejos_ask people -f ids ;;
        @talks) _kangrejos_ask list -f ids ;;
        @topics) _kangrejos_ask topics -f ids ;;
        @query*) _kangrejos_ask editions -f ids; lines=(${1#@query} "${lines[@]/#/year:}") ;;
        @files) compopt -o default ;;
        @directories) compopt -o dirnames ;;
        @none) ;;
        *) IFS=';' read -r -a lines <<<"$1"; lines=("${lines[@]%% *}") ;;
    esac
}

_kangrejos() {
    local IFS=$' \t\n' command=kangrejos option='' prefix='' only_arguments='' word value
    local options=() subcommands=() lines=() values
    # The command, and the option that the completed word is a value of.
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$only_arguments $option $word" in
            '  --') only_arguments=yes ;;
            '  -'*) _kangrejos_find "$command" "$word"; option="${values:+$word}" ;;
            # Bash splits --option=value at `=`.
            ' -'*' =') ;;
            ' -'*) option='' ;;
            *) [[ $command == kangrejos ]] && _kangrejos_find "$word" && command="$word" ;;
        esac
    done
    [[ ! "$only_arguments$option" && "$2" == -[!-]?* ]] && option="${2:0:2}" prefix="${2:0:2}"

    # What was typed. Bash replaces only $2, which begins after a quote, `=` or `:`; `kept` is the part
    # of the word before it. Without -r, `read` removes backslashes.
    local typed="${2#"$prefix"}" kept="${COMP_LINE:0:COMP_POINT}"
    kept="${kept%"$2"}"
    kept="${kept%[\"\']}"
    kept="${kept##*[[:space:]]}"
    kept="${kept#"$option="}"
    [[ "${COMP_WORDS[COMP_CWORD]}" == \'* ]] || IFS= read typed <<<"$typed"
    typed="$kept$typed"

    _kangrejos_find "$command" "$option"
    if [[ ! "$only_arguments$option" && "$typed" == -* ]]; then
        lines=("${options[@]}")
    elif [[ ! "$option" && "${subcommands[*]}" ]]; then
        lines=("${subcommands[@]}")
    else
        _kangrejos_values "$values"
    fi
    COMPREPLY=()
    for value in "${lines[@]}"; do
        [[ "${value,,}" == "${typed,,}"* ]] && COMPREPLY+=("$prefix${value:${#kept}}")
    done
    # Bash quotes names like those of files, except that it takes a `$` for that of a variable.
    if [[ "$values" == @speakers ]]; then
        if [[ "${COMPREPLY[*]}" == *[\$\`]* && "${COMP_WORDS[COMP_CWORD]}" != [\"\']* ]]; then
            mapfile -t COMPREPLY < <(printf '%q\n' "${COMPREPLY[@]}")
        else
            compopt -o filenames
        fi
    elif [[ "${#COMPREPLY[@]} ${COMPREPLY[0]}" == 1\ *: ]]; then
        compopt -o nospace
    fi
}

(( BASH_VERSINFO[0] < 4 )) || complete -F _kangrejos kangrejos
