
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
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with summary, slides, abstract or coverage')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Sort order')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show at most N talks')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N talks')
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
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with summary, slides, abstract or coverage')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Sort order')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show at most N talks')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N talks')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--reverse', '--reverse', [CompletionResultType]::ParameterName, 'Reverse the order')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'kangrejos;show' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--thread', '--thread', [CompletionResultType]::ParameterName, 'Include all talks that each talk follows, and all that followed it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('overview', 'overview', [CompletionResultType]::ParameterValue, '[Overview of Rust for Linux: motivation and status]')
            [CompletionResult]::new('verification', 'verification', [CompletionResultType]::ParameterValue, 'How can we formally verify Rust for Linux')
            [CompletionResult]::new('rust-concepts', 'rust-concepts', [CompletionResultType]::ParameterValue, '[Rust concepts for kernel developers]')
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
            [CompletionResult]::new('lkmm', 'lkmm', [CompletionResultType]::ParameterValue, '[LKMM atomics in Rust]')
            [CompletionResult]::new('klint-2025', 'klint-2025', [CompletionResultType]::ParameterValue, '[Klint: follow-up to the 2023 talk]')
            [CompletionResult]::new('pointer-zap-2025', 'pointer-zap-2025', [CompletionResultType]::ParameterValue, '[Progress on lifetime-end pointer zap]')
            [CompletionResult]::new('clippy', 'clippy', [CompletionResultType]::ParameterValue, '[Clippy for Rust for Linux]')
            [CompletionResult]::new('language-features', 'language-features', [CompletionResultType]::ParameterValue, '[Upcoming Rust language features]')
            [CompletionResult]::new('field-projections', 'field-projections', [CompletionResultType]::ParameterValue, '[Field projections]')
            [CompletionResult]::new('in-place-init', 'in-place-init', [CompletionResultType]::ParameterValue, '[In-place initialization]')
            [CompletionResult]::new('spinlocks', 'spinlocks', [CompletionResultType]::ParameterValue, '[Interrupt-aware spinlocks]')
            [CompletionResult]::new('debugfs', 'debugfs', [CompletionResultType]::ParameterValue, '[DebugFS bindings for Rust]')
            [CompletionResult]::new('gccrs', 'gccrs', [CompletionResultType]::ParameterValue, '[The gccrs compiler]')
            [CompletionResult]::new('nova-2025', 'nova-2025', [CompletionResultType]::ParameterValue, 'DRM and Nova GPU Driver (Update)')
            [CompletionResult]::new('coccinelle-2025', 'coccinelle-2025', [CompletionResultType]::ParameterValue, '[Coccinelle for Rust: workshop]')
            [CompletionResult]::new('charon', 'charon', [CompletionResultType]::ParameterValue, '[Charon: analysing kernel Rust code]')
            [CompletionResult]::new('project-goals', 'project-goals', [CompletionResultType]::ParameterValue, '[Rust project goals]')
            break
        }
        'kangrejos;view' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--thread', '--thread', [CompletionResultType]::ParameterName, 'Include all talks that each talk follows, and all that followed it')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('overview', 'overview', [CompletionResultType]::ParameterValue, '[Overview of Rust for Linux: motivation and status]')
            [CompletionResult]::new('verification', 'verification', [CompletionResultType]::ParameterValue, 'How can we formally verify Rust for Linux')
            [CompletionResult]::new('rust-concepts', 'rust-concepts', [CompletionResultType]::ParameterValue, '[Rust concepts for kernel developers]')
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
            [CompletionResult]::new('lkmm', 'lkmm', [CompletionResultType]::ParameterValue, '[LKMM atomics in Rust]')
            [CompletionResult]::new('klint-2025', 'klint-2025', [CompletionResultType]::ParameterValue, '[Klint: follow-up to the 2023 talk]')
            [CompletionResult]::new('pointer-zap-2025', 'pointer-zap-2025', [CompletionResultType]::ParameterValue, '[Progress on lifetime-end pointer zap]')
            [CompletionResult]::new('clippy', 'clippy', [CompletionResultType]::ParameterValue, '[Clippy for Rust for Linux]')
            [CompletionResult]::new('language-features', 'language-features', [CompletionResultType]::ParameterValue, '[Upcoming Rust language features]')
            [CompletionResult]::new('field-projections', 'field-projections', [CompletionResultType]::ParameterValue, '[Field projections]')
            [CompletionResult]::new('in-place-init', 'in-place-init', [CompletionResultType]::ParameterValue, '[In-place initialization]')
            [CompletionResult]::new('spinlocks', 'spinlocks', [CompletionResultType]::ParameterValue, '[Interrupt-aware spinlocks]')
            [CompletionResult]::new('debugfs', 'debugfs', [CompletionResultType]::ParameterValue, '[DebugFS bindings for Rust]')
            [CompletionResult]::new('gccrs', 'gccrs', [CompletionResultType]::ParameterValue, '[The gccrs compiler]')
            [CompletionResult]::new('nova-2025', 'nova-2025', [CompletionResultType]::ParameterValue, 'DRM and Nova GPU Driver (Update)')
            [CompletionResult]::new('coccinelle-2025', 'coccinelle-2025', [CompletionResultType]::ParameterValue, '[Coccinelle for Rust: workshop]')
            [CompletionResult]::new('charon', 'charon', [CompletionResultType]::ParameterValue, '[Charon: analysing kernel Rust code]')
            [CompletionResult]::new('project-goals', 'project-goals', [CompletionResultType]::ParameterValue, '[Rust project goals]')
            break
        }
        'kangrejos;show;overview' {
            break
        }
        'kangrejos;view;overview' {
            break
        }
        'kangrejos;show;verification' {
            break
        }
        'kangrejos;view;verification' {
            break
        }
        'kangrejos;show;rust-concepts' {
            break
        }
        'kangrejos;view;rust-concepts' {
            break
        }
        'kangrejos;show;lessons' {
            break
        }
        'kangrejos;view;lessons' {
            break
        }
        'kangrejos;show;rustc-codegen-gcc' {
            break
        }
        'kangrejos;view;rustc-codegen-gcc' {
            break
        }
        'kangrejos;show;rust-gcc' {
            break
        }
        'kangrejos;view;rust-gcc' {
            break
        }
        'kangrejos;show;nvme' {
            break
        }
        'kangrejos;view;nvme' {
            break
        }
        'kangrejos;show;9p' {
            break
        }
        'kangrejos;view;9p' {
            break
        }
        'kangrejos;show;safe-pinned-init' {
            break
        }
        'kangrejos;view;safe-pinned-init' {
            break
        }
        'kangrejos;show;pinned-structs' {
            break
        }
        'kangrejos;view;pinned-structs' {
            break
        }
        'kangrejos;show;kernel-report' {
            break
        }
        'kangrejos;view;kernel-report' {
            break
        }
        'kangrejos;show;lto' {
            break
        }
        'kangrejos;view;lto' {
            break
        }
        'kangrejos;show;android' {
            break
        }
        'kangrejos;view;android' {
            break
        }
        'kangrejos;show;vmbus' {
            break
        }
        'kangrejos;view;vmbus' {
            break
        }
        'kangrejos;show;pin-init' {
            break
        }
        'kangrejos;view;pin-init' {
            break
        }
        'kangrejos;show;rcu' {
            break
        }
        'kangrejos;view;rcu' {
            break
        }
        'kangrejos;show;klint' {
            break
        }
        'kangrejos;view;klint' {
            break
        }
        'kangrejos;show;coccinelle' {
            break
        }
        'kangrejos;view;coccinelle' {
            break
        }
        'kangrejos;show;pointer-zap' {
            break
        }
        'kangrejos;view;pointer-zap' {
            break
        }
        'kangrejos;show;proc-macros' {
            break
        }
        'kangrejos;view;proc-macros' {
            break
        }
        'kangrejos;show;v4l2' {
            break
        }
        'kangrejos;view;v4l2' {
            break
        }
        'kangrejos;show;tarfs' {
            break
        }
        'kangrejos;view;tarfs' {
            break
        }
        'kangrejos;show;puzzlefs' {
            break
        }
        'kangrejos;view;puzzlefs' {
            break
        }
        'kangrejos;show;kent-overstreet' {
            break
        }
        'kangrejos;view;kent-overstreet' {
            break
        }
        'kangrejos;show;filesystems' {
            break
        }
        'kangrejos;view;filesystems' {
            break
        }
        'kangrejos;show;other-topics' {
            break
        }
        'kangrejos;view;other-topics' {
            break
        }
        'kangrejos;show;safety-standard' {
            break
        }
        'kangrejos;view;safety-standard' {
            break
        }
        'kangrejos;show;error-handling' {
            break
        }
        'kangrejos;view;error-handling' {
            break
        }
        'kangrejos;show;guidance' {
            break
        }
        'kangrejos;view;guidance' {
            break
        }
        'kangrejos;show;learning' {
            break
        }
        'kangrejos;view;learning' {
            break
        }
        'kangrejos;show;nova' {
            break
        }
        'kangrejos;view;nova' {
            break
        }
        'kangrejos;show;pci' {
            break
        }
        'kangrejos;view;pci' {
            break
        }
        'kangrejos;show;coccinelle-2024' {
            break
        }
        'kangrejos;view;coccinelle-2024' {
            break
        }
        'kangrejos;show;smart-pointers' {
            break
        }
        'kangrejos;view;smart-pointers' {
            break
        }
        'kangrejos;show;tracepoints' {
            break
        }
        'kangrejos;view;tracepoints' {
            break
        }
        'kangrejos;show;bindgen' {
            break
        }
        'kangrejos;view;bindgen' {
            break
        }
        'kangrejos;show;ffi' {
            break
        }
        'kangrejos;view;ffi' {
            break
        }
        'kangrejos;show;oota' {
            break
        }
        'kangrejos;view;oota' {
            break
        }
        'kangrejos;show;lkmm' {
            break
        }
        'kangrejos;view;lkmm' {
            break
        }
        'kangrejos;show;klint-2025' {
            break
        }
        'kangrejos;view;klint-2025' {
            break
        }
        'kangrejos;show;pointer-zap-2025' {
            break
        }
        'kangrejos;view;pointer-zap-2025' {
            break
        }
        'kangrejos;show;clippy' {
            break
        }
        'kangrejos;view;clippy' {
            break
        }
        'kangrejos;show;language-features' {
            break
        }
        'kangrejos;view;language-features' {
            break
        }
        'kangrejos;show;field-projections' {
            break
        }
        'kangrejos;view;field-projections' {
            break
        }
        'kangrejos;show;in-place-init' {
            break
        }
        'kangrejos;view;in-place-init' {
            break
        }
        'kangrejos;show;spinlocks' {
            break
        }
        'kangrejos;view;spinlocks' {
            break
        }
        'kangrejos;show;debugfs' {
            break
        }
        'kangrejos;view;debugfs' {
            break
        }
        'kangrejos;show;gccrs' {
            break
        }
        'kangrejos;view;gccrs' {
            break
        }
        'kangrejos;show;nova-2025' {
            break
        }
        'kangrejos;view;nova-2025' {
            break
        }
        'kangrejos;show;coccinelle-2025' {
            break
        }
        'kangrejos;view;coccinelle-2025' {
            break
        }
        'kangrejos;show;charon' {
            break
        }
        'kangrejos;view;charon' {
            break
        }
        'kangrejos;show;project-goals' {
            break
        }
        'kangrejos;view;project-goals' {
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
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with summary, slides, abstract or coverage')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show at most N results')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N results')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--exact', '--exact', [CompletionResultType]::ParameterName, 'Do not correct or drop any words')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('title:', 'title:', [CompletionResultType]::ParameterValue, 'title:')
            [CompletionResult]::new('speaker:', 'speaker:', [CompletionResultType]::ParameterValue, 'speaker:')
            [CompletionResult]::new('has:summary', 'has:summary', [CompletionResultType]::ParameterValue, 'has:summary')
            [CompletionResult]::new('has:slides', 'has:slides', [CompletionResultType]::ParameterValue, 'has:slides')
            [CompletionResult]::new('has:abstract', 'has:abstract', [CompletionResultType]::ParameterValue, 'has:abstract')
            [CompletionResult]::new('has:coverage', 'has:coverage', [CompletionResultType]::ParameterValue, 'has:coverage')
            [CompletionResult]::new('kind:talk', 'kind:talk', [CompletionResultType]::ParameterValue, 'kind:talk')
            [CompletionResult]::new('kind:training', 'kind:training', [CompletionResultType]::ParameterValue, 'kind:training')
            [CompletionResult]::new('kind:discussion', 'kind:discussion', [CompletionResultType]::ParameterValue, 'kind:discussion')
            [CompletionResult]::new('kind:session', 'kind:session', [CompletionResultType]::ParameterValue, 'kind:session')
            [CompletionResult]::new('year:2021', 'year:2021', [CompletionResultType]::ParameterValue, 'year:2021')
            [CompletionResult]::new('year:2022', 'year:2022', [CompletionResultType]::ParameterValue, 'year:2022')
            [CompletionResult]::new('year:2023', 'year:2023', [CompletionResultType]::ParameterValue, 'year:2023')
            [CompletionResult]::new('year:2024', 'year:2024', [CompletionResultType]::ParameterValue, 'year:2024')
            [CompletionResult]::new('year:2025', 'year:2025', [CompletionResultType]::ParameterValue, 'year:2025')
            [CompletionResult]::new('year:2026', 'year:2026', [CompletionResultType]::ParameterValue, 'year:2026')
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
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with summary, slides, abstract or coverage')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show at most N results')
            [CompletionResult]::new('--max-count', '--max-count', [CompletionResultType]::ParameterName, 'Show at most N results')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Shorthand for --format json')
            [CompletionResult]::new('--exact', '--exact', [CompletionResultType]::ParameterName, 'Do not correct or drop any words')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('title:', 'title:', [CompletionResultType]::ParameterValue, 'title:')
            [CompletionResult]::new('speaker:', 'speaker:', [CompletionResultType]::ParameterValue, 'speaker:')
            [CompletionResult]::new('has:summary', 'has:summary', [CompletionResultType]::ParameterValue, 'has:summary')
            [CompletionResult]::new('has:slides', 'has:slides', [CompletionResultType]::ParameterValue, 'has:slides')
            [CompletionResult]::new('has:abstract', 'has:abstract', [CompletionResultType]::ParameterValue, 'has:abstract')
            [CompletionResult]::new('has:coverage', 'has:coverage', [CompletionResultType]::ParameterValue, 'has:coverage')
            [CompletionResult]::new('kind:talk', 'kind:talk', [CompletionResultType]::ParameterValue, 'kind:talk')
            [CompletionResult]::new('kind:training', 'kind:training', [CompletionResultType]::ParameterValue, 'kind:training')
            [CompletionResult]::new('kind:discussion', 'kind:discussion', [CompletionResultType]::ParameterValue, 'kind:discussion')
            [CompletionResult]::new('kind:session', 'kind:session', [CompletionResultType]::ParameterValue, 'kind:session')
            [CompletionResult]::new('year:2021', 'year:2021', [CompletionResultType]::ParameterValue, 'year:2021')
            [CompletionResult]::new('year:2022', 'year:2022', [CompletionResultType]::ParameterValue, 'year:2022')
            [CompletionResult]::new('year:2023', 'year:2023', [CompletionResultType]::ParameterValue, 'year:2023')
            [CompletionResult]::new('year:2024', 'year:2024', [CompletionResultType]::ParameterValue, 'year:2024')
            [CompletionResult]::new('year:2025', 'year:2025', [CompletionResultType]::ParameterValue, 'year:2025')
            [CompletionResult]::new('year:2026', 'year:2026', [CompletionResultType]::ParameterValue, 'year:2026')
            break
        }
        'kangrejos;search;title:' {
            break
        }
        'kangrejos;find;title:' {
            break
        }
        'kangrejos;search;speaker:' {
            break
        }
        'kangrejos;find;speaker:' {
            break
        }
        'kangrejos;search;has:summary' {
            break
        }
        'kangrejos;find;has:summary' {
            break
        }
        'kangrejos;search;has:slides' {
            break
        }
        'kangrejos;find;has:slides' {
            break
        }
        'kangrejos;search;has:abstract' {
            break
        }
        'kangrejos;find;has:abstract' {
            break
        }
        'kangrejos;search;has:coverage' {
            break
        }
        'kangrejos;find;has:coverage' {
            break
        }
        'kangrejos;search;kind:talk' {
            break
        }
        'kangrejos;find;kind:talk' {
            break
        }
        'kangrejos;search;kind:training' {
            break
        }
        'kangrejos;find;kind:training' {
            break
        }
        'kangrejos;search;kind:discussion' {
            break
        }
        'kangrejos;find;kind:discussion' {
            break
        }
        'kangrejos;search;kind:session' {
            break
        }
        'kangrejos;find;kind:session' {
            break
        }
        'kangrejos;search;year:2021' {
            break
        }
        'kangrejos;find;year:2021' {
            break
        }
        'kangrejos;search;year:2022' {
            break
        }
        'kangrejos;find;year:2022' {
            break
        }
        'kangrejos;search;year:2023' {
            break
        }
        'kangrejos;find;year:2023' {
            break
        }
        'kangrejos;search;year:2024' {
            break
        }
        'kangrejos;find;year:2024' {
            break
        }
        'kangrejos;search;year:2025' {
            break
        }
        'kangrejos;find;year:2025' {
            break
        }
        'kangrejos;search;year:2026' {
            break
        }
        'kangrejos;find;year:2026' {
            break
        }
        'kangrejos;export' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-e', '-e', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('--edition', '--edition', [CompletionResultType]::ParameterName, 'Only this edition, `latest` or `all` (may be repeated)')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('--speaker', '--speaker', [CompletionResultType]::ParameterName, 'Only talks by this speaker (may be repeated)')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only talk, training, discussion or session')
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with summary, slides, abstract or coverage')
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
            [CompletionResult]::new('overview', 'overview', [CompletionResultType]::ParameterValue, '[Overview of Rust for Linux: motivation and status]')
            [CompletionResult]::new('verification', 'verification', [CompletionResultType]::ParameterValue, 'How can we formally verify Rust for Linux')
            [CompletionResult]::new('rust-concepts', 'rust-concepts', [CompletionResultType]::ParameterValue, '[Rust concepts for kernel developers]')
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
            [CompletionResult]::new('lkmm', 'lkmm', [CompletionResultType]::ParameterValue, '[LKMM atomics in Rust]')
            [CompletionResult]::new('klint-2025', 'klint-2025', [CompletionResultType]::ParameterValue, '[Klint: follow-up to the 2023 talk]')
            [CompletionResult]::new('pointer-zap-2025', 'pointer-zap-2025', [CompletionResultType]::ParameterValue, '[Progress on lifetime-end pointer zap]')
            [CompletionResult]::new('clippy', 'clippy', [CompletionResultType]::ParameterValue, '[Clippy for Rust for Linux]')
            [CompletionResult]::new('language-features', 'language-features', [CompletionResultType]::ParameterValue, '[Upcoming Rust language features]')
            [CompletionResult]::new('field-projections', 'field-projections', [CompletionResultType]::ParameterValue, '[Field projections]')
            [CompletionResult]::new('in-place-init', 'in-place-init', [CompletionResultType]::ParameterValue, '[In-place initialization]')
            [CompletionResult]::new('spinlocks', 'spinlocks', [CompletionResultType]::ParameterValue, '[Interrupt-aware spinlocks]')
            [CompletionResult]::new('debugfs', 'debugfs', [CompletionResultType]::ParameterValue, '[DebugFS bindings for Rust]')
            [CompletionResult]::new('gccrs', 'gccrs', [CompletionResultType]::ParameterValue, '[The gccrs compiler]')
            [CompletionResult]::new('nova-2025', 'nova-2025', [CompletionResultType]::ParameterValue, 'DRM and Nova GPU Driver (Update)')
            [CompletionResult]::new('coccinelle-2025', 'coccinelle-2025', [CompletionResultType]::ParameterValue, '[Coccinelle for Rust: workshop]')
            [CompletionResult]::new('charon', 'charon', [CompletionResultType]::ParameterValue, '[Charon: analysing kernel Rust code]')
            [CompletionResult]::new('project-goals', 'project-goals', [CompletionResultType]::ParameterValue, '[Rust project goals]')
            break
        }
        'kangrejos;export;overview' {
            break
        }
        'kangrejos;export;verification' {
            break
        }
        'kangrejos;export;rust-concepts' {
            break
        }
        'kangrejos;export;lessons' {
            break
        }
        'kangrejos;export;rustc-codegen-gcc' {
            break
        }
        'kangrejos;export;rust-gcc' {
            break
        }
        'kangrejos;export;nvme' {
            break
        }
        'kangrejos;export;9p' {
            break
        }
        'kangrejos;export;safe-pinned-init' {
            break
        }
        'kangrejos;export;pinned-structs' {
            break
        }
        'kangrejos;export;kernel-report' {
            break
        }
        'kangrejos;export;lto' {
            break
        }
        'kangrejos;export;android' {
            break
        }
        'kangrejos;export;vmbus' {
            break
        }
        'kangrejos;export;pin-init' {
            break
        }
        'kangrejos;export;rcu' {
            break
        }
        'kangrejos;export;klint' {
            break
        }
        'kangrejos;export;coccinelle' {
            break
        }
        'kangrejos;export;pointer-zap' {
            break
        }
        'kangrejos;export;proc-macros' {
            break
        }
        'kangrejos;export;v4l2' {
            break
        }
        'kangrejos;export;tarfs' {
            break
        }
        'kangrejos;export;puzzlefs' {
            break
        }
        'kangrejos;export;kent-overstreet' {
            break
        }
        'kangrejos;export;filesystems' {
            break
        }
        'kangrejos;export;other-topics' {
            break
        }
        'kangrejos;export;safety-standard' {
            break
        }
        'kangrejos;export;error-handling' {
            break
        }
        'kangrejos;export;guidance' {
            break
        }
        'kangrejos;export;learning' {
            break
        }
        'kangrejos;export;nova' {
            break
        }
        'kangrejos;export;pci' {
            break
        }
        'kangrejos;export;coccinelle-2024' {
            break
        }
        'kangrejos;export;smart-pointers' {
            break
        }
        'kangrejos;export;tracepoints' {
            break
        }
        'kangrejos;export;bindgen' {
            break
        }
        'kangrejos;export;ffi' {
            break
        }
        'kangrejos;export;oota' {
            break
        }
        'kangrejos;export;lkmm' {
            break
        }
        'kangrejos;export;klint-2025' {
            break
        }
        'kangrejos;export;pointer-zap-2025' {
            break
        }
        'kangrejos;export;clippy' {
            break
        }
        'kangrejos;export;language-features' {
            break
        }
        'kangrejos;export;field-projections' {
            break
        }
        'kangrejos;export;in-place-init' {
            break
        }
        'kangrejos;export;spinlocks' {
            break
        }
        'kangrejos;export;debugfs' {
            break
        }
        'kangrejos;export;gccrs' {
            break
        }
        'kangrejos;export;nova-2025' {
            break
        }
        'kangrejos;export;coccinelle-2025' {
            break
        }
        'kangrejos;export;charon' {
            break
        }
        'kangrejos;export;project-goals' {
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
            [CompletionResult]::new('--has', '--has', [CompletionResultType]::ParameterName, 'Only with summary, slides, abstract or coverage')
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
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('--dataset', '--dataset', [CompletionResultType]::ParameterName, 'Read editions from FILE instead of the built-in data (may be repeated)')
            [CompletionResult]::new('--slides', '--slides', [CompletionResultType]::ParameterName, 'Open the slides, or nothing if their URL is unknown')
            [CompletionResult]::new('--article', '--article', [CompletionResultType]::ParameterName, 'Open the first article, or nothing if there is none')
            [CompletionResult]::new('--page', '--page', [CompletionResultType]::ParameterName, 'Open the web page of the talk or its edition')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'Print the URL without opening it')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('overview', 'overview', [CompletionResultType]::ParameterValue, '[Overview of Rust for Linux: motivation and status]')
            [CompletionResult]::new('verification', 'verification', [CompletionResultType]::ParameterValue, 'How can we formally verify Rust for Linux')
            [CompletionResult]::new('rust-concepts', 'rust-concepts', [CompletionResultType]::ParameterValue, '[Rust concepts for kernel developers]')
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
            [CompletionResult]::new('lkmm', 'lkmm', [CompletionResultType]::ParameterValue, '[LKMM atomics in Rust]')
            [CompletionResult]::new('klint-2025', 'klint-2025', [CompletionResultType]::ParameterValue, '[Klint: follow-up to the 2023 talk]')
            [CompletionResult]::new('pointer-zap-2025', 'pointer-zap-2025', [CompletionResultType]::ParameterValue, '[Progress on lifetime-end pointer zap]')
            [CompletionResult]::new('clippy', 'clippy', [CompletionResultType]::ParameterValue, '[Clippy for Rust for Linux]')
            [CompletionResult]::new('language-features', 'language-features', [CompletionResultType]::ParameterValue, '[Upcoming Rust language features]')
            [CompletionResult]::new('field-projections', 'field-projections', [CompletionResultType]::ParameterValue, '[Field projections]')
            [CompletionResult]::new('in-place-init', 'in-place-init', [CompletionResultType]::ParameterValue, '[In-place initialization]')
            [CompletionResult]::new('spinlocks', 'spinlocks', [CompletionResultType]::ParameterValue, '[Interrupt-aware spinlocks]')
            [CompletionResult]::new('debugfs', 'debugfs', [CompletionResultType]::ParameterValue, '[DebugFS bindings for Rust]')
            [CompletionResult]::new('gccrs', 'gccrs', [CompletionResultType]::ParameterValue, '[The gccrs compiler]')
            [CompletionResult]::new('nova-2025', 'nova-2025', [CompletionResultType]::ParameterValue, 'DRM and Nova GPU Driver (Update)')
            [CompletionResult]::new('coccinelle-2025', 'coccinelle-2025', [CompletionResultType]::ParameterValue, '[Coccinelle for Rust: workshop]')
            [CompletionResult]::new('charon', 'charon', [CompletionResultType]::ParameterValue, '[Charon: analysing kernel Rust code]')
            [CompletionResult]::new('project-goals', 'project-goals', [CompletionResultType]::ParameterValue, '[Rust project goals]')
            break
        }
        'kangrejos;open;overview' {
            break
        }
        'kangrejos;open;verification' {
            break
        }
        'kangrejos;open;rust-concepts' {
            break
        }
        'kangrejos;open;lessons' {
            break
        }
        'kangrejos;open;rustc-codegen-gcc' {
            break
        }
        'kangrejos;open;rust-gcc' {
            break
        }
        'kangrejos;open;nvme' {
            break
        }
        'kangrejos;open;9p' {
            break
        }
        'kangrejos;open;safe-pinned-init' {
            break
        }
        'kangrejos;open;pinned-structs' {
            break
        }
        'kangrejos;open;kernel-report' {
            break
        }
        'kangrejos;open;lto' {
            break
        }
        'kangrejos;open;android' {
            break
        }
        'kangrejos;open;vmbus' {
            break
        }
        'kangrejos;open;pin-init' {
            break
        }
        'kangrejos;open;rcu' {
            break
        }
        'kangrejos;open;klint' {
            break
        }
        'kangrejos;open;coccinelle' {
            break
        }
        'kangrejos;open;pointer-zap' {
            break
        }
        'kangrejos;open;proc-macros' {
            break
        }
        'kangrejos;open;v4l2' {
            break
        }
        'kangrejos;open;tarfs' {
            break
        }
        'kangrejos;open;puzzlefs' {
            break
        }
        'kangrejos;open;kent-overstreet' {
            break
        }
        'kangrejos;open;filesystems' {
            break
        }
        'kangrejos;open;other-topics' {
            break
        }
        'kangrejos;open;safety-standard' {
            break
        }
        'kangrejos;open;error-handling' {
            break
        }
        'kangrejos;open;guidance' {
            break
        }
        'kangrejos;open;learning' {
            break
        }
        'kangrejos;open;nova' {
            break
        }
        'kangrejos;open;pci' {
            break
        }
        'kangrejos;open;coccinelle-2024' {
            break
        }
        'kangrejos;open;smart-pointers' {
            break
        }
        'kangrejos;open;tracepoints' {
            break
        }
        'kangrejos;open;bindgen' {
            break
        }
        'kangrejos;open;ffi' {
            break
        }
        'kangrejos;open;oota' {
            break
        }
        'kangrejos;open;lkmm' {
            break
        }
        'kangrejos;open;klint-2025' {
            break
        }
        'kangrejos;open;pointer-zap-2025' {
            break
        }
        'kangrejos;open;clippy' {
            break
        }
        'kangrejos;open;language-features' {
            break
        }
        'kangrejos;open;field-projections' {
            break
        }
        'kangrejos;open;in-place-init' {
            break
        }
        'kangrejos;open;spinlocks' {
            break
        }
        'kangrejos;open;debugfs' {
            break
        }
        'kangrejos;open;gccrs' {
            break
        }
        'kangrejos;open;nova-2025' {
            break
        }
        'kangrejos;open;coccinelle-2025' {
            break
        }
        'kangrejos;open;charon' {
            break
        }
        'kangrejos;open;project-goals' {
            break
        }
        'kangrejos;completions' {
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour: auto, always or never')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('bash', 'bash', [CompletionResultType]::ParameterValue, 'bash')
            [CompletionResult]::new('elvish', 'elvish', [CompletionResultType]::ParameterValue, 'elvish')
            [CompletionResult]::new('fish', 'fish', [CompletionResultType]::ParameterValue, 'fish')
            [CompletionResult]::new('powershell', 'powershell', [CompletionResultType]::ParameterValue, 'powershell')
            [CompletionResult]::new('zsh', 'zsh', [CompletionResultType]::ParameterValue, 'zsh')
            break
        }
        'kangrejos;completions;bash' {
            break
        }
        'kangrejos;completions;elvish' {
            break
        }
        'kangrejos;completions;fish' {
            break
        }
        'kangrejos;completions;powershell' {
            break
        }
        'kangrejos;completions;zsh' {
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
