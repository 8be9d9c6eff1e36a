
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
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the talks of an edition')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a talk, or an edition, in full')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Find talks by what they are about')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write talks as a calendar, a reading plan or a document')
            [CompletionResult]::new('speakers', 'speakers', [CompletionResultType]::ParameterValue, 'List the speakers, with their talks')
            [CompletionResult]::new('editions', 'editions', [CompletionResultType]::ParameterValue, 'List the editions')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open a talk''s slides in the browser')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, as roff')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'kangrejos;list' {
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Take the edition of this year, or `all`; repeat for several')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Take the edition of this year, or `all`; repeat for several')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Take talks of this speaker, in any case and without accents; repeat for any of several')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Take talks of this speaker, in any case and without accents; repeat for any of several')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Take talks of this kind; repeat for any of several')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Take talks of this kind; repeat for any of several')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Take talks that have this published; repeat for all of several')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Print in this format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Print in this format')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Sort by this; the programme''s order is editions oldest first, then as published')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print as JSON: short for --format json')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;show' {
            [CompletionResult]::new('overview', 'overview', [CompletionResultType]::ParameterValue, '[Overview of Rust for Linux: motivation and status]')
            [CompletionResult]::new('verification', 'verification', [CompletionResultType]::ParameterValue, 'How can we formally verify Rust for Linux')
            [CompletionResult]::new('rust-concepts', 'rust-concepts', [CompletionResultType]::ParameterValue, '[Concepts of the Rust language for kernel developers]')
            [CompletionResult]::new('lessons', 'lessons', [CompletionResultType]::ParameterValue, '[How Rust can work in the kernel: lessons learned and next steps]')
            [CompletionResult]::new('rustc-codegen-gcc', 'rustc-codegen-gcc', [CompletionResultType]::ParameterValue, 'rustc_codegen_gcc: A gcc codegen for the Rust compiler')
            [CompletionResult]::new('rust-gcc', 'rust-gcc', [CompletionResultType]::ParameterValue, 'Rust GCC')
            [CompletionResult]::new('nvme', 'nvme', [CompletionResultType]::ParameterValue, 'A Linux (PCI) NVMe Driver in Rust')
            [CompletionResult]::new('9p', '9p', [CompletionResultType]::ParameterValue, 'Async Rust and 9p server')
            [CompletionResult]::new('safe-pinned-init', 'safe-pinned-init', [CompletionResultType]::ParameterValue, 'Safe Pinned Initialization in Rust')
            [CompletionResult]::new('pinned-structs', 'pinned-structs', [CompletionResultType]::ParameterValue, 'pin-init - safe initialisation of pinned structs')
            [CompletionResult]::new('kernel-report', 'kernel-report', [CompletionResultType]::ParameterValue, 'The Rust for Linux Kernel Report')
            [CompletionResult]::new('lto', 'lto', [CompletionResultType]::ParameterValue, 'Inlining and LTO for Rust Kernel Modules')
            [CompletionResult]::new('android', 'android', [CompletionResultType]::ParameterValue, 'Rust in the Android kernel')
            [CompletionResult]::new('vmbus', 'vmbus', [CompletionResultType]::ParameterValue, 'VMbus')
            [CompletionResult]::new('pin-init', 'pin-init', [CompletionResultType]::ParameterValue, 'The pin-init API training')
            [CompletionResult]::new('rcu', 'rcu', [CompletionResultType]::ParameterValue, 'If you want to use RCU in Rust for Linux kernel...')
            [CompletionResult]::new('klint', 'klint', [CompletionResultType]::ParameterValue, 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code')
            [CompletionResult]::new('coccinelle', 'coccinelle', [CompletionResultType]::ParameterValue, 'Coccinelle for Rust')
            [CompletionResult]::new('pointer-zap', 'pointer-zap', [CompletionResultType]::ParameterValue, 'Lifetime-End Pointer Zap in Rust')
            [CompletionResult]::new('proc-macros', 'proc-macros', [CompletionResultType]::ParameterValue, 'Procedural Macro in the Linux kernel')
            [CompletionResult]::new('v4l2', 'v4l2', [CompletionResultType]::ParameterValue, 'Rust in V4L2')
            [CompletionResult]::new('tarfs', 'tarfs', [CompletionResultType]::ParameterValue, 'Read-only FS abstractions & tarfs')
            [CompletionResult]::new('puzzlefs', 'puzzlefs', [CompletionResultType]::ParameterValue, 'PuzzleFS')
            [CompletionResult]::new('kent-overstreet', 'kent-overstreet', [CompletionResultType]::ParameterValue, '[session by Kent Overstreet]')
            [CompletionResult]::new('filesystems', 'filesystems', [CompletionResultType]::ParameterValue, 'Filesystems discussion')
            [CompletionResult]::new('other-topics', 'other-topics', [CompletionResultType]::ParameterValue, 'Other topics discussion')
            [CompletionResult]::new('safety-standard', 'safety-standard', [CompletionResultType]::ParameterValue, 'Rust Safety Standard - Increasing the Correctness of unsafe Code')
            [CompletionResult]::new('error-handling', 'error-handling', [CompletionResultType]::ParameterValue, '[Error handling and the question-mark operator in kernel Rust]')
            [CompletionResult]::new('guidance', 'guidance', [CompletionResultType]::ParameterValue, '[Guidance for users of the kernel''s Rust abstractions]')
            [CompletionResult]::new('learning', 'learning', [CompletionResultType]::ParameterValue, '[Resources for learning kernel Rust]')
            [CompletionResult]::new('nova', 'nova', [CompletionResultType]::ParameterValue, '[The Nova GPU driver]')
            [CompletionResult]::new('pci', 'pci', [CompletionResultType]::ParameterValue, '[Getting device and driver abstractions upstream, with PCI as the example]')
            [CompletionResult]::new('coccinelle-2024', 'coccinelle-2024', [CompletionResultType]::ParameterValue, '[Coccinelle for Rust in 2024]')
            [CompletionResult]::new('smart-pointers', 'smart-pointers', [CompletionResultType]::ParameterValue, 'SmartPointer and PinCoerceUnsized')
            [CompletionResult]::new('tracepoints', 'tracepoints', [CompletionResultType]::ParameterValue, 'Tracepoints')
            [CompletionResult]::new('bindgen', 'bindgen', [CompletionResultType]::ParameterValue, '[Improvements to bindgen: macros, bitfields and enums]')
            [CompletionResult]::new('ffi', 'ffi', [CompletionResultType]::ParameterValue, 'FFI types and helpers')
            [CompletionResult]::new('oota', 'oota', [CompletionResultType]::ParameterValue, 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying')
            [CompletionResult]::new('lkmm', 'lkmm', [CompletionResultType]::ParameterValue, '[Atomics of the Linux kernel memory model (LKMM) in Rust]')
            [CompletionResult]::new('klint-2025', 'klint-2025', [CompletionResultType]::ParameterValue, '[Klint, a sequel to the talk of 2023]')
            [CompletionResult]::new('pointer-zap-2025', 'pointer-zap-2025', [CompletionResultType]::ParameterValue, '[Progress against lifetime-end pointer zap]')
            [CompletionResult]::new('clippy', 'clippy', [CompletionResultType]::ParameterValue, '[Clippy for Rust for Linux]')
            [CompletionResult]::new('language-features', 'language-features', [CompletionResultType]::ParameterValue, '[Upcoming features of the Rust language]')
            [CompletionResult]::new('field-projections', 'field-projections', [CompletionResultType]::ParameterValue, '[Field projections]')
            [CompletionResult]::new('in-place-init', 'in-place-init', [CompletionResultType]::ParameterValue, '[In-place initialization]')
            [CompletionResult]::new('spinlocks', 'spinlocks', [CompletionResultType]::ParameterValue, '[Interrupt-aware spinlocks]')
            [CompletionResult]::new('debugfs', 'debugfs', [CompletionResultType]::ParameterValue, '[DebugFS bindings for Rust]')
            [CompletionResult]::new('gccrs', 'gccrs', [CompletionResultType]::ParameterValue, '[The gccrs compiler]')
            [CompletionResult]::new('nova-2025', 'nova-2025', [CompletionResultType]::ParameterValue, 'DRM and Nova GPU Driver (Update)')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Print as plain text, JSON or Markdown')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Print as plain text, JSON or Markdown')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print as JSON: short for --format json')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;search' {
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Take the edition of this year, or `all`; repeat for several')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Take the edition of this year, or `all`; repeat for several')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Take talks of this speaker, in any case and without accents; repeat for any of several')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Take talks of this speaker, in any case and without accents; repeat for any of several')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Take talks of this kind; repeat for any of several')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Take talks of this kind; repeat for any of several')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Take talks that have this published; repeat for all of several')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Print in this format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Print in this format')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Print at most this many hits')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Print at most this many hits')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print as JSON: short for --format json')
            [CompletionResult]::new('--exact', '--exact', [CompletionResultType]::ParameterName, 'Take the query as it is: correct no word and leave none out')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;export' {
            [CompletionResult]::new('overview', 'overview', [CompletionResultType]::ParameterValue, '[Overview of Rust for Linux: motivation and status]')
            [CompletionResult]::new('verification', 'verification', [CompletionResultType]::ParameterValue, 'How can we formally verify Rust for Linux')
            [CompletionResult]::new('rust-concepts', 'rust-concepts', [CompletionResultType]::ParameterValue, '[Concepts of the Rust language for kernel developers]')
            [CompletionResult]::new('lessons', 'lessons', [CompletionResultType]::ParameterValue, '[How Rust can work in the kernel: lessons learned and next steps]')
            [CompletionResult]::new('rustc-codegen-gcc', 'rustc-codegen-gcc', [CompletionResultType]::ParameterValue, 'rustc_codegen_gcc: A gcc codegen for the Rust compiler')
            [CompletionResult]::new('rust-gcc', 'rust-gcc', [CompletionResultType]::ParameterValue, 'Rust GCC')
            [CompletionResult]::new('nvme', 'nvme', [CompletionResultType]::ParameterValue, 'A Linux (PCI) NVMe Driver in Rust')
            [CompletionResult]::new('9p', '9p', [CompletionResultType]::ParameterValue, 'Async Rust and 9p server')
            [CompletionResult]::new('safe-pinned-init', 'safe-pinned-init', [CompletionResultType]::ParameterValue, 'Safe Pinned Initialization in Rust')
            [CompletionResult]::new('pinned-structs', 'pinned-structs', [CompletionResultType]::ParameterValue, 'pin-init - safe initialisation of pinned structs')
            [CompletionResult]::new('kernel-report', 'kernel-report', [CompletionResultType]::ParameterValue, 'The Rust for Linux Kernel Report')
            [CompletionResult]::new('lto', 'lto', [CompletionResultType]::ParameterValue, 'Inlining and LTO for Rust Kernel Modules')
            [CompletionResult]::new('android', 'android', [CompletionResultType]::ParameterValue, 'Rust in the Android kernel')
            [CompletionResult]::new('vmbus', 'vmbus', [CompletionResultType]::ParameterValue, 'VMbus')
            [CompletionResult]::new('pin-init', 'pin-init', [CompletionResultType]::ParameterValue, 'The pin-init API training')
            [CompletionResult]::new('rcu', 'rcu', [CompletionResultType]::ParameterValue, 'If you want to use RCU in Rust for Linux kernel...')
            [CompletionResult]::new('klint', 'klint', [CompletionResultType]::ParameterValue, 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code')
            [CompletionResult]::new('coccinelle', 'coccinelle', [CompletionResultType]::ParameterValue, 'Coccinelle for Rust')
            [CompletionResult]::new('pointer-zap', 'pointer-zap', [CompletionResultType]::ParameterValue, 'Lifetime-End Pointer Zap in Rust')
            [CompletionResult]::new('proc-macros', 'proc-macros', [CompletionResultType]::ParameterValue, 'Procedural Macro in the Linux kernel')
            [CompletionResult]::new('v4l2', 'v4l2', [CompletionResultType]::ParameterValue, 'Rust in V4L2')
            [CompletionResult]::new('tarfs', 'tarfs', [CompletionResultType]::ParameterValue, 'Read-only FS abstractions & tarfs')
            [CompletionResult]::new('puzzlefs', 'puzzlefs', [CompletionResultType]::ParameterValue, 'PuzzleFS')
            [CompletionResult]::new('kent-overstreet', 'kent-overstreet', [CompletionResultType]::ParameterValue, '[session by Kent Overstreet]')
            [CompletionResult]::new('filesystems', 'filesystems', [CompletionResultType]::ParameterValue, 'Filesystems discussion')
            [CompletionResult]::new('other-topics', 'other-topics', [CompletionResultType]::ParameterValue, 'Other topics discussion')
            [CompletionResult]::new('safety-standard', 'safety-standard', [CompletionResultType]::ParameterValue, 'Rust Safety Standard - Increasing the Correctness of unsafe Code')
            [CompletionResult]::new('error-handling', 'error-handling', [CompletionResultType]::ParameterValue, '[Error handling and the question-mark operator in kernel Rust]')
            [CompletionResult]::new('guidance', 'guidance', [CompletionResultType]::ParameterValue, '[Guidance for users of the kernel''s Rust abstractions]')
            [CompletionResult]::new('learning', 'learning', [CompletionResultType]::ParameterValue, '[Resources for learning kernel Rust]')
            [CompletionResult]::new('nova', 'nova', [CompletionResultType]::ParameterValue, '[The Nova GPU driver]')
            [CompletionResult]::new('pci', 'pci', [CompletionResultType]::ParameterValue, '[Getting device and driver abstractions upstream, with PCI as the example]')
            [CompletionResult]::new('coccinelle-2024', 'coccinelle-2024', [CompletionResultType]::ParameterValue, '[Coccinelle for Rust in 2024]')
            [CompletionResult]::new('smart-pointers', 'smart-pointers', [CompletionResultType]::ParameterValue, 'SmartPointer and PinCoerceUnsized')
            [CompletionResult]::new('tracepoints', 'tracepoints', [CompletionResultType]::ParameterValue, 'Tracepoints')
            [CompletionResult]::new('bindgen', 'bindgen', [CompletionResultType]::ParameterValue, '[Improvements to bindgen: macros, bitfields and enums]')
            [CompletionResult]::new('ffi', 'ffi', [CompletionResultType]::ParameterValue, 'FFI types and helpers')
            [CompletionResult]::new('oota', 'oota', [CompletionResultType]::ParameterValue, 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying')
            [CompletionResult]::new('lkmm', 'lkmm', [CompletionResultType]::ParameterValue, '[Atomics of the Linux kernel memory model (LKMM) in Rust]')
            [CompletionResult]::new('klint-2025', 'klint-2025', [CompletionResultType]::ParameterValue, '[Klint, a sequel to the talk of 2023]')
            [CompletionResult]::new('pointer-zap-2025', 'pointer-zap-2025', [CompletionResultType]::ParameterValue, '[Progress against lifetime-end pointer zap]')
            [CompletionResult]::new('clippy', 'clippy', [CompletionResultType]::ParameterValue, '[Clippy for Rust for Linux]')
            [CompletionResult]::new('language-features', 'language-features', [CompletionResultType]::ParameterValue, '[Upcoming features of the Rust language]')
            [CompletionResult]::new('field-projections', 'field-projections', [CompletionResultType]::ParameterValue, '[Field projections]')
            [CompletionResult]::new('in-place-init', 'in-place-init', [CompletionResultType]::ParameterValue, '[In-place initialization]')
            [CompletionResult]::new('spinlocks', 'spinlocks', [CompletionResultType]::ParameterValue, '[Interrupt-aware spinlocks]')
            [CompletionResult]::new('debugfs', 'debugfs', [CompletionResultType]::ParameterValue, '[DebugFS bindings for Rust]')
            [CompletionResult]::new('gccrs', 'gccrs', [CompletionResultType]::ParameterValue, '[The gccrs compiler]')
            [CompletionResult]::new('nova-2025', 'nova-2025', [CompletionResultType]::ParameterValue, 'DRM and Nova GPU Driver (Update)')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Take the edition of this year, or `all`; repeat for several')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Take the edition of this year, or `all`; repeat for several')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Take talks of this speaker, in any case and without accents; repeat for any of several')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Take talks of this speaker, in any case and without accents; repeat for any of several')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Take talks of this kind; repeat for any of several')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Take talks of this kind; repeat for any of several')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Take talks that have this published; repeat for all of several')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file, whole or not at all; `-` is standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file, whole or not at all; `-` is standard output')
            [CompletionResult]::new('--split', '--split', [CompletionResultType]::ParameterName, 'Write an .ics file per talk into this folder, made if missing; files of the same talk are replaced, others left alone')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Write in this format, whatever the file is called')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Write in this format, whatever the file is called')
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'Write a reading plan: the talks one by one, the first at this local time, such as 2026-12-07T18:00')
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'Plan one talk each period of days, weeks or months, such as 3d, 2w or 1M')
            [CompletionResult]::new('--duration', '--duration', [CompletionResultType]::ParameterName, 'Plan this long for a talk, such as 45m or 1h30m')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;speakers' {
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Take the edition of this year, or `all`; repeat for several')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Take the edition of this year, or `all`; repeat for several')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Take talks of this speaker, in any case and without accents; repeat for any of several')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Take talks of this speaker, in any case and without accents; repeat for any of several')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Take talks of this kind; repeat for any of several')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Take talks of this kind; repeat for any of several')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Take talks that have this published; repeat for all of several')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Print in this format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Print in this format')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print as JSON: short for --format json')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;editions' {
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Print in this format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Print in this format')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print as JSON: short for --format json')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;open' {
            [CompletionResult]::new('overview', 'overview', [CompletionResultType]::ParameterValue, '[Overview of Rust for Linux: motivation and status]')
            [CompletionResult]::new('verification', 'verification', [CompletionResultType]::ParameterValue, 'How can we formally verify Rust for Linux')
            [CompletionResult]::new('rust-concepts', 'rust-concepts', [CompletionResultType]::ParameterValue, '[Concepts of the Rust language for kernel developers]')
            [CompletionResult]::new('lessons', 'lessons', [CompletionResultType]::ParameterValue, '[How Rust can work in the kernel: lessons learned and next steps]')
            [CompletionResult]::new('rustc-codegen-gcc', 'rustc-codegen-gcc', [CompletionResultType]::ParameterValue, 'rustc_codegen_gcc: A gcc codegen for the Rust compiler')
            [CompletionResult]::new('rust-gcc', 'rust-gcc', [CompletionResultType]::ParameterValue, 'Rust GCC')
            [CompletionResult]::new('nvme', 'nvme', [CompletionResultType]::ParameterValue, 'A Linux (PCI) NVMe Driver in Rust')
            [CompletionResult]::new('9p', '9p', [CompletionResultType]::ParameterValue, 'Async Rust and 9p server')
            [CompletionResult]::new('safe-pinned-init', 'safe-pinned-init', [CompletionResultType]::ParameterValue, 'Safe Pinned Initialization in Rust')
            [CompletionResult]::new('pinned-structs', 'pinned-structs', [CompletionResultType]::ParameterValue, 'pin-init - safe initialisation of pinned structs')
            [CompletionResult]::new('kernel-report', 'kernel-report', [CompletionResultType]::ParameterValue, 'The Rust for Linux Kernel Report')
            [CompletionResult]::new('lto', 'lto', [CompletionResultType]::ParameterValue, 'Inlining and LTO for Rust Kernel Modules')
            [CompletionResult]::new('android', 'android', [CompletionResultType]::ParameterValue, 'Rust in the Android kernel')
            [CompletionResult]::new('vmbus', 'vmbus', [CompletionResultType]::ParameterValue, 'VMbus')
            [CompletionResult]::new('pin-init', 'pin-init', [CompletionResultType]::ParameterValue, 'The pin-init API training')
            [CompletionResult]::new('rcu', 'rcu', [CompletionResultType]::ParameterValue, 'If you want to use RCU in Rust for Linux kernel...')
            [CompletionResult]::new('klint', 'klint', [CompletionResultType]::ParameterValue, 'Klint: Compile-time Detection of Atomic Context Violations for Kernel Rust Code')
            [CompletionResult]::new('coccinelle', 'coccinelle', [CompletionResultType]::ParameterValue, 'Coccinelle for Rust')
            [CompletionResult]::new('pointer-zap', 'pointer-zap', [CompletionResultType]::ParameterValue, 'Lifetime-End Pointer Zap in Rust')
            [CompletionResult]::new('proc-macros', 'proc-macros', [CompletionResultType]::ParameterValue, 'Procedural Macro in the Linux kernel')
            [CompletionResult]::new('v4l2', 'v4l2', [CompletionResultType]::ParameterValue, 'Rust in V4L2')
            [CompletionResult]::new('tarfs', 'tarfs', [CompletionResultType]::ParameterValue, 'Read-only FS abstractions & tarfs')
            [CompletionResult]::new('puzzlefs', 'puzzlefs', [CompletionResultType]::ParameterValue, 'PuzzleFS')
            [CompletionResult]::new('kent-overstreet', 'kent-overstreet', [CompletionResultType]::ParameterValue, '[session by Kent Overstreet]')
            [CompletionResult]::new('filesystems', 'filesystems', [CompletionResultType]::ParameterValue, 'Filesystems discussion')
            [CompletionResult]::new('other-topics', 'other-topics', [CompletionResultType]::ParameterValue, 'Other topics discussion')
            [CompletionResult]::new('safety-standard', 'safety-standard', [CompletionResultType]::ParameterValue, 'Rust Safety Standard - Increasing the Correctness of unsafe Code')
            [CompletionResult]::new('error-handling', 'error-handling', [CompletionResultType]::ParameterValue, '[Error handling and the question-mark operator in kernel Rust]')
            [CompletionResult]::new('guidance', 'guidance', [CompletionResultType]::ParameterValue, '[Guidance for users of the kernel''s Rust abstractions]')
            [CompletionResult]::new('learning', 'learning', [CompletionResultType]::ParameterValue, '[Resources for learning kernel Rust]')
            [CompletionResult]::new('nova', 'nova', [CompletionResultType]::ParameterValue, '[The Nova GPU driver]')
            [CompletionResult]::new('pci', 'pci', [CompletionResultType]::ParameterValue, '[Getting device and driver abstractions upstream, with PCI as the example]')
            [CompletionResult]::new('coccinelle-2024', 'coccinelle-2024', [CompletionResultType]::ParameterValue, '[Coccinelle for Rust in 2024]')
            [CompletionResult]::new('smart-pointers', 'smart-pointers', [CompletionResultType]::ParameterValue, 'SmartPointer and PinCoerceUnsized')
            [CompletionResult]::new('tracepoints', 'tracepoints', [CompletionResultType]::ParameterValue, 'Tracepoints')
            [CompletionResult]::new('bindgen', 'bindgen', [CompletionResultType]::ParameterValue, '[Improvements to bindgen: macros, bitfields and enums]')
            [CompletionResult]::new('ffi', 'ffi', [CompletionResultType]::ParameterValue, 'FFI types and helpers')
            [CompletionResult]::new('oota', 'oota', [CompletionResultType]::ParameterValue, 'Lifetime-End Pointer Zap & How to Avoid OOTA Without Really Trying')
            [CompletionResult]::new('lkmm', 'lkmm', [CompletionResultType]::ParameterValue, '[Atomics of the Linux kernel memory model (LKMM) in Rust]')
            [CompletionResult]::new('klint-2025', 'klint-2025', [CompletionResultType]::ParameterValue, '[Klint, a sequel to the talk of 2023]')
            [CompletionResult]::new('pointer-zap-2025', 'pointer-zap-2025', [CompletionResultType]::ParameterValue, '[Progress against lifetime-end pointer zap]')
            [CompletionResult]::new('clippy', 'clippy', [CompletionResultType]::ParameterValue, '[Clippy for Rust for Linux]')
            [CompletionResult]::new('language-features', 'language-features', [CompletionResultType]::ParameterValue, '[Upcoming features of the Rust language]')
            [CompletionResult]::new('field-projections', 'field-projections', [CompletionResultType]::ParameterValue, '[Field projections]')
            [CompletionResult]::new('in-place-init', 'in-place-init', [CompletionResultType]::ParameterValue, '[In-place initialization]')
            [CompletionResult]::new('spinlocks', 'spinlocks', [CompletionResultType]::ParameterValue, '[Interrupt-aware spinlocks]')
            [CompletionResult]::new('debugfs', 'debugfs', [CompletionResultType]::ParameterValue, '[DebugFS bindings for Rust]')
            [CompletionResult]::new('gccrs', 'gccrs', [CompletionResultType]::ParameterValue, '[The gccrs compiler]')
            [CompletionResult]::new('nova-2025', 'nova-2025', [CompletionResultType]::ParameterValue, 'DRM and Nova GPU Driver (Update)')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'Print the address and open nothing')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;completions' {
            [CompletionResult]::new('bash', 'bash', [CompletionResultType]::ParameterValue, 'bash')
            [CompletionResult]::new('elvish', 'elvish', [CompletionResultType]::ParameterValue, 'elvish')
            [CompletionResult]::new('fish', 'fish', [CompletionResultType]::ParameterValue, 'fish')
            [CompletionResult]::new('powershell', 'powershell', [CompletionResultType]::ParameterValue, 'powershell')
            [CompletionResult]::new('zsh', 'zsh', [CompletionResultType]::ParameterValue, 'zsh')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;man' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read the editions from this file; repeat for several [env: KANGREJOS_DATASET]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colour the output: always, never, or where it goes to a terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the talks of an edition')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a talk, or an edition, in full')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Find talks by what they are about')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write talks as a calendar, a reading plan or a document')
            [CompletionResult]::new('speakers', 'speakers', [CompletionResultType]::ParameterValue, 'List the speakers, with their talks')
            [CompletionResult]::new('editions', 'editions', [CompletionResultType]::ParameterValue, 'List the editions')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open a talk''s slides in the browser')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, as roff')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'kangrejos;help;list' {
            break
        }
        'kangrejos;help;show' {
            break
        }
        'kangrejos;help;search' {
            break
        }
        'kangrejos;help;export' {
            break
        }
        'kangrejos;help;speakers' {
            break
        }
        'kangrejos;help;editions' {
            break
        }
        'kangrejos;help;open' {
            break
        }
        'kangrejos;help;completions' {
            break
        }
        'kangrejos;help;man' {
            break
        }
        'kangrejos;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
