
use builtin;
use str;

set edit:completion:arg-completer[kangrejos] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'kangrejos'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        if (eq $command kangrejos) { set command = kangrejos';'$word }
    }
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
            cand --has 'Only with summary, slides, abstract or coverage'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --sort 'Sort order'
            cand -n 'Show at most N talks'
            cand --max-count 'Show at most N talks'
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
            cand --has 'Only with summary, slides, abstract or coverage'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --sort 'Sort order'
            cand -n 'Show at most N talks'
            cand --max-count 'Show at most N talks'
            cand --json 'Shorthand for --format json'
            cand --reverse 'Reverse the order'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'kangrejos;show'= {
            cand --color 'When to use colour: auto, always or never'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --thread 'Include all talks that each talk follows, and all that followed it'
            cand --json 'Shorthand for --format json'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand overview '[Overview of Rust for Linux: motivation and status]'
            cand verification 'How can we formally verify Rust for Linux'
            cand rust-concepts '[Rust concepts for kernel developers]'
            cand lessons '[How Rust can work in the kernel: lessons learned and next steps]'
            cand rustc-codegen-gcc 'rustc_codegen_gcc: A gcc codegen for the Rust compiler'
            cand rust-gcc 'Rust GCC'
            cand nvme 'A Linux (PCI) NVMe Driver in Rust'
            cand 9p 'Async Rust and 9p server'
            cand safe-pinned-init 'Safe Pinned Initialization in Rust'
            cand pinned-structs 'pin-init - safe initialisation of pinned structs'
            cand kernel-report 'The Rust for Linux Kernel Report'
            cand lto 'Inlining and LTO for Rust Kernel Modules'
            cand android 'Rust in the Android kernel'
            cand vmbus 'VMbus'
            cand pin-init 'The pin-init API training'
            cand rcu 'If you want to use RCU in Rust for Linux kernel...'
            cand klint 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code'
            cand coccinelle 'Coccinelle for Rust'
            cand pointer-zap 'Lifetime-End Pointer Zap in Rust'
            cand proc-macros 'Procedural Macro in the Linux kernel'
            cand v4l2 'Rust in V4L2'
            cand tarfs 'Read-only FS abstractions & tarfs'
            cand puzzlefs 'PuzzleFS'
            cand kent-overstreet '[session by Kent Overstreet]'
            cand filesystems 'Filesystems discussion'
            cand other-topics 'Other topics discussion'
            cand safety-standard 'Rust Safety Standard - Increasing the Correctness of unsafe Code'
            cand error-handling '[Error handling and the question-mark operator in kernel Rust]'
            cand guidance '[Guidance for users of the kernel''s Rust abstractions]'
            cand learning '[Resources for learning kernel Rust]'
            cand nova '[The Nova GPU driver]'
            cand pci '[Getting device and driver abstractions upstream, with PCI as the example]'
            cand coccinelle-2024 '[Coccinelle for Rust in 2024]'
            cand smart-pointers 'SmartPointer and PinCoerceUnsized'
            cand tracepoints 'Tracepoints'
            cand bindgen '[Improvements to bindgen: macros, bitfields and enums]'
            cand ffi 'FFI types and helpers'
            cand oota 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying'
            cand lkmm '[LKMM atomics in Rust]'
            cand klint-2025 '[Klint: follow-up to the 2023 talk]'
            cand pointer-zap-2025 '[Progress on lifetime-end pointer zap]'
            cand clippy '[Clippy for Rust for Linux]'
            cand language-features '[Upcoming Rust language features]'
            cand field-projections '[Field projections]'
            cand in-place-init '[In-place initialization]'
            cand spinlocks '[Interrupt-aware spinlocks]'
            cand debugfs '[DebugFS bindings for Rust]'
            cand gccrs '[The gccrs compiler]'
            cand nova-2025 'DRM and Nova GPU Driver (Update)'
            cand coccinelle-2025 '[Coccinelle for Rust: workshop]'
            cand charon '[Charon: analysing kernel Rust code]'
            cand project-goals '[Rust project goals]'
        }
        &'kangrejos;view'= {
            cand --color 'When to use colour: auto, always or never'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --thread 'Include all talks that each talk follows, and all that followed it'
            cand --json 'Shorthand for --format json'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand overview '[Overview of Rust for Linux: motivation and status]'
            cand verification 'How can we formally verify Rust for Linux'
            cand rust-concepts '[Rust concepts for kernel developers]'
            cand lessons '[How Rust can work in the kernel: lessons learned and next steps]'
            cand rustc-codegen-gcc 'rustc_codegen_gcc: A gcc codegen for the Rust compiler'
            cand rust-gcc 'Rust GCC'
            cand nvme 'A Linux (PCI) NVMe Driver in Rust'
            cand 9p 'Async Rust and 9p server'
            cand safe-pinned-init 'Safe Pinned Initialization in Rust'
            cand pinned-structs 'pin-init - safe initialisation of pinned structs'
            cand kernel-report 'The Rust for Linux Kernel Report'
            cand lto 'Inlining and LTO for Rust Kernel Modules'
            cand android 'Rust in the Android kernel'
            cand vmbus 'VMbus'
            cand pin-init 'The pin-init API training'
            cand rcu 'If you want to use RCU in Rust for Linux kernel...'
            cand klint 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code'
            cand coccinelle 'Coccinelle for Rust'
            cand pointer-zap 'Lifetime-End Pointer Zap in Rust'
            cand proc-macros 'Procedural Macro in the Linux kernel'
            cand v4l2 'Rust in V4L2'
            cand tarfs 'Read-only FS abstractions & tarfs'
            cand puzzlefs 'PuzzleFS'
            cand kent-overstreet '[session by Kent Overstreet]'
            cand filesystems 'Filesystems discussion'
            cand other-topics 'Other topics discussion'
            cand safety-standard 'Rust Safety Standard - Increasing the Correctness of unsafe Code'
            cand error-handling '[Error handling and the question-mark operator in kernel Rust]'
            cand guidance '[Guidance for users of the kernel''s Rust abstractions]'
            cand learning '[Resources for learning kernel Rust]'
            cand nova '[The Nova GPU driver]'
            cand pci '[Getting device and driver abstractions upstream, with PCI as the example]'
            cand coccinelle-2024 '[Coccinelle for Rust in 2024]'
            cand smart-pointers 'SmartPointer and PinCoerceUnsized'
            cand tracepoints 'Tracepoints'
            cand bindgen '[Improvements to bindgen: macros, bitfields and enums]'
            cand ffi 'FFI types and helpers'
            cand oota 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying'
            cand lkmm '[LKMM atomics in Rust]'
            cand klint-2025 '[Klint: follow-up to the 2023 talk]'
            cand pointer-zap-2025 '[Progress on lifetime-end pointer zap]'
            cand clippy '[Clippy for Rust for Linux]'
            cand language-features '[Upcoming Rust language features]'
            cand field-projections '[Field projections]'
            cand in-place-init '[In-place initialization]'
            cand spinlocks '[Interrupt-aware spinlocks]'
            cand debugfs '[DebugFS bindings for Rust]'
            cand gccrs '[The gccrs compiler]'
            cand nova-2025 'DRM and Nova GPU Driver (Update)'
            cand coccinelle-2025 '[Coccinelle for Rust: workshop]'
            cand charon '[Charon: analysing kernel Rust code]'
            cand project-goals '[Rust project goals]'
        }
        &'kangrejos;show;overview'= {
        }
        &'kangrejos;view;overview'= {
        }
        &'kangrejos;show;verification'= {
        }
        &'kangrejos;view;verification'= {
        }
        &'kangrejos;show;rust-concepts'= {
        }
        &'kangrejos;view;rust-concepts'= {
        }
        &'kangrejos;show;lessons'= {
        }
        &'kangrejos;view;lessons'= {
        }
        &'kangrejos;show;rustc-codegen-gcc'= {
        }
        &'kangrejos;view;rustc-codegen-gcc'= {
        }
        &'kangrejos;show;rust-gcc'= {
        }
        &'kangrejos;view;rust-gcc'= {
        }
        &'kangrejos;show;nvme'= {
        }
        &'kangrejos;view;nvme'= {
        }
        &'kangrejos;show;9p'= {
        }
        &'kangrejos;view;9p'= {
        }
        &'kangrejos;show;safe-pinned-init'= {
        }
        &'kangrejos;view;safe-pinned-init'= {
        }
        &'kangrejos;show;pinned-structs'= {
        }
        &'kangrejos;view;pinned-structs'= {
        }
        &'kangrejos;show;kernel-report'= {
        }
        &'kangrejos;view;kernel-report'= {
        }
        &'kangrejos;show;lto'= {
        }
        &'kangrejos;view;lto'= {
        }
        &'kangrejos;show;android'= {
        }
        &'kangrejos;view;android'= {
        }
        &'kangrejos;show;vmbus'= {
        }
        &'kangrejos;view;vmbus'= {
        }
        &'kangrejos;show;pin-init'= {
        }
        &'kangrejos;view;pin-init'= {
        }
        &'kangrejos;show;rcu'= {
        }
        &'kangrejos;view;rcu'= {
        }
        &'kangrejos;show;klint'= {
        }
        &'kangrejos;view;klint'= {
        }
        &'kangrejos;show;coccinelle'= {
        }
        &'kangrejos;view;coccinelle'= {
        }
        &'kangrejos;show;pointer-zap'= {
        }
        &'kangrejos;view;pointer-zap'= {
        }
        &'kangrejos;show;proc-macros'= {
        }
        &'kangrejos;view;proc-macros'= {
        }
        &'kangrejos;show;v4l2'= {
        }
        &'kangrejos;view;v4l2'= {
        }
        &'kangrejos;show;tarfs'= {
        }
        &'kangrejos;view;tarfs'= {
        }
        &'kangrejos;show;puzzlefs'= {
        }
        &'kangrejos;view;puzzlefs'= {
        }
        &'kangrejos;show;kent-overstreet'= {
        }
        &'kangrejos;view;kent-overstreet'= {
        }
        &'kangrejos;show;filesystems'= {
        }
        &'kangrejos;view;filesystems'= {
        }
        &'kangrejos;show;other-topics'= {
        }
        &'kangrejos;view;other-topics'= {
        }
        &'kangrejos;show;safety-standard'= {
        }
        &'kangrejos;view;safety-standard'= {
        }
        &'kangrejos;show;error-handling'= {
        }
        &'kangrejos;view;error-handling'= {
        }
        &'kangrejos;show;guidance'= {
        }
        &'kangrejos;view;guidance'= {
        }
        &'kangrejos;show;learning'= {
        }
        &'kangrejos;view;learning'= {
        }
        &'kangrejos;show;nova'= {
        }
        &'kangrejos;view;nova'= {
        }
        &'kangrejos;show;pci'= {
        }
        &'kangrejos;view;pci'= {
        }
        &'kangrejos;show;coccinelle-2024'= {
        }
        &'kangrejos;view;coccinelle-2024'= {
        }
        &'kangrejos;show;smart-pointers'= {
        }
        &'kangrejos;view;smart-pointers'= {
        }
        &'kangrejos;show;tracepoints'= {
        }
        &'kangrejos;view;tracepoints'= {
        }
        &'kangrejos;show;bindgen'= {
        }
        &'kangrejos;view;bindgen'= {
        }
        &'kangrejos;show;ffi'= {
        }
        &'kangrejos;view;ffi'= {
        }
        &'kangrejos;show;oota'= {
        }
        &'kangrejos;view;oota'= {
        }
        &'kangrejos;show;lkmm'= {
        }
        &'kangrejos;view;lkmm'= {
        }
        &'kangrejos;show;klint-2025'= {
        }
        &'kangrejos;view;klint-2025'= {
        }
        &'kangrejos;show;pointer-zap-2025'= {
        }
        &'kangrejos;view;pointer-zap-2025'= {
        }
        &'kangrejos;show;clippy'= {
        }
        &'kangrejos;view;clippy'= {
        }
        &'kangrejos;show;language-features'= {
        }
        &'kangrejos;view;language-features'= {
        }
        &'kangrejos;show;field-projections'= {
        }
        &'kangrejos;view;field-projections'= {
        }
        &'kangrejos;show;in-place-init'= {
        }
        &'kangrejos;view;in-place-init'= {
        }
        &'kangrejos;show;spinlocks'= {
        }
        &'kangrejos;view;spinlocks'= {
        }
        &'kangrejos;show;debugfs'= {
        }
        &'kangrejos;view;debugfs'= {
        }
        &'kangrejos;show;gccrs'= {
        }
        &'kangrejos;view;gccrs'= {
        }
        &'kangrejos;show;nova-2025'= {
        }
        &'kangrejos;view;nova-2025'= {
        }
        &'kangrejos;show;coccinelle-2025'= {
        }
        &'kangrejos;view;coccinelle-2025'= {
        }
        &'kangrejos;show;charon'= {
        }
        &'kangrejos;view;charon'= {
        }
        &'kangrejos;show;project-goals'= {
        }
        &'kangrejos;view;project-goals'= {
        }
        &'kangrejos;search'= {
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with summary, slides, abstract or coverage'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand -n 'Show at most N results'
            cand --max-count 'Show at most N results'
            cand --json 'Shorthand for --format json'
            cand --exact 'Do not correct or drop any words'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand title: ''
            cand speaker: ''
            cand has:summary ''
            cand has:slides ''
            cand has:abstract ''
            cand has:coverage ''
            cand kind:talk ''
            cand kind:training ''
            cand kind:discussion ''
            cand kind:session ''
            cand year:2021 ''
            cand year:2022 ''
            cand year:2023 ''
            cand year:2024 ''
            cand year:2025 ''
            cand year:2026 ''
        }
        &'kangrejos;find'= {
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with summary, slides, abstract or coverage'
            cand -f 'Output format'
            cand --format 'Output format'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand -n 'Show at most N results'
            cand --max-count 'Show at most N results'
            cand --json 'Shorthand for --format json'
            cand --exact 'Do not correct or drop any words'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand title: ''
            cand speaker: ''
            cand has:summary ''
            cand has:slides ''
            cand has:abstract ''
            cand has:coverage ''
            cand kind:talk ''
            cand kind:training ''
            cand kind:discussion ''
            cand kind:session ''
            cand year:2021 ''
            cand year:2022 ''
            cand year:2023 ''
            cand year:2024 ''
            cand year:2025 ''
            cand year:2026 ''
        }
        &'kangrejos;search;title:'= {
        }
        &'kangrejos;find;title:'= {
        }
        &'kangrejos;search;speaker:'= {
        }
        &'kangrejos;find;speaker:'= {
        }
        &'kangrejos;search;has:summary'= {
        }
        &'kangrejos;find;has:summary'= {
        }
        &'kangrejos;search;has:slides'= {
        }
        &'kangrejos;find;has:slides'= {
        }
        &'kangrejos;search;has:abstract'= {
        }
        &'kangrejos;find;has:abstract'= {
        }
        &'kangrejos;search;has:coverage'= {
        }
        &'kangrejos;find;has:coverage'= {
        }
        &'kangrejos;search;kind:talk'= {
        }
        &'kangrejos;find;kind:talk'= {
        }
        &'kangrejos;search;kind:training'= {
        }
        &'kangrejos;find;kind:training'= {
        }
        &'kangrejos;search;kind:discussion'= {
        }
        &'kangrejos;find;kind:discussion'= {
        }
        &'kangrejos;search;kind:session'= {
        }
        &'kangrejos;find;kind:session'= {
        }
        &'kangrejos;search;year:2021'= {
        }
        &'kangrejos;find;year:2021'= {
        }
        &'kangrejos;search;year:2022'= {
        }
        &'kangrejos;find;year:2022'= {
        }
        &'kangrejos;search;year:2023'= {
        }
        &'kangrejos;find;year:2023'= {
        }
        &'kangrejos;search;year:2024'= {
        }
        &'kangrejos;find;year:2024'= {
        }
        &'kangrejos;search;year:2025'= {
        }
        &'kangrejos;find;year:2025'= {
        }
        &'kangrejos;search;year:2026'= {
        }
        &'kangrejos;find;year:2026'= {
        }
        &'kangrejos;export'= {
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with summary, slides, abstract or coverage'
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
            cand overview '[Overview of Rust for Linux: motivation and status]'
            cand verification 'How can we formally verify Rust for Linux'
            cand rust-concepts '[Rust concepts for kernel developers]'
            cand lessons '[How Rust can work in the kernel: lessons learned and next steps]'
            cand rustc-codegen-gcc 'rustc_codegen_gcc: A gcc codegen for the Rust compiler'
            cand rust-gcc 'Rust GCC'
            cand nvme 'A Linux (PCI) NVMe Driver in Rust'
            cand 9p 'Async Rust and 9p server'
            cand safe-pinned-init 'Safe Pinned Initialization in Rust'
            cand pinned-structs 'pin-init - safe initialisation of pinned structs'
            cand kernel-report 'The Rust for Linux Kernel Report'
            cand lto 'Inlining and LTO for Rust Kernel Modules'
            cand android 'Rust in the Android kernel'
            cand vmbus 'VMbus'
            cand pin-init 'The pin-init API training'
            cand rcu 'If you want to use RCU in Rust for Linux kernel...'
            cand klint 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code'
            cand coccinelle 'Coccinelle for Rust'
            cand pointer-zap 'Lifetime-End Pointer Zap in Rust'
            cand proc-macros 'Procedural Macro in the Linux kernel'
            cand v4l2 'Rust in V4L2'
            cand tarfs 'Read-only FS abstractions & tarfs'
            cand puzzlefs 'PuzzleFS'
            cand kent-overstreet '[session by Kent Overstreet]'
            cand filesystems 'Filesystems discussion'
            cand other-topics 'Other topics discussion'
            cand safety-standard 'Rust Safety Standard - Increasing the Correctness of unsafe Code'
            cand error-handling '[Error handling and the question-mark operator in kernel Rust]'
            cand guidance '[Guidance for users of the kernel''s Rust abstractions]'
            cand learning '[Resources for learning kernel Rust]'
            cand nova '[The Nova GPU driver]'
            cand pci '[Getting device and driver abstractions upstream, with PCI as the example]'
            cand coccinelle-2024 '[Coccinelle for Rust in 2024]'
            cand smart-pointers 'SmartPointer and PinCoerceUnsized'
            cand tracepoints 'Tracepoints'
            cand bindgen '[Improvements to bindgen: macros, bitfields and enums]'
            cand ffi 'FFI types and helpers'
            cand oota 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying'
            cand lkmm '[LKMM atomics in Rust]'
            cand klint-2025 '[Klint: follow-up to the 2023 talk]'
            cand pointer-zap-2025 '[Progress on lifetime-end pointer zap]'
            cand clippy '[Clippy for Rust for Linux]'
            cand language-features '[Upcoming Rust language features]'
            cand field-projections '[Field projections]'
            cand in-place-init '[In-place initialization]'
            cand spinlocks '[Interrupt-aware spinlocks]'
            cand debugfs '[DebugFS bindings for Rust]'
            cand gccrs '[The gccrs compiler]'
            cand nova-2025 'DRM and Nova GPU Driver (Update)'
            cand coccinelle-2025 '[Coccinelle for Rust: workshop]'
            cand charon '[Charon: analysing kernel Rust code]'
            cand project-goals '[Rust project goals]'
        }
        &'kangrejos;export;overview'= {
        }
        &'kangrejos;export;verification'= {
        }
        &'kangrejos;export;rust-concepts'= {
        }
        &'kangrejos;export;lessons'= {
        }
        &'kangrejos;export;rustc-codegen-gcc'= {
        }
        &'kangrejos;export;rust-gcc'= {
        }
        &'kangrejos;export;nvme'= {
        }
        &'kangrejos;export;9p'= {
        }
        &'kangrejos;export;safe-pinned-init'= {
        }
        &'kangrejos;export;pinned-structs'= {
        }
        &'kangrejos;export;kernel-report'= {
        }
        &'kangrejos;export;lto'= {
        }
        &'kangrejos;export;android'= {
        }
        &'kangrejos;export;vmbus'= {
        }
        &'kangrejos;export;pin-init'= {
        }
        &'kangrejos;export;rcu'= {
        }
        &'kangrejos;export;klint'= {
        }
        &'kangrejos;export;coccinelle'= {
        }
        &'kangrejos;export;pointer-zap'= {
        }
        &'kangrejos;export;proc-macros'= {
        }
        &'kangrejos;export;v4l2'= {
        }
        &'kangrejos;export;tarfs'= {
        }
        &'kangrejos;export;puzzlefs'= {
        }
        &'kangrejos;export;kent-overstreet'= {
        }
        &'kangrejos;export;filesystems'= {
        }
        &'kangrejos;export;other-topics'= {
        }
        &'kangrejos;export;safety-standard'= {
        }
        &'kangrejos;export;error-handling'= {
        }
        &'kangrejos;export;guidance'= {
        }
        &'kangrejos;export;learning'= {
        }
        &'kangrejos;export;nova'= {
        }
        &'kangrejos;export;pci'= {
        }
        &'kangrejos;export;coccinelle-2024'= {
        }
        &'kangrejos;export;smart-pointers'= {
        }
        &'kangrejos;export;tracepoints'= {
        }
        &'kangrejos;export;bindgen'= {
        }
        &'kangrejos;export;ffi'= {
        }
        &'kangrejos;export;oota'= {
        }
        &'kangrejos;export;lkmm'= {
        }
        &'kangrejos;export;klint-2025'= {
        }
        &'kangrejos;export;pointer-zap-2025'= {
        }
        &'kangrejos;export;clippy'= {
        }
        &'kangrejos;export;language-features'= {
        }
        &'kangrejos;export;field-projections'= {
        }
        &'kangrejos;export;in-place-init'= {
        }
        &'kangrejos;export;spinlocks'= {
        }
        &'kangrejos;export;debugfs'= {
        }
        &'kangrejos;export;gccrs'= {
        }
        &'kangrejos;export;nova-2025'= {
        }
        &'kangrejos;export;coccinelle-2025'= {
        }
        &'kangrejos;export;charon'= {
        }
        &'kangrejos;export;project-goals'= {
        }
        &'kangrejos;speakers'= {
            cand --color 'When to use colour: auto, always or never'
            cand -e 'Only this edition, `latest` or `all` (may be repeated)'
            cand --edition 'Only this edition, `latest` or `all` (may be repeated)'
            cand -s 'Only talks by this speaker (may be repeated)'
            cand --speaker 'Only talks by this speaker (may be repeated)'
            cand -k 'Only talk, training, discussion or session'
            cand --kind 'Only talk, training, discussion or session'
            cand --has 'Only with summary, slides, abstract or coverage'
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
            cand --color 'When to use colour: auto, always or never'
            cand --dataset 'Read editions from FILE instead of the built-in data (may be repeated)'
            cand --slides 'Open the slides, or nothing if their URL is unknown'
            cand --article 'Open the first article, or nothing if there is none'
            cand --page 'Open the web page of the talk or its edition'
            cand --print 'Print the URL without opening it'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand overview '[Overview of Rust for Linux: motivation and status]'
            cand verification 'How can we formally verify Rust for Linux'
            cand rust-concepts '[Rust concepts for kernel developers]'
            cand lessons '[How Rust can work in the kernel: lessons learned and next steps]'
            cand rustc-codegen-gcc 'rustc_codegen_gcc: A gcc codegen for the Rust compiler'
            cand rust-gcc 'Rust GCC'
            cand nvme 'A Linux (PCI) NVMe Driver in Rust'
            cand 9p 'Async Rust and 9p server'
            cand safe-pinned-init 'Safe Pinned Initialization in Rust'
            cand pinned-structs 'pin-init - safe initialisation of pinned structs'
            cand kernel-report 'The Rust for Linux Kernel Report'
            cand lto 'Inlining and LTO for Rust Kernel Modules'
            cand android 'Rust in the Android kernel'
            cand vmbus 'VMbus'
            cand pin-init 'The pin-init API training'
            cand rcu 'If you want to use RCU in Rust for Linux kernel...'
            cand klint 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code'
            cand coccinelle 'Coccinelle for Rust'
            cand pointer-zap 'Lifetime-End Pointer Zap in Rust'
            cand proc-macros 'Procedural Macro in the Linux kernel'
            cand v4l2 'Rust in V4L2'
            cand tarfs 'Read-only FS abstractions & tarfs'
            cand puzzlefs 'PuzzleFS'
            cand kent-overstreet '[session by Kent Overstreet]'
            cand filesystems 'Filesystems discussion'
            cand other-topics 'Other topics discussion'
            cand safety-standard 'Rust Safety Standard - Increasing the Correctness of unsafe Code'
            cand error-handling '[Error handling and the question-mark operator in kernel Rust]'
            cand guidance '[Guidance for users of the kernel''s Rust abstractions]'
            cand learning '[Resources for learning kernel Rust]'
            cand nova '[The Nova GPU driver]'
            cand pci '[Getting device and driver abstractions upstream, with PCI as the example]'
            cand coccinelle-2024 '[Coccinelle for Rust in 2024]'
            cand smart-pointers 'SmartPointer and PinCoerceUnsized'
            cand tracepoints 'Tracepoints'
            cand bindgen '[Improvements to bindgen: macros, bitfields and enums]'
            cand ffi 'FFI types and helpers'
            cand oota 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying'
            cand lkmm '[LKMM atomics in Rust]'
            cand klint-2025 '[Klint: follow-up to the 2023 talk]'
            cand pointer-zap-2025 '[Progress on lifetime-end pointer zap]'
            cand clippy '[Clippy for Rust for Linux]'
            cand language-features '[Upcoming Rust language features]'
            cand field-projections '[Field projections]'
            cand in-place-init '[In-place initialization]'
            cand spinlocks '[Interrupt-aware spinlocks]'
            cand debugfs '[DebugFS bindings for Rust]'
            cand gccrs '[The gccrs compiler]'
            cand nova-2025 'DRM and Nova GPU Driver (Update)'
            cand coccinelle-2025 '[Coccinelle for Rust: workshop]'
            cand charon '[Charon: analysing kernel Rust code]'
            cand project-goals '[Rust project goals]'
        }
        &'kangrejos;open;overview'= {
        }
        &'kangrejos;open;verification'= {
        }
        &'kangrejos;open;rust-concepts'= {
        }
        &'kangrejos;open;lessons'= {
        }
        &'kangrejos;open;rustc-codegen-gcc'= {
        }
        &'kangrejos;open;rust-gcc'= {
        }
        &'kangrejos;open;nvme'= {
        }
        &'kangrejos;open;9p'= {
        }
        &'kangrejos;open;safe-pinned-init'= {
        }
        &'kangrejos;open;pinned-structs'= {
        }
        &'kangrejos;open;kernel-report'= {
        }
        &'kangrejos;open;lto'= {
        }
        &'kangrejos;open;android'= {
        }
        &'kangrejos;open;vmbus'= {
        }
        &'kangrejos;open;pin-init'= {
        }
        &'kangrejos;open;rcu'= {
        }
        &'kangrejos;open;klint'= {
        }
        &'kangrejos;open;coccinelle'= {
        }
        &'kangrejos;open;pointer-zap'= {
        }
        &'kangrejos;open;proc-macros'= {
        }
        &'kangrejos;open;v4l2'= {
        }
        &'kangrejos;open;tarfs'= {
        }
        &'kangrejos;open;puzzlefs'= {
        }
        &'kangrejos;open;kent-overstreet'= {
        }
        &'kangrejos;open;filesystems'= {
        }
        &'kangrejos;open;other-topics'= {
        }
        &'kangrejos;open;safety-standard'= {
        }
        &'kangrejos;open;error-handling'= {
        }
        &'kangrejos;open;guidance'= {
        }
        &'kangrejos;open;learning'= {
        }
        &'kangrejos;open;nova'= {
        }
        &'kangrejos;open;pci'= {
        }
        &'kangrejos;open;coccinelle-2024'= {
        }
        &'kangrejos;open;smart-pointers'= {
        }
        &'kangrejos;open;tracepoints'= {
        }
        &'kangrejos;open;bindgen'= {
        }
        &'kangrejos;open;ffi'= {
        }
        &'kangrejos;open;oota'= {
        }
        &'kangrejos;open;lkmm'= {
        }
        &'kangrejos;open;klint-2025'= {
        }
        &'kangrejos;open;pointer-zap-2025'= {
        }
        &'kangrejos;open;clippy'= {
        }
        &'kangrejos;open;language-features'= {
        }
        &'kangrejos;open;field-projections'= {
        }
        &'kangrejos;open;in-place-init'= {
        }
        &'kangrejos;open;spinlocks'= {
        }
        &'kangrejos;open;debugfs'= {
        }
        &'kangrejos;open;gccrs'= {
        }
        &'kangrejos;open;nova-2025'= {
        }
        &'kangrejos;open;coccinelle-2025'= {
        }
        &'kangrejos;open;charon'= {
        }
        &'kangrejos;open;project-goals'= {
        }
        &'kangrejos;completions'= {
            cand --color 'When to use colour: auto, always or never'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand bash ''
            cand elvish ''
            cand fish ''
            cand powershell ''
            cand zsh ''
        }
        &'kangrejos;completions;bash'= {
        }
        &'kangrejos;completions;elvish'= {
        }
        &'kangrejos;completions;fish'= {
        }
        &'kangrejos;completions;powershell'= {
        }
        &'kangrejos;completions;zsh'= {
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
    ]
    if (has-key $completions $command) { $completions[$command] }
}
