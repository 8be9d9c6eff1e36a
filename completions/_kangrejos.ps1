
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'kangrejos' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'kangrejos'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'kangrejos' {
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List talks')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a talk or an edition')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Search talks by keyword')
            [CompletionResult]::new('timeline', 'timeline', [CompletionResultType]::ParameterValue, 'Tell the story of a work: sessions and outcomes by date')
            [CompletionResult]::new('topics', 'topics', [CompletionResultType]::ParameterValue, 'List topics, with the number of talks per year')
            [CompletionResult]::new('people', 'people', [CompletionResultType]::ParameterValue, 'List people, or print what a person presented and said')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export talks to iCalendar, JSON, CSV, Markdown, HTML or BibTeX')
            [CompletionResult]::new('editions', 'editions', [CompletionResultType]::ParameterValue, 'List editions')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open a talk''s slides or article in a browser')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Generate a shell completion script')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the man page (roff)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'kangrejos;list' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition: a year or `latest`')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only talks on this topic, as listed by `kangrejos topics`')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only work that is merged, released, ongoing, out-of-tree or dropped')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only talks with slides, abstract, summary, article, notes or outcome')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Sort order')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;show' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--notes', '--notes', [CompletionResultType]::ParameterName, 'Include the notes: who said what')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;search' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition: a year or `latest`')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only talks on this topic, as listed by `kangrejos topics`')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only work that is merged, released, ongoing, out-of-tree or dropped')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only talks with slides, abstract, summary, article, notes or outcome')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--exact', '--exact', [CompletionResultType]::ParameterName, 'Search for exactly the words typed')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;timeline' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition: a year or `latest`')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only talks on this topic, as listed by `kangrejos topics`')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only work that is merged, released, ongoing, out-of-tree or dropped')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only talks with slides, abstract, summary, article, notes or outcome')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;topics' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;people' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition: a year or `latest`')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only talks on this topic, as listed by `kangrejos topics`')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only work that is merged, released, ongoing, out-of-tree or dropped')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only talks with slides, abstract, summary, article, notes or outcome')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;export' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition: a year or `latest`')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker')
            [CompletionResult]::new('--topic', '--topic', [CompletionResultType]::ParameterName, 'Only talks on this topic, as listed by `kangrejos topics`')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only work that is merged, released, ongoing, out-of-tree or dropped')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only talks with slides, abstract, summary, article, notes or outcome')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE (`-` for standard output)')
            [CompletionResult]::new('--split', '--split', [CompletionResultType]::ParameterName, 'Write one .ics file per talk to DIR')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'Make a reading plan that starts at this local time')
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'Time between entries, e.g. 3d, 2w or 1M')
            [CompletionResult]::new('--duration', '--duration', [CompletionResultType]::ParameterName, 'Length of each entry, e.g. 1h30m')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;editions' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;open' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--slides', '--slides', [CompletionResultType]::ParameterName, 'Open the slides; fail if their URL is unknown')
            [CompletionResult]::new('--article', '--article', [CompletionResultType]::ParameterName, 'Open the first article; fail if there is none')
            [CompletionResult]::new('--page', '--page', [CompletionResultType]::ParameterName, 'Open the web page of the talk or its edition')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'Print the URL without opening it')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;completions' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;man' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: auto, always or never')
            [CompletionResult]::new('--width', '--width', [CompletionResultType]::ParameterName, 'Wrap text and tables to this many columns, even in a pipe')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Do not use a pager')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;help' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
