use str

set edit:completion:arg-completer[kangrejos] = {|@words|
    var candidates = [@CANDIDATES@
    ]
    var command = kangrejos
    for word $words[1..-1] {
        if (and (eq $command kangrejos) (has-key $candidates $word)) {
            set command = $word
        }
    }
    var is-option = (str:has-prefix $words[-1] '-')
    for candidate $candidates[$command] {
        var word help = $@candidate
        if (eq $is-option (str:has-prefix $word '-')) {
            edit:complex-candidate $word &display=$word'  '$help
        }
    }
}
