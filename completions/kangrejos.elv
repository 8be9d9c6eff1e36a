
use builtin;
use str;

set edit:completion:arg-completer[kangrejos] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        if (and (str:has-prefix $text '-') (not (str:has-prefix $words[-1] '-'))) {
            return
        }
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'kangrejos'
    var completions = [
        &'kangrejos'= {
            cand --dataset 'Datasets given before the subcommand''s name'
            cand --color 'When to use colour: auto, always or never'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List talks'
            cand ls 'List talks'
            cand show 'Show a talk or an edition'
            cand view 'Show a talk or an edition'
            cand search 'Search talks by keyword'
            cand find 'Search talks by keyword'
            cand export 'Export talks to iCalendar, JSON, CSV, Markdown or BibTeX'
            cand speakers 'List speakers and their talks'
            cand editions 'List editions'
            cand open 'Open a talk''s slides or article in a browser'
            cand completions 'Generate a shell completion script'
            cand man 'Print the man page (roff)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'kangrejos;list'= {
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with slides, abstract or coverage'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --sort 'Sort order'
            cand -n 'Show at most N talks'
            cand --max-count 'Show at most N talks'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --json 'Shorthand for --format json'
            cand --reverse 'Reverse the order'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;ls'= {
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with slides, abstract or coverage'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --sort 'Sort order'
            cand -n 'Show at most N talks'
            cand --max-count 'Show at most N talks'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --json 'Shorthand for --format json'
            cand --reverse 'Reverse the order'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;show'= {
            cand 'overview' '[Overview of Rust for Linux: motivation and status]'
            cand 'verification' 'How can we formally verify Rust for Linux'
            cand 'rust-concepts' '[Concepts of the Rust language for kernel developers]'
            cand 'lessons' '[How Rust can work in the kernel: lessons learned and next steps]'
            cand 'rustc-codegen-gcc' 'rustc_codegen_gcc: A gcc codegen for the Rust compiler'
            cand 'rust-gcc' 'Rust GCC'
            cand 'nvme' 'A Linux (PCI) NVMe Driver in Rust'
            cand '9p' 'Async Rust and 9p server'
            cand 'safe-pinned-init' 'Safe Pinned Initialization in Rust'
            cand 'pinned-structs' 'pin-init - safe initialisation of pinned structs'
            cand 'kernel-report' 'The Rust for Linux Kernel Report'
            cand 'lto' 'Inlining and LTO for Rust Kernel Modules'
            cand 'android' 'Rust in the Android kernel'
            cand 'vmbus' 'VMbus'
            cand 'pin-init' 'The pin-init API training'
            cand 'rcu' 'If you want to use RCU in Rust for Linux kernel...'
            cand 'klint' 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code'
            cand 'coccinelle' 'Coccinelle for Rust'
            cand 'pointer-zap' 'Lifetime-End Pointer Zap in Rust'
            cand 'proc-macros' 'Procedural Macro in the Linux kernel'
            cand 'v4l2' 'Rust in V4L2'
            cand 'tarfs' 'Read-only FS abstractions & tarfs'
            cand 'puzzlefs' 'PuzzleFS'
            cand 'kent-overstreet' '[session by Kent Overstreet]'
            cand 'filesystems' 'Filesystems discussion'
            cand 'other-topics' 'Other topics discussion'
            cand 'safety-standard' 'Rust Safety Standard - Increasing the Correctness of unsafe Code'
            cand 'error-handling' '[Error handling and the question-mark operator in kernel Rust]'
            cand 'guidance' '[Guidance for users of the kernel''s Rust abstractions]'
            cand 'learning' '[Resources for learning kernel Rust]'
            cand 'nova' '[The Nova GPU driver]'
            cand 'pci' '[Getting device and driver abstractions upstream, with PCI as the example]'
            cand 'coccinelle-2024' '[Coccinelle for Rust in 2024]'
            cand 'smart-pointers' 'SmartPointer and PinCoerceUnsized'
            cand 'tracepoints' 'Tracepoints'
            cand 'bindgen' '[Improvements to bindgen: macros, bitfields and enums]'
            cand 'ffi' 'FFI types and helpers'
            cand 'oota' 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying'
            cand 'lkmm' '[Atomics of the Linux kernel memory model (LKMM) in Rust]'
            cand 'klint-2025' '[Klint, a sequel to the talk of 2023]'
            cand 'pointer-zap-2025' '[Progress against lifetime-end pointer zap]'
            cand 'clippy' '[Clippy for Rust for Linux]'
            cand 'language-features' '[Upcoming features of the Rust language]'
            cand 'field-projections' '[Field projections]'
            cand 'in-place-init' '[In-place initialization]'
            cand 'spinlocks' '[Interrupt-aware spinlocks]'
            cand 'debugfs' '[DebugFS bindings for Rust]'
            cand 'gccrs' '[The gccrs compiler]'
            cand 'nova-2025' 'DRM and Nova GPU Driver (Update)'
            cand --color 'When to use colour: auto, always or never'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --json 'Shorthand for --format json'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;view'= {
            cand --color 'When to use colour: auto, always or never'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --json 'Shorthand for --format json'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;search'= {
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with slides, abstract or coverage'
            cand -f 'Output format'
            cand --format 'Output format'
            cand -n 'Show at most N results'
            cand --max-count 'Show at most N results'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --json 'Shorthand for --format json'
            cand --exact 'Do not correct or drop any words'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;find'= {
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with slides, abstract or coverage'
            cand -f 'Output format'
            cand --format 'Output format'
            cand -n 'Show at most N results'
            cand --max-count 'Show at most N results'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --json 'Shorthand for --format json'
            cand --exact 'Do not correct or drop any words'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;export'= {
            cand 'overview' '[Overview of Rust for Linux: motivation and status]'
            cand 'verification' 'How can we formally verify Rust for Linux'
            cand 'rust-concepts' '[Concepts of the Rust language for kernel developers]'
            cand 'lessons' '[How Rust can work in the kernel: lessons learned and next steps]'
            cand 'rustc-codegen-gcc' 'rustc_codegen_gcc: A gcc codegen for the Rust compiler'
            cand 'rust-gcc' 'Rust GCC'
            cand 'nvme' 'A Linux (PCI) NVMe Driver in Rust'
            cand '9p' 'Async Rust and 9p server'
            cand 'safe-pinned-init' 'Safe Pinned Initialization in Rust'
            cand 'pinned-structs' 'pin-init - safe initialisation of pinned structs'
            cand 'kernel-report' 'The Rust for Linux Kernel Report'
            cand 'lto' 'Inlining and LTO for Rust Kernel Modules'
            cand 'android' 'Rust in the Android kernel'
            cand 'vmbus' 'VMbus'
            cand 'pin-init' 'The pin-init API training'
            cand 'rcu' 'If you want to use RCU in Rust for Linux kernel...'
            cand 'klint' 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code'
            cand 'coccinelle' 'Coccinelle for Rust'
            cand 'pointer-zap' 'Lifetime-End Pointer Zap in Rust'
            cand 'proc-macros' 'Procedural Macro in the Linux kernel'
            cand 'v4l2' 'Rust in V4L2'
            cand 'tarfs' 'Read-only FS abstractions & tarfs'
            cand 'puzzlefs' 'PuzzleFS'
            cand 'kent-overstreet' '[session by Kent Overstreet]'
            cand 'filesystems' 'Filesystems discussion'
            cand 'other-topics' 'Other topics discussion'
            cand 'safety-standard' 'Rust Safety Standard - Increasing the Correctness of unsafe Code'
            cand 'error-handling' '[Error handling and the question-mark operator in kernel Rust]'
            cand 'guidance' '[Guidance for users of the kernel''s Rust abstractions]'
            cand 'learning' '[Resources for learning kernel Rust]'
            cand 'nova' '[The Nova GPU driver]'
            cand 'pci' '[Getting device and driver abstractions upstream, with PCI as the example]'
            cand 'coccinelle-2024' '[Coccinelle for Rust in 2024]'
            cand 'smart-pointers' 'SmartPointer and PinCoerceUnsized'
            cand 'tracepoints' 'Tracepoints'
            cand 'bindgen' '[Improvements to bindgen: macros, bitfields and enums]'
            cand 'ffi' 'FFI types and helpers'
            cand 'oota' 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying'
            cand 'lkmm' '[Atomics of the Linux kernel memory model (LKMM) in Rust]'
            cand 'klint-2025' '[Klint, a sequel to the talk of 2023]'
            cand 'pointer-zap-2025' '[Progress against lifetime-end pointer zap]'
            cand 'clippy' '[Clippy for Rust for Linux]'
            cand 'language-features' '[Upcoming features of the Rust language]'
            cand 'field-projections' '[Field projections]'
            cand 'in-place-init' '[In-place initialization]'
            cand 'spinlocks' '[Interrupt-aware spinlocks]'
            cand 'debugfs' '[DebugFS bindings for Rust]'
            cand 'gccrs' '[The gccrs compiler]'
            cand 'nova-2025' 'DRM and Nova GPU Driver (Update)'
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with slides, abstract or coverage'
            cand -o 'Write to FILE (`-` for standard output)'
            cand --output 'Write to FILE (`-` for standard output)'
            cand --split 'Write one .ics file per talk to DIR'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --plan 'Make a reading plan that starts at this local time'
            cand --every 'Time between entries, e.g. 3d, 2w or 1M'
            cand --duration 'Length of each entry, e.g. 1h30m'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;speakers'= {
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with slides, abstract or coverage'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --json 'Shorthand for --format json'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;editions'= {
            cand --color 'When to use colour: auto, always or never'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --json 'Shorthand for --format json'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;open'= {
            cand 'overview' '[Overview of Rust for Linux: motivation and status]'
            cand 'verification' 'How can we formally verify Rust for Linux'
            cand 'rust-concepts' '[Concepts of the Rust language for kernel developers]'
            cand 'lessons' '[How Rust can work in the kernel: lessons learned and next steps]'
            cand 'rustc-codegen-gcc' 'rustc_codegen_gcc: A gcc codegen for the Rust compiler'
            cand 'rust-gcc' 'Rust GCC'
            cand 'nvme' 'A Linux (PCI) NVMe Driver in Rust'
            cand '9p' 'Async Rust and 9p server'
            cand 'safe-pinned-init' 'Safe Pinned Initialization in Rust'
            cand 'pinned-structs' 'pin-init - safe initialisation of pinned structs'
            cand 'kernel-report' 'The Rust for Linux Kernel Report'
            cand 'lto' 'Inlining and LTO for Rust Kernel Modules'
            cand 'android' 'Rust in the Android kernel'
            cand 'vmbus' 'VMbus'
            cand 'pin-init' 'The pin-init API training'
            cand 'rcu' 'If you want to use RCU in Rust for Linux kernel...'
            cand 'klint' 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code'
            cand 'coccinelle' 'Coccinelle for Rust'
            cand 'pointer-zap' 'Lifetime-End Pointer Zap in Rust'
            cand 'proc-macros' 'Procedural Macro in the Linux kernel'
            cand 'v4l2' 'Rust in V4L2'
            cand 'tarfs' 'Read-only FS abstractions & tarfs'
            cand 'puzzlefs' 'PuzzleFS'
            cand 'kent-overstreet' '[session by Kent Overstreet]'
            cand 'filesystems' 'Filesystems discussion'
            cand 'other-topics' 'Other topics discussion'
            cand 'safety-standard' 'Rust Safety Standard - Increasing the Correctness of unsafe Code'
            cand 'error-handling' '[Error handling and the question-mark operator in kernel Rust]'
            cand 'guidance' '[Guidance for users of the kernel''s Rust abstractions]'
            cand 'learning' '[Resources for learning kernel Rust]'
            cand 'nova' '[The Nova GPU driver]'
            cand 'pci' '[Getting device and driver abstractions upstream, with PCI as the example]'
            cand 'coccinelle-2024' '[Coccinelle for Rust in 2024]'
            cand 'smart-pointers' 'SmartPointer and PinCoerceUnsized'
            cand 'tracepoints' 'Tracepoints'
            cand 'bindgen' '[Improvements to bindgen: macros, bitfields and enums]'
            cand 'ffi' 'FFI types and helpers'
            cand 'oota' 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying'
            cand 'lkmm' '[Atomics of the Linux kernel memory model (LKMM) in Rust]'
            cand 'klint-2025' '[Klint, a sequel to the talk of 2023]'
            cand 'pointer-zap-2025' '[Progress against lifetime-end pointer zap]'
            cand 'clippy' '[Clippy for Rust for Linux]'
            cand 'language-features' '[Upcoming features of the Rust language]'
            cand 'field-projections' '[Field projections]'
            cand 'in-place-init' '[In-place initialization]'
            cand 'spinlocks' '[Interrupt-aware spinlocks]'
            cand 'debugfs' '[DebugFS bindings for Rust]'
            cand 'gccrs' '[The gccrs compiler]'
            cand 'nova-2025' 'DRM and Nova GPU Driver (Update)'
            cand --color 'When to use colour: auto, always or never'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --slides 'Open the slides, or nothing if their URL is unknown'
            cand --article 'Open the first article, or nothing if there is none'
            cand --page 'Open the web page of the talk or its edition'
            cand --print 'Print the URL without opening it'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;completions'= {
            cand 'bash' ''
            cand 'elvish' ''
            cand 'fish' ''
            cand 'powershell' ''
            cand 'zsh' ''
            cand --color 'When to use colour: auto, always or never'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;man'= {
            cand --color 'When to use colour: auto, always or never'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;help'= {
            cand list 'List talks'
            cand show 'Show a talk or an edition'
            cand search 'Search talks by keyword'
            cand export 'Export talks to iCalendar, JSON, CSV, Markdown or BibTeX'
            cand speakers 'List speakers and their talks'
            cand editions 'List editions'
            cand open 'Open a talk''s slides or article in a browser'
            cand completions 'Generate a shell completion script'
            cand man 'Print the man page (roff)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'kangrejos;help;list'= {
        }
        &'kangrejos;help;show'= {
        }
        &'kangrejos;help;search'= {
        }
        &'kangrejos;help;export'= {
        }
        &'kangrejos;help;speakers'= {
        }
        &'kangrejos;help;editions'= {
        }
        &'kangrejos;help;open'= {
        }
        &'kangrejos;help;completions'= {
        }
        &'kangrejos;help;man'= {
        }
        &'kangrejos;help;help'= {
        }
        &'kangrejos --dataset'= {
        }
        &'kangrejos --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;list --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;list -e'= {
            cand '2021' ''
            cand '2022' ''
            cand '2023' ''
            cand '2024' ''
            cand '2025' ''
            cand 'all' ''
        }
        &'kangrejos;list --edition'= {
            cand '2021' ''
            cand '2022' ''
            cand '2023' ''
            cand '2024' ''
            cand '2025' ''
            cand 'all' ''
        }
        &'kangrejos;list -s'= {
            cand 'Alastair Reid' ''
            cand 'Alejandra González' ''
            cand 'Alice Ryhl' ''
            cand 'Andreas Hindborg' ''
            cand 'Antoni Boucher' ''
            cand 'Ariel Miculas' ''
            cand 'Arthur Cohen' ''
            cand 'Benno Lossin' ''
            cand 'Boqun Feng' ''
            cand 'Carlos Bilbao' ''
            cand 'Carlos Llamas' ''
            cand 'Daniel Almeida' ''
            cand 'Danilo Krummrich' ''
            cand 'Dirk Behme' ''
            cand 'Gary Guo' ''
            cand 'John Baublitz' ''
            cand 'Julia Lawall' ''
            cand 'Kent Overstreet' ''
            cand 'Matthew Maurer' ''
            cand 'Miguel Ojeda' ''
            cand 'Paul E. McKenney' ''
            cand 'Philip Herron' ''
            cand 'Pierre-Emmanuel Patry' ''
            cand 'Tathagata Roy' ''
            cand 'Tyler Mandry' ''
            cand 'Vincenzo Palazzo' ''
            cand 'Wedson Almeida Filho' ''
            cand 'Xiangfei Ding' ''
        }
        &'kangrejos;list --speaker'= {
            cand 'Alastair Reid' ''
            cand 'Alejandra González' ''
            cand 'Alice Ryhl' ''
            cand 'Andreas Hindborg' ''
            cand 'Antoni Boucher' ''
            cand 'Ariel Miculas' ''
            cand 'Arthur Cohen' ''
            cand 'Benno Lossin' ''
            cand 'Boqun Feng' ''
            cand 'Carlos Bilbao' ''
            cand 'Carlos Llamas' ''
            cand 'Daniel Almeida' ''
            cand 'Danilo Krummrich' ''
            cand 'Dirk Behme' ''
            cand 'Gary Guo' ''
            cand 'John Baublitz' ''
            cand 'Julia Lawall' ''
            cand 'Kent Overstreet' ''
            cand 'Matthew Maurer' ''
            cand 'Miguel Ojeda' ''
            cand 'Paul E. McKenney' ''
            cand 'Philip Herron' ''
            cand 'Pierre-Emmanuel Patry' ''
            cand 'Tathagata Roy' ''
            cand 'Tyler Mandry' ''
            cand 'Vincenzo Palazzo' ''
            cand 'Wedson Almeida Filho' ''
            cand 'Xiangfei Ding' ''
        }
        &'kangrejos;list -k'= {
            cand 'talk' ''
            cand 'training' ''
            cand 'discussion' ''
            cand 'session' ''
        }
        &'kangrejos;list --kind'= {
            cand 'talk' ''
            cand 'training' ''
            cand 'discussion' ''
            cand 'session' ''
        }
        &'kangrejos;list --has'= {
            cand 'slides' 'Published slides'
            cand 'abstract' 'A published abstract'
            cand 'coverage' 'A press report'
        }
        &'kangrejos;list -f'= {
            cand 'table' 'Aligned columns, fitted to the terminal'
            cand 'tsv' 'Tab-separated values with a header line'
            cand 'json' 'A JSON array'
            cand 'jsonl' 'A JSON object a line'
            cand 'ids' 'The ids alone, one a line (names of speakers, years of editions)'
        }
        &'kangrejos;list --format'= {
            cand 'table' 'Aligned columns, fitted to the terminal'
            cand 'tsv' 'Tab-separated values with a header line'
            cand 'json' 'A JSON array'
            cand 'jsonl' 'A JSON object a line'
            cand 'ids' 'The ids alone, one a line (names of speakers, years of editions)'
        }
        &'kangrejos;list --sort'= {
            cand 'programme' 'By edition, oldest first, then by programme order'
            cand 'title' 'By title, ignoring case and punctuation'
            cand 'speaker' 'By first speaker (talks without a speaker last)'
        }
        &'kangrejos;list -n'= {
        }
        &'kangrejos;list --max-count'= {
        }
        &'kangrejos;list --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;show --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;show -f'= {
            cand 'text' 'Plain text, wrapped on a terminal'
            cand 'json' 'A JSON object per talk'
            cand 'markdown' 'Markdown'
        }
        &'kangrejos;show --format'= {
            cand 'text' 'Plain text, wrapped on a terminal'
            cand 'json' 'A JSON object per talk'
            cand 'markdown' 'Markdown'
        }
        &'kangrejos;show --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;search --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;search -e'= {
            cand '2021' ''
            cand '2022' ''
            cand '2023' ''
            cand '2024' ''
            cand '2025' ''
            cand 'all' ''
        }
        &'kangrejos;search --edition'= {
            cand '2021' ''
            cand '2022' ''
            cand '2023' ''
            cand '2024' ''
            cand '2025' ''
            cand 'all' ''
        }
        &'kangrejos;search -s'= {
            cand 'Alastair Reid' ''
            cand 'Alejandra González' ''
            cand 'Alice Ryhl' ''
            cand 'Andreas Hindborg' ''
            cand 'Antoni Boucher' ''
            cand 'Ariel Miculas' ''
            cand 'Arthur Cohen' ''
            cand 'Benno Lossin' ''
            cand 'Boqun Feng' ''
            cand 'Carlos Bilbao' ''
            cand 'Carlos Llamas' ''
            cand 'Daniel Almeida' ''
            cand 'Danilo Krummrich' ''
            cand 'Dirk Behme' ''
            cand 'Gary Guo' ''
            cand 'John Baublitz' ''
            cand 'Julia Lawall' ''
            cand 'Kent Overstreet' ''
            cand 'Matthew Maurer' ''
            cand 'Miguel Ojeda' ''
            cand 'Paul E. McKenney' ''
            cand 'Philip Herron' ''
            cand 'Pierre-Emmanuel Patry' ''
            cand 'Tathagata Roy' ''
            cand 'Tyler Mandry' ''
            cand 'Vincenzo Palazzo' ''
            cand 'Wedson Almeida Filho' ''
            cand 'Xiangfei Ding' ''
        }
        &'kangrejos;search --speaker'= {
            cand 'Alastair Reid' ''
            cand 'Alejandra González' ''
            cand 'Alice Ryhl' ''
            cand 'Andreas Hindborg' ''
            cand 'Antoni Boucher' ''
            cand 'Ariel Miculas' ''
            cand 'Arthur Cohen' ''
            cand 'Benno Lossin' ''
            cand 'Boqun Feng' ''
            cand 'Carlos Bilbao' ''
            cand 'Carlos Llamas' ''
            cand 'Daniel Almeida' ''
            cand 'Danilo Krummrich' ''
            cand 'Dirk Behme' ''
            cand 'Gary Guo' ''
            cand 'John Baublitz' ''
            cand 'Julia Lawall' ''
            cand 'Kent Overstreet' ''
            cand 'Matthew Maurer' ''
            cand 'Miguel Ojeda' ''
            cand 'Paul E. McKenney' ''
            cand 'Philip Herron' ''
            cand 'Pierre-Emmanuel Patry' ''
            cand 'Tathagata Roy' ''
            cand 'Tyler Mandry' ''
            cand 'Vincenzo Palazzo' ''
            cand 'Wedson Almeida Filho' ''
            cand 'Xiangfei Ding' ''
        }
        &'kangrejos;search -k'= {
            cand 'talk' ''
            cand 'training' ''
            cand 'discussion' ''
            cand 'session' ''
        }
        &'kangrejos;search --kind'= {
            cand 'talk' ''
            cand 'training' ''
            cand 'discussion' ''
            cand 'session' ''
        }
        &'kangrejos;search --has'= {
            cand 'slides' 'Published slides'
            cand 'abstract' 'A published abstract'
            cand 'coverage' 'A press report'
        }
        &'kangrejos;search -f'= {
            cand 'table' 'Aligned columns, fitted to the terminal'
            cand 'tsv' 'Tab-separated values with a header line'
            cand 'json' 'A JSON array'
            cand 'jsonl' 'A JSON object a line'
            cand 'ids' 'The ids alone, one a line (names of speakers, years of editions)'
        }
        &'kangrejos;search --format'= {
            cand 'table' 'Aligned columns, fitted to the terminal'
            cand 'tsv' 'Tab-separated values with a header line'
            cand 'json' 'A JSON array'
            cand 'jsonl' 'A JSON object a line'
            cand 'ids' 'The ids alone, one a line (names of speakers, years of editions)'
        }
        &'kangrejos;search -n'= {
        }
        &'kangrejos;search --max-count'= {
        }
        &'kangrejos;search --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;export --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;export -e'= {
            cand '2021' ''
            cand '2022' ''
            cand '2023' ''
            cand '2024' ''
            cand '2025' ''
            cand 'all' ''
        }
        &'kangrejos;export --edition'= {
            cand '2021' ''
            cand '2022' ''
            cand '2023' ''
            cand '2024' ''
            cand '2025' ''
            cand 'all' ''
        }
        &'kangrejos;export -s'= {
            cand 'Alastair Reid' ''
            cand 'Alejandra González' ''
            cand 'Alice Ryhl' ''
            cand 'Andreas Hindborg' ''
            cand 'Antoni Boucher' ''
            cand 'Ariel Miculas' ''
            cand 'Arthur Cohen' ''
            cand 'Benno Lossin' ''
            cand 'Boqun Feng' ''
            cand 'Carlos Bilbao' ''
            cand 'Carlos Llamas' ''
            cand 'Daniel Almeida' ''
            cand 'Danilo Krummrich' ''
            cand 'Dirk Behme' ''
            cand 'Gary Guo' ''
            cand 'John Baublitz' ''
            cand 'Julia Lawall' ''
            cand 'Kent Overstreet' ''
            cand 'Matthew Maurer' ''
            cand 'Miguel Ojeda' ''
            cand 'Paul E. McKenney' ''
            cand 'Philip Herron' ''
            cand 'Pierre-Emmanuel Patry' ''
            cand 'Tathagata Roy' ''
            cand 'Tyler Mandry' ''
            cand 'Vincenzo Palazzo' ''
            cand 'Wedson Almeida Filho' ''
            cand 'Xiangfei Ding' ''
        }
        &'kangrejos;export --speaker'= {
            cand 'Alastair Reid' ''
            cand 'Alejandra González' ''
            cand 'Alice Ryhl' ''
            cand 'Andreas Hindborg' ''
            cand 'Antoni Boucher' ''
            cand 'Ariel Miculas' ''
            cand 'Arthur Cohen' ''
            cand 'Benno Lossin' ''
            cand 'Boqun Feng' ''
            cand 'Carlos Bilbao' ''
            cand 'Carlos Llamas' ''
            cand 'Daniel Almeida' ''
            cand 'Danilo Krummrich' ''
            cand 'Dirk Behme' ''
            cand 'Gary Guo' ''
            cand 'John Baublitz' ''
            cand 'Julia Lawall' ''
            cand 'Kent Overstreet' ''
            cand 'Matthew Maurer' ''
            cand 'Miguel Ojeda' ''
            cand 'Paul E. McKenney' ''
            cand 'Philip Herron' ''
            cand 'Pierre-Emmanuel Patry' ''
            cand 'Tathagata Roy' ''
            cand 'Tyler Mandry' ''
            cand 'Vincenzo Palazzo' ''
            cand 'Wedson Almeida Filho' ''
            cand 'Xiangfei Ding' ''
        }
        &'kangrejos;export -k'= {
            cand 'talk' ''
            cand 'training' ''
            cand 'discussion' ''
            cand 'session' ''
        }
        &'kangrejos;export --kind'= {
            cand 'talk' ''
            cand 'training' ''
            cand 'discussion' ''
            cand 'session' ''
        }
        &'kangrejos;export --has'= {
            cand 'slides' 'Published slides'
            cand 'abstract' 'A published abstract'
            cand 'coverage' 'A press report'
        }
        &'kangrejos;export -o'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;export --output'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;export --split'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;export -f'= {
            cand 'ics' 'iCalendar, RFC 5545'
            cand 'json' 'A JSON array, as `list --json` prints it'
            cand 'csv' 'Comma-separated values with a header line, RFC 4180'
            cand 'md' 'A programme page in Markdown'
            cand 'bib' 'BibTeX'
        }
        &'kangrejos;export --format'= {
            cand 'ics' 'iCalendar, RFC 5545'
            cand 'json' 'A JSON array, as `list --json` prints it'
            cand 'csv' 'Comma-separated values with a header line, RFC 4180'
            cand 'md' 'A programme page in Markdown'
            cand 'bib' 'BibTeX'
        }
        &'kangrejos;export --plan'= {
        }
        &'kangrejos;export --every'= {
        }
        &'kangrejos;export --duration'= {
        }
        &'kangrejos;export --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;speakers --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;speakers -e'= {
            cand '2021' ''
            cand '2022' ''
            cand '2023' ''
            cand '2024' ''
            cand '2025' ''
            cand 'all' ''
        }
        &'kangrejos;speakers --edition'= {
            cand '2021' ''
            cand '2022' ''
            cand '2023' ''
            cand '2024' ''
            cand '2025' ''
            cand 'all' ''
        }
        &'kangrejos;speakers -s'= {
            cand 'Alastair Reid' ''
            cand 'Alejandra González' ''
            cand 'Alice Ryhl' ''
            cand 'Andreas Hindborg' ''
            cand 'Antoni Boucher' ''
            cand 'Ariel Miculas' ''
            cand 'Arthur Cohen' ''
            cand 'Benno Lossin' ''
            cand 'Boqun Feng' ''
            cand 'Carlos Bilbao' ''
            cand 'Carlos Llamas' ''
            cand 'Daniel Almeida' ''
            cand 'Danilo Krummrich' ''
            cand 'Dirk Behme' ''
            cand 'Gary Guo' ''
            cand 'John Baublitz' ''
            cand 'Julia Lawall' ''
            cand 'Kent Overstreet' ''
            cand 'Matthew Maurer' ''
            cand 'Miguel Ojeda' ''
            cand 'Paul E. McKenney' ''
            cand 'Philip Herron' ''
            cand 'Pierre-Emmanuel Patry' ''
            cand 'Tathagata Roy' ''
            cand 'Tyler Mandry' ''
            cand 'Vincenzo Palazzo' ''
            cand 'Wedson Almeida Filho' ''
            cand 'Xiangfei Ding' ''
        }
        &'kangrejos;speakers --speaker'= {
            cand 'Alastair Reid' ''
            cand 'Alejandra González' ''
            cand 'Alice Ryhl' ''
            cand 'Andreas Hindborg' ''
            cand 'Antoni Boucher' ''
            cand 'Ariel Miculas' ''
            cand 'Arthur Cohen' ''
            cand 'Benno Lossin' ''
            cand 'Boqun Feng' ''
            cand 'Carlos Bilbao' ''
            cand 'Carlos Llamas' ''
            cand 'Daniel Almeida' ''
            cand 'Danilo Krummrich' ''
            cand 'Dirk Behme' ''
            cand 'Gary Guo' ''
            cand 'John Baublitz' ''
            cand 'Julia Lawall' ''
            cand 'Kent Overstreet' ''
            cand 'Matthew Maurer' ''
            cand 'Miguel Ojeda' ''
            cand 'Paul E. McKenney' ''
            cand 'Philip Herron' ''
            cand 'Pierre-Emmanuel Patry' ''
            cand 'Tathagata Roy' ''
            cand 'Tyler Mandry' ''
            cand 'Vincenzo Palazzo' ''
            cand 'Wedson Almeida Filho' ''
            cand 'Xiangfei Ding' ''
        }
        &'kangrejos;speakers -k'= {
            cand 'talk' ''
            cand 'training' ''
            cand 'discussion' ''
            cand 'session' ''
        }
        &'kangrejos;speakers --kind'= {
            cand 'talk' ''
            cand 'training' ''
            cand 'discussion' ''
            cand 'session' ''
        }
        &'kangrejos;speakers --has'= {
            cand 'slides' 'Published slides'
            cand 'abstract' 'A published abstract'
            cand 'coverage' 'A press report'
        }
        &'kangrejos;speakers -f'= {
            cand 'table' 'Aligned columns, fitted to the terminal'
            cand 'tsv' 'Tab-separated values with a header line'
            cand 'json' 'A JSON array'
            cand 'jsonl' 'A JSON object a line'
            cand 'ids' 'The ids alone, one a line (names of speakers, years of editions)'
        }
        &'kangrejos;speakers --format'= {
            cand 'table' 'Aligned columns, fitted to the terminal'
            cand 'tsv' 'Tab-separated values with a header line'
            cand 'json' 'A JSON array'
            cand 'jsonl' 'A JSON object a line'
            cand 'ids' 'The ids alone, one a line (names of speakers, years of editions)'
        }
        &'kangrejos;speakers --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;editions --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;editions -f'= {
            cand 'table' 'Aligned columns, fitted to the terminal'
            cand 'tsv' 'Tab-separated values with a header line'
            cand 'json' 'A JSON array'
            cand 'jsonl' 'A JSON object a line'
            cand 'ids' 'The ids alone, one a line (names of speakers, years of editions)'
        }
        &'kangrejos;editions --format'= {
            cand 'table' 'Aligned columns, fitted to the terminal'
            cand 'tsv' 'Tab-separated values with a header line'
            cand 'json' 'A JSON array'
            cand 'jsonl' 'A JSON object a line'
            cand 'ids' 'The ids alone, one a line (names of speakers, years of editions)'
        }
        &'kangrejos;editions --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;open --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;open --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;completions --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;man --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
    ]
    for word $words[1..-1] {
        if (has-key $completions $command';'$word) {
            set command = $command';'$word
        }
    }
    if (has-key $completions $command' '$words[-2]) {
        set command = $command' '$words[-2]
    }
    $completions[$command]
}
