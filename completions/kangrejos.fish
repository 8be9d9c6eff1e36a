# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_kangrejos_global_optspecs
    string join \n d/dataset= color= h/help V/version
end

function __fish_kangrejos_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_kangrejos_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_kangrejos_using_subcommand
    set -l cmd (__fish_kangrejos_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c kangrejos -n "__fish_kangrejos_needs_command" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_needs_command" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -s V -l version -d 'Print version'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "list" -d 'List the talks of an edition'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "show" -d 'Show a talk, or an edition, in full'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "search" -d 'Find talks by what they are about'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "export" -d 'Write talks as a calendar, a reading plan or a document'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "speakers" -d 'List the speakers, with their talks'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "editions" -d 'List the editions'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "open" -d 'Open a talk\'s slides in the browser'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "completions" -d 'Print the completions of a shell'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "man" -d 'Print the manual page, as roff'
complete -c kangrejos -n "__fish_kangrejos_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -s e -l edition -d 'Take the edition of this year, or `all`; repeat for several' -r -f -a "2021\t''
2022\t''
2023\t''
2024\t''
2025\t''
all\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -s s -l speaker -d 'Take talks of this speaker, in any case and without accents; repeat for any of several' -r -f -a "Alastair Reid\t''
Alejandra González\t''
Alice Ryhl\t''
Andreas Hindborg\t''
Antoni Boucher\t''
Ariel Miculas\t''
Arthur Cohen\t''
Benno Lossin\t''
Boqun Feng\t''
Carlos Bilbao\t''
Carlos Llamas\t''
Daniel Almeida\t''
Danilo Krummrich\t''
Dirk Behme\t''
Gary Guo\t''
John Baublitz\t''
Julia Lawall\t''
Kent Overstreet\t''
Matthew Maurer\t''
Miguel Ojeda\t''
Paul E. McKenney\t''
Philip Herron\t''
Pierre-Emmanuel Patry\t''
Tathagata Roy\t''
Tyler Mandry\t''
Vincenzo Palazzo\t''
Wedson Almeida Filho\t''
Xiangfei Ding\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -s k -l kind -d 'Take talks of this kind; repeat for any of several' -r -f -a "talk\t''
training\t''
discussion\t''
session\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -l has -d 'Take talks that have this published; repeat for all of several' -r -f -a "slides\t'Published slides'
abstract\t'A published abstract'
coverage\t'A press report'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -s f -l format -d 'Print in this format' -r -f -a "table\t'Aligned columns, fitted to the terminal'
tsv\t'Tab-separated values with a header line'
json\t'A JSON array'
jsonl\t'A JSON object a line'
ids\t'The ids alone, one a line (names of speakers, years of editions)'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -l sort -d 'Sort by this; the programme\'s order is editions oldest first, then as published' -r -f -a "programme\t'Editions oldest first, then the programme\'s order'
title\t'Titles as shown, without case and punctuation'
speaker\t'The first speaker\'s name; talks without one come last'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -l json -d 'Print as JSON: short for --format json'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand show" -s f -l format -d 'Print as plain text, JSON or Markdown' -r -f -a "text\t'Plain text, wrapped on a terminal'
json\t'A JSON object per talk'
markdown\t'Markdown'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand show" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand show" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand show" -l json -d 'Print as JSON: short for --format json'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -s e -l edition -d 'Take the edition of this year, or `all`; repeat for several' -r -f -a "2021\t''
2022\t''
2023\t''
2024\t''
2025\t''
all\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -s s -l speaker -d 'Take talks of this speaker, in any case and without accents; repeat for any of several' -r -f -a "Alastair Reid\t''
Alejandra González\t''
Alice Ryhl\t''
Andreas Hindborg\t''
Antoni Boucher\t''
Ariel Miculas\t''
Arthur Cohen\t''
Benno Lossin\t''
Boqun Feng\t''
Carlos Bilbao\t''
Carlos Llamas\t''
Daniel Almeida\t''
Danilo Krummrich\t''
Dirk Behme\t''
Gary Guo\t''
John Baublitz\t''
Julia Lawall\t''
Kent Overstreet\t''
Matthew Maurer\t''
Miguel Ojeda\t''
Paul E. McKenney\t''
Philip Herron\t''
Pierre-Emmanuel Patry\t''
Tathagata Roy\t''
Tyler Mandry\t''
Vincenzo Palazzo\t''
Wedson Almeida Filho\t''
Xiangfei Ding\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -s k -l kind -d 'Take talks of this kind; repeat for any of several' -r -f -a "talk\t''
training\t''
discussion\t''
session\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -l has -d 'Take talks that have this published; repeat for all of several' -r -f -a "slides\t'Published slides'
abstract\t'A published abstract'
coverage\t'A press report'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -s f -l format -d 'Print in this format' -r -f -a "table\t'Aligned columns, fitted to the terminal'
tsv\t'Tab-separated values with a header line'
json\t'A JSON array'
jsonl\t'A JSON object a line'
ids\t'The ids alone, one a line (names of speakers, years of editions)'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -s n -l max-count -d 'Print at most this many hits' -r
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -l json -d 'Print as JSON: short for --format json'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -l exact -d 'Take the query as it is: correct no word and leave none out'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -l explain -d 'Print how each score came about, per word and field'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand search" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -s e -l edition -d 'Take the edition of this year, or `all`; repeat for several' -r -f -a "2021\t''
2022\t''
2023\t''
2024\t''
2025\t''
all\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -s s -l speaker -d 'Take talks of this speaker, in any case and without accents; repeat for any of several' -r -f -a "Alastair Reid\t''
Alejandra González\t''
Alice Ryhl\t''
Andreas Hindborg\t''
Antoni Boucher\t''
Ariel Miculas\t''
Arthur Cohen\t''
Benno Lossin\t''
Boqun Feng\t''
Carlos Bilbao\t''
Carlos Llamas\t''
Daniel Almeida\t''
Danilo Krummrich\t''
Dirk Behme\t''
Gary Guo\t''
John Baublitz\t''
Julia Lawall\t''
Kent Overstreet\t''
Matthew Maurer\t''
Miguel Ojeda\t''
Paul E. McKenney\t''
Philip Herron\t''
Pierre-Emmanuel Patry\t''
Tathagata Roy\t''
Tyler Mandry\t''
Vincenzo Palazzo\t''
Wedson Almeida Filho\t''
Xiangfei Ding\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -s k -l kind -d 'Take talks of this kind; repeat for any of several' -r -f -a "talk\t''
training\t''
discussion\t''
session\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -l has -d 'Take talks that have this published; repeat for all of several' -r -f -a "slides\t'Published slides'
abstract\t'A published abstract'
coverage\t'A press report'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -s o -l output -d 'Write to this file, whole or not at all; `-` is standard output' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -l split -d 'Write an .ics file per talk into this folder, made if missing; files of the same talk are replaced, others left alone' -r -f -a "(__fish_complete_directories)"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -s f -l format -d 'Write in this format, whatever the file is called' -r -f -a "ics\t'iCalendar, RFC 5545'
json\t'A JSON array, as `list --json` prints it'
csv\t'Comma-separated values with a header line, RFC 4180'
md\t'A programme page in Markdown'
bib\t'BibTeX'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -l plan -d 'Write a reading plan: the talks one by one, the first at this local time, such as 2026-12-07T18:00' -r
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -l every -d 'Plan one talk each period of days, weeks or months, such as 3d, 2w or 1M' -r
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -l duration -d 'Plan this long for a talk, such as 45m or 1h30m' -r
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand speakers" -s e -l edition -d 'Take the edition of this year, or `all`; repeat for several' -r -f -a "2021\t''
2022\t''
2023\t''
2024\t''
2025\t''
all\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand speakers" -s s -l speaker -d 'Take talks of this speaker, in any case and without accents; repeat for any of several' -r -f -a "Alastair Reid\t''
Alejandra González\t''
Alice Ryhl\t''
Andreas Hindborg\t''
Antoni Boucher\t''
Ariel Miculas\t''
Arthur Cohen\t''
Benno Lossin\t''
Boqun Feng\t''
Carlos Bilbao\t''
Carlos Llamas\t''
Daniel Almeida\t''
Danilo Krummrich\t''
Dirk Behme\t''
Gary Guo\t''
John Baublitz\t''
Julia Lawall\t''
Kent Overstreet\t''
Matthew Maurer\t''
Miguel Ojeda\t''
Paul E. McKenney\t''
Philip Herron\t''
Pierre-Emmanuel Patry\t''
Tathagata Roy\t''
Tyler Mandry\t''
Vincenzo Palazzo\t''
Wedson Almeida Filho\t''
Xiangfei Ding\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand speakers" -s k -l kind -d 'Take talks of this kind; repeat for any of several' -r -f -a "talk\t''
training\t''
discussion\t''
session\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand speakers" -l has -d 'Take talks that have this published; repeat for all of several' -r -f -a "slides\t'Published slides'
abstract\t'A published abstract'
coverage\t'A press report'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand speakers" -s f -l format -d 'Print in this format' -r -f -a "table\t'Aligned columns, fitted to the terminal'
tsv\t'Tab-separated values with a header line'
json\t'A JSON array'
jsonl\t'A JSON object a line'
ids\t'The ids alone, one a line (names of speakers, years of editions)'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand speakers" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand speakers" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand speakers" -l json -d 'Print as JSON: short for --format json'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand speakers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand editions" -s f -l format -d 'Print in this format' -r -f -a "table\t'Aligned columns, fitted to the terminal'
tsv\t'Tab-separated values with a header line'
json\t'A JSON array'
jsonl\t'A JSON object a line'
ids\t'The ids alone, one a line (names of speakers, years of editions)'"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand editions" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand editions" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand editions" -l json -d 'Print as JSON: short for --format json'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand editions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand open" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand open" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand open" -l print -d 'Print the address and open nothing'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand open" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand completions" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand completions" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand man" -s d -l dataset -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]' -r -F
complete -c kangrejos -n "__fish_kangrejos_using_subcommand man" -l color -d 'Colour the output: always, never, or where it goes to a terminal' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kangrejos -n "__fish_kangrejos_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "list" -d 'List the talks of an edition'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "show" -d 'Show a talk, or an edition, in full'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "search" -d 'Find talks by what they are about'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "export" -d 'Write talks as a calendar, a reading plan or a document'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "speakers" -d 'List the speakers, with their talks'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "editions" -d 'List the editions'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "open" -d 'Open a talk\'s slides in the browser'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "completions" -d 'Print the completions of a shell'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "man" -d 'Print the manual page, as roff'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand help; and not __fish_seen_subcommand_from list show search export speakers editions open completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c kangrejos -f
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "overview" -d '[Overview of Rust for Linux: motivation and status]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "verification" -d 'How can we formally verify Rust for Linux'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "rust-concepts" -d '[Concepts of the Rust language for kernel developers]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "lessons" -d '[How Rust can work in the kernel: lessons learned and next steps]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "rustc-codegen-gcc" -d 'rustc_codegen_gcc: A gcc codegen for the Rust compiler'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "rust-gcc" -d 'Rust GCC'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "nvme" -d 'A Linux (PCI) NVMe Driver in Rust'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "9p" -d 'Async Rust and 9p server'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "safe-pinned-init" -d 'Safe Pinned Initialization in Rust'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "pinned-structs" -d 'pin-init - safe initialisation of pinned structs'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "kernel-report" -d 'The Rust for Linux Kernel Report'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "lto" -d 'Inlining and LTO for Rust Kernel Modules'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "android" -d 'Rust in the Android kernel'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "vmbus" -d 'VMbus'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "pin-init" -d 'The pin-init API training'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "rcu" -d 'If you want to use RCU in Rust for Linux kernel...'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "klint" -d 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "coccinelle" -d 'Coccinelle for Rust'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "pointer-zap" -d 'Lifetime-End Pointer Zap in Rust'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "proc-macros" -d 'Procedural Macro in the Linux kernel'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "v4l2" -d 'Rust in V4L2'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "tarfs" -d 'Read-only FS abstractions & tarfs'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "puzzlefs" -d 'PuzzleFS'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "kent-overstreet" -d '[session by Kent Overstreet]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "filesystems" -d 'Filesystems discussion'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "other-topics" -d 'Other topics discussion'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "safety-standard" -d 'Rust Safety Standard - Increasing the Correctness of unsafe Code'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "error-handling" -d '[Error handling and the question-mark operator in kernel Rust]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "guidance" -d '[Guidance for users of the kernel\'s Rust abstractions]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "learning" -d '[Resources for learning kernel Rust]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "nova" -d '[The Nova GPU driver]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "pci" -d '[Getting device and driver abstractions upstream, with PCI as the example]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "coccinelle-2024" -d '[Coccinelle for Rust in 2024]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "smart-pointers" -d 'SmartPointer and PinCoerceUnsized'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "tracepoints" -d 'Tracepoints'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "bindgen" -d '[Improvements to bindgen: macros, bitfields and enums]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "ffi" -d 'FFI types and helpers'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "oota" -d 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "lkmm" -d '[Atomics of the Linux kernel memory model (LKMM) in Rust]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "klint-2025" -d '[Klint, a sequel to the talk of 2023]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "pointer-zap-2025" -d '[Progress against lifetime-end pointer zap]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "clippy" -d '[Clippy for Rust for Linux]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "language-features" -d '[Upcoming features of the Rust language]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "field-projections" -d '[Field projections]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "in-place-init" -d '[In-place initialization]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "spinlocks" -d '[Interrupt-aware spinlocks]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "debugfs" -d '[DebugFS bindings for Rust]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "gccrs" -d '[The gccrs compiler]'
complete -c kangrejos -n "__fish_kangrejos_using_subcommand export open show" -f -a "nova-2025" -d 'DRM and Nova GPU Driver (Update)'
