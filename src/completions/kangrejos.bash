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
@TABLE@
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
