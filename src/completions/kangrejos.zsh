#compdef kangrejos

# Completes kangrejos in zsh. Talks, speakers and editions are those that the program prints.

# Sets `specs` to the arguments of the command $1, for `_arguments`, and `values` to what the table
# calls the values of each.
_kangrejos_find() {
    local commands option options value help
    local -i row=1
    specs=() values=(@subcommands) subcommands=()
    while IFS='|' read -r commands options value help; do
        [[ " $commands " == *" $1 "* ]] || continue
        values[++row]=$value
        help=${help//(#m)[\\:\[\]]/\\$MATCH}
        case $options in
            (-*)
                for option in ${=options}; do
                    case $option/$value in
                        (*/) specs+=("${option}[$help]") ;;
                        (--*) specs+=("*$option=[$help]:$help:->$row") ;;
                        (*) specs+=("*$option+[$help]:$help:->$row") ;;
                    esac
                done
                ;;
            (?*) subcommands+=("$options:$help") ;;
            (*) specs+=("*:$help:->$row") ;;
        esac
    done <<'TABLE'
@TABLE@
TABLE
    (( ! $#subcommands )) || specs+=('1: :->1' '*::: :->rest')
}

# Sets `lines` to what the program prints.
_kangrejos_ask() {
    lines=(${(f)"$(command kangrejos "$@" 2>/dev/null </dev/null)"})
}

# Completes the values that the table calls $1.
_kangrejos_values() {
    local line
    local -a lines columns talks expl
    case $1 in
        (@subcommands) _describe -t subcommands subcommand subcommands ;;
        (@editions)
            _kangrejos_ask editions -f ids
            _wanted editions expl edition compadd -- $lines latest all
            ;;
        (@speakers)
            _kangrejos_ask people -f ids
            _wanted speakers expl speaker \
                compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -- $lines
            ;;
        (@topics)
            _kangrejos_ask topics -f ids
            _wanted topics expl topic compadd -- $lines
            ;;
        (@talks)
            _kangrejos_ask list -f tsv
            for line in $lines[2,-1]; do
                columns=("${(@ps:\t:)line}")
                talks+=("$columns[1]:${columns[4]//\\/\\\\}")
            done
            _describe -t talks talk talks
            ;;
        (@query*)
            _kangrejos_ask editions -f ids
            lines=(${=1#@query} year:$^lines)
            _wanted qualifiers expl qualifier compadd -S '' -- ${(M)lines:#*:}
            _wanted qualifiers expl qualifier compadd -- ${lines:#*:}
            ;;
        (@files) _files ;;
        (@directories) _files -/ ;;
        (@none) ;;
        (*)
            lines=(${(s.;.)1})
            lines=(${lines/ /:})
            _describe -t values value lines
            ;;
    esac
}

_kangrejos() {
    local curcontext=$curcontext name ret=1
    local -a context line state state_descr specs subcommands values
    local -A opt_args
    _kangrejos_find kangrejos
    _arguments -s -S -C : $specs && ret=0
    if [[ $state == rest ]]; then
        words=($line[1] "${words[@]}")
        (( CURRENT++ ))
        curcontext=${curcontext%:*:*}:kangrejos-$line[1]:
        _kangrejos_find $line[1]
        _arguments -s -S -C : $specs && ret=0
    fi
    for name in $state; do
        [[ $name != rest ]] && _kangrejos_values $values[name] && ret=0
    done
    return ret
}

if [[ $funcstack[1] == _kangrejos ]]; then _kangrejos "$@"; else compdef _kangrejos kangrejos; fi
