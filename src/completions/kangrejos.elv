# Completes the subcommands and options of kangrejos in elvish.

use str

# The columns: commands, options or subcommands, their values, help.
var rows = [(str:split "\n" '@TABLE@' | each {|row| put [(str:split '|' $row)] })]

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
