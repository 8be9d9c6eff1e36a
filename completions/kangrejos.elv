
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
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List the talks of an edition'
            cand show 'Show a talk, or an edition, in full'
            cand search 'Find talks by what they are about'
            cand export 'Write talks as a calendar, a reading plan or a document'
            cand speakers 'List the speakers, with their talks'
            cand editions 'List the editions'
            cand open 'Open a talk''s slides in the browser'
            cand completions 'Print the completions of a shell'
            cand man 'Print the manual page, as roff'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'kangrejos;list'= {
            cand -e 'Take the edition of this year, or `all`; repeat for several'
            cand --edition 'Take the edition of this year, or `all`; repeat for several'
            cand -s 'Take talks of this speaker, in any case and without accents; repeat for any of several'
            cand --speaker 'Take talks of this speaker, in any case and without accents; repeat for any of several'
            cand -k 'Take talks of this kind; repeat for any of several'
            cand --kind 'Take talks of this kind; repeat for any of several'
            cand --has 'Take talks that have this published; repeat for all of several'
            cand -f 'Print in this format'
            cand --format 'Print in this format'
            cand --sort 'Sort by this; the programme''s order is editions oldest first, then as published'
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand --json 'Print as JSON: short for --format json'
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
            cand -f 'Print as plain text, JSON or Markdown'
            cand --format 'Print as plain text, JSON or Markdown'
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand --json 'Print as JSON: short for --format json'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;search'= {
            cand -e 'Take the edition of this year, or `all`; repeat for several'
            cand --edition 'Take the edition of this year, or `all`; repeat for several'
            cand -s 'Take talks of this speaker, in any case and without accents; repeat for any of several'
            cand --speaker 'Take talks of this speaker, in any case and without accents; repeat for any of several'
            cand -k 'Take talks of this kind; repeat for any of several'
            cand --kind 'Take talks of this kind; repeat for any of several'
            cand --has 'Take talks that have this published; repeat for all of several'
            cand -f 'Print in this format'
            cand --format 'Print in this format'
            cand -n 'Print at most this many hits'
            cand --max-count 'Print at most this many hits'
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand --json 'Print as JSON: short for --format json'
            cand --exact 'Take the query as it is: correct no word and leave none out'
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
            cand -e 'Take the edition of this year, or `all`; repeat for several'
            cand --edition 'Take the edition of this year, or `all`; repeat for several'
            cand -s 'Take talks of this speaker, in any case and without accents; repeat for any of several'
            cand --speaker 'Take talks of this speaker, in any case and without accents; repeat for any of several'
            cand -k 'Take talks of this kind; repeat for any of several'
            cand --kind 'Take talks of this kind; repeat for any of several'
            cand --has 'Take talks that have this published; repeat for all of several'
            cand -o 'Write to this file, whole or not at all; `-` is standard output'
            cand --output 'Write to this file, whole or not at all; `-` is standard output'
            cand --split 'Write an .ics file per talk into this folder, made if missing; files of the same talk are replaced, others left alone'
            cand -f 'Write in this format, whatever the file is called'
            cand --format 'Write in this format, whatever the file is called'
            cand --plan 'Write a reading plan: the talks one by one, the first at this local time, such as 2026-12-07T18:00'
            cand --every 'Plan one talk each period of days, weeks or months, such as 3d, 2w or 1M'
            cand --duration 'Plan this long for a talk, such as 45m or 1h30m'
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;speakers'= {
            cand -e 'Take the edition of this year, or `all`; repeat for several'
            cand --edition 'Take the edition of this year, or `all`; repeat for several'
            cand -s 'Take talks of this speaker, in any case and without accents; repeat for any of several'
            cand --speaker 'Take talks of this speaker, in any case and without accents; repeat for any of several'
            cand -k 'Take talks of this kind; repeat for any of several'
            cand --kind 'Take talks of this kind; repeat for any of several'
            cand --has 'Take talks that have this published; repeat for all of several'
            cand -f 'Print in this format'
            cand --format 'Print in this format'
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand --json 'Print as JSON: short for --format json'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;editions'= {
            cand -f 'Print in this format'
            cand --format 'Print in this format'
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand --json 'Print as JSON: short for --format json'
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
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand --print 'Print the address and open nothing'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;completions'= {
            cand 'bash' ''
            cand 'elvish' ''
            cand 'fish' ''
            cand 'powershell' ''
            cand 'zsh' ''
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;man'= {
            cand -d 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --dataset 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]'
            cand --color 'Colour the output: always, never, or where it goes to a terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;help'= {
            cand list 'List the talks of an edition'
            cand show 'Show a talk, or an edition, in full'
            cand search 'Find talks by what they are about'
            cand export 'Write talks as a calendar, a reading plan or a document'
            cand speakers 'List the speakers, with their talks'
            cand editions 'List the editions'
            cand open 'Open a talk''s slides in the browser'
            cand completions 'Print the completions of a shell'
            cand man 'Print the manual page, as roff'
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
        &'kangrejos -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos --color'= {
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
            cand 'programme' 'Editions oldest first, then the programme''s order'
            cand 'title' 'Titles as shown, without case and punctuation'
            cand 'speaker' 'The first speaker''s name; talks without one come last'
        }
        &'kangrejos;list -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;list --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;list --color'= {
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
        &'kangrejos;show -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;show --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;show --color'= {
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
        &'kangrejos;search -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;search --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;search --color'= {
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
        &'kangrejos;export -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;export --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;export --color'= {
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
        &'kangrejos;speakers -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;speakers --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;speakers --color'= {
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
        &'kangrejos;editions -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;editions --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;editions --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;open -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;open --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;open --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;completions -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;completions --dataset'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;completions --color'= {
            cand 'auto' ''
            cand 'always' ''
            cand 'never' ''
        }
        &'kangrejos;man -d'= {
            edit:complete-filename $words[-1]
        }
        &'kangrejos;man --dataset'= {
            edit:complete-filename $words[-1]
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
