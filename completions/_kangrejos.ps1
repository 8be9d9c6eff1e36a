
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
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Datasets given before the subcommand''s name')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List talks')
            [CompletionResult]::new('ls', 'ls', [CompletionResultType]::ParameterValue, 'List talks')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a talk or an edition')
            [CompletionResult]::new('view', 'view', [CompletionResultType]::ParameterValue, 'Show a talk or an edition')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Search talks by keyword')
            [CompletionResult]::new('find', 'find', [CompletionResultType]::ParameterValue, 'Search talks by keyword')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export talks to iCalendar, JSON, CSV, Markdown or BibTeX')
            [CompletionResult]::new('speakers', 'speakers', [CompletionResultType]::ParameterValue, 'List speakers and their talks')
            [CompletionResult]::new('editions', 'editions', [CompletionResultType]::ParameterValue, 'List editions')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open a talk''s slides or article in a browser')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Generate a shell completion script')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the man page (roff)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'kangrejos;list' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with slides, abstract or coverage')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Sort order')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show at most N talks')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N talks')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--reverse', '--reverse', [CompletionResultType]::ParameterName, 'Reverse the order')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;ls' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with slides, abstract or coverage')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Sort order')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show at most N talks')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N talks')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--reverse', '--reverse', [CompletionResultType]::ParameterName, 'Reverse the order')
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
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;view' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;search' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with slides, abstract or coverage')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show at most N results')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N results')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--exact', '--exact', [CompletionResultType]::ParameterName, 'Do not correct or drop any words')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;find' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with slides, abstract or coverage')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show at most N results')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N results')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--exact', '--exact', [CompletionResultType]::ParameterName, 'Do not correct or drop any words')
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
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with slides, abstract or coverage')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE (`-` for standard output)')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE (`-` for standard output)')
            [CompletionResult]::new('--split', '--split', [CompletionResultType]::ParameterName, 'Write one .ics file per talk to DIR')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--plan', '--plan', [CompletionResultType]::ParameterName, 'Make a reading plan that starts at this local time')
            [CompletionResult]::new('--every', '--every', [CompletionResultType]::ParameterName, 'Time between entries, e.g. 3d, 2w or 1M')
            [CompletionResult]::new('--duration', '--duration', [CompletionResultType]::ParameterName, 'Length of each entry, e.g. 1h30m')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;speakers' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with slides, abstract or coverage')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;editions' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
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
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--slides', '--slides', [CompletionResultType]::ParameterName, 'Open the slides, or nothing if their URL is unknown')
            [CompletionResult]::new('--article', '--article', [CompletionResultType]::ParameterName, 'Open the first article, or nothing if there is none')
            [CompletionResult]::new('--page', '--page', [CompletionResultType]::ParameterName, 'Open the web page of the talk or its edition')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'Print the URL without opening it')
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
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;man' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List talks')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a talk or an edition')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Search talks by keyword')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export talks to iCalendar, JSON, CSV, Markdown or BibTeX')
            [CompletionResult]::new('speakers', 'speakers', [CompletionResultType]::ParameterValue, 'List speakers and their talks')
            [CompletionResult]::new('editions', 'editions', [CompletionResultType]::ParameterValue, 'List editions')
            [CompletionResult]::new('open', 'open', [CompletionResultType]::ParameterValue, 'Open a talk''s slides or article in a browser')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Generate a shell completion script')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the man page (roff)')
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
