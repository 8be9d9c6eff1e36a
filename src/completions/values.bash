
# Completes values with spaces or colons, at which bash splits words.
_kangrejos_values() {
    local value values=() restore line="${COMP_LINE:0:COMP_POINT}"
    # The typed text, and the part of it that bash replaces.
    local typed="${line##* }" word="$2"
    if [[ "$3" == -s || "$3" == --speaker ]]; then
        typed="${word//\\/}"
        word="$typed"
        values=(@NAMES@)
        compopt -o filenames 2>/dev/null
    elif [[ "$typed" == *:* && " ${COMP_WORDS[*]} " == *" search "* ]]; then
        values=(@QUALIFIERS@)
    else
        _kangrejos "$@"
        return
    fi
    restore="$(shopt -p nocasematch)"
    shopt -s nocasematch
    for value in "${values[@]}"; do
        [[ "$value" == "$typed"* ]] && COMPREPLY+=("${value:${#typed}-${#word}}")
    done
    $restore
}

complete -F _kangrejos_values -o bashdefault kangrejos
