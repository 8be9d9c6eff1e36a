# Completes kangrejos in fish. Talks, speakers and editions are those that the program prints.

# Whether the command on the line is one of the arguments.
function __kangrejos_in
    set -l command kangrejos
    set -l previous ''
    for word in (commandline -opc)[2..]
        if contains -- $word $__kangrejos_commands; and not contains -- $previous $__kangrejos_valued
            set command $word
            break
        end
        set previous $word
    end
    contains -- $command $argv
end

function __kangrejos_ask
    command kangrejos $argv 2>/dev/null </dev/null
end

# Prints values, as in the table. The empty description replaces that of the option.
function __kangrejos_values -a values
    switch $values
        case @editions
            printf '%s\t\n' (__kangrejos_ask editions -f ids) latest all
        case @speakers
            printf '%s\t\n' (__kangrejos_ask people -f ids)
        case @topics
            printf '%s\t\n' (__kangrejos_ask topics -f ids)
        case @talks
            for row in (__kangrejos_ask list -f tsv)[2..]
                set -l columns (string split \t -- $row)
                printf '%s\t%s\n' $columns[1] $columns[4]
            end
        case '@query*'
            printf '%s\t\n' (string split ' ' -- $values)[2..] year:(__kangrejos_ask editions -f ids)
        case @directories
            __fish_complete_directories
        case @none
        case '*'
            printf '%s\t%s\n' (string split ';' -- $values | string replace -r '( |$)' \n)
    end
end

set -g __kangrejos_commands
set -g __kangrejos_valued
complete -c kangrejos -f
# The columns: commands, options or subcommands, their values, help.
for row in (string split \n -- '@TABLE@')
    set -l columns (string split '|' -- $row)
    set -l commands (string split ' ' -- $columns[1])
    set -l words (string split -n ' ' -- $columns[2])
    set -l options
    for word in $words
        switch $word
            case '--*'
                set -a options -l (string sub -s 3 -- $word)
            case '-*'
                set -a options -s (string sub -s 2 -- $word)
            case '*'
                set -a options -a $word
        end
    end
    if test "$columns[3]" = @files
        set -a options -F
    else if test -n "$columns[3]"
        set -a options -f -a "(__kangrejos_values "(string escape -- $columns[3])")"
    end
    if test -n "$columns[2]" -a -n "$columns[3]"
        set -a options -r
        set -a __kangrejos_valued $words
    end
    set -a __kangrejos_commands $commands
    complete -c kangrejos -n "__kangrejos_in $commands" $options -d "$columns[4]"
end
