_kangrejos() {
    local i cur prev opts cmd
    COMPREPLY=()
    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
        cur="$2"
    else
        cur="${COMP_WORDS[COMP_CWORD]}"
    fi
    prev="$3"
    cmd=""
    opts=""

    for i in "${COMP_WORDS[@]:0:COMP_CWORD}"
    do
        case "${cmd},${i}" in
            ",$1")
                cmd="kangrejos"
                ;;
            kangrejos,completions)
                cmd="kangrejos__subcmd__completions"
                ;;
            kangrejos,editions)
                cmd="kangrejos__subcmd__editions"
                ;;
            kangrejos,export)
                cmd="kangrejos__subcmd__export"
                ;;
            kangrejos,find)
                cmd="kangrejos__subcmd__search"
                ;;
            kangrejos,help)
                cmd="kangrejos__subcmd__help"
                ;;
            kangrejos,list)
                cmd="kangrejos__subcmd__list"
                ;;
            kangrejos,ls)
                cmd="kangrejos__subcmd__list"
                ;;
            kangrejos,man)
                cmd="kangrejos__subcmd__man"
                ;;
            kangrejos,open)
                cmd="kangrejos__subcmd__open"
                ;;
            kangrejos,search)
                cmd="kangrejos__subcmd__search"
                ;;
            kangrejos,show)
                cmd="kangrejos__subcmd__show"
                ;;
            kangrejos,speakers)
                cmd="kangrejos__subcmd__speakers"
                ;;
            kangrejos,view)
                cmd="kangrejos__subcmd__show"
                ;;
            kangrejos__subcmd__help,completions)
                cmd="kangrejos__subcmd__help__subcmd__completions"
                ;;
            kangrejos__subcmd__help,editions)
                cmd="kangrejos__subcmd__help__subcmd__editions"
                ;;
            kangrejos__subcmd__help,export)
                cmd="kangrejos__subcmd__help__subcmd__export"
                ;;
            kangrejos__subcmd__help,help)
                cmd="kangrejos__subcmd__help__subcmd__help"
                ;;
            kangrejos__subcmd__help,list)
                cmd="kangrejos__subcmd__help__subcmd__list"
                ;;
            kangrejos__subcmd__help,man)
                cmd="kangrejos__subcmd__help__subcmd__man"
                ;;
            kangrejos__subcmd__help,open)
                cmd="kangrejos__subcmd__help__subcmd__open"
                ;;
            kangrejos__subcmd__help,search)
                cmd="kangrejos__subcmd__help__subcmd__search"
                ;;
            kangrejos__subcmd__help,show)
                cmd="kangrejos__subcmd__help__subcmd__show"
                ;;
            kangrejos__subcmd__help,speakers)
                cmd="kangrejos__subcmd__help__subcmd__speakers"
                ;;
            *)
                ;;
        esac
    done

    case "${cmd}" in
        kangrejos)
            opts="-h -V --dataset --color --help --version list ls show view search find export speakers editions open completions man help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 1 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --dataset)
                    COMPREPLY=($(compgen -f "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__completions)
            opts="-h --color --help bash elvish fish powershell zsh"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__editions)
            opts="-f -h --color --format --json --dataset --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table tsv json jsonl ids" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table tsv json jsonl ids" -- "${cur}"))
                    return 0
                    ;;
                --dataset)
                    local oldifs
                    if [ -n "${IFS+x}" ]; then
                        oldifs="$IFS"
                    fi
                    IFS=$'\n'
                    COMPREPLY=($(compgen -f "${cur}"))
                    if [ -n "${oldifs+x}" ]; then
                        IFS="$oldifs"
                    fi
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o filenames
                    fi
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__export)
            opts="-e -s -k -o -f -h --color --edition --speaker --kind --has --output --split --format --plan --every --duration --dataset --help overview verification rust-concepts lessons rustc-codegen-gcc rust-gcc nvme 9p safe-pinned-init pinned-structs kernel-report lto android vmbus pin-init rcu klint coccinelle pointer-zap proc-macros v4l2 tarfs puzzlefs kent-overstreet filesystems other-topics safety-standard error-handling guidance learning nova pci coccinelle-2024 smart-pointers tracepoints bindgen ffi oota lkmm klint-2025 pointer-zap-2025 clippy language-features field-projections in-place-init spinlocks debugfs gccrs nova-2025 coccinelle-2025 charon project-goals"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --edition)
                    COMPREPLY=($(compgen -W "2021 2022 2023 2024 2025 2026 latest all" -- "${cur}"))
                    return 0
                    ;;
                -e)
                    COMPREPLY=($(compgen -W "2021 2022 2023 2024 2025 2026 latest all" -- "${cur}"))
                    return 0
                    ;;
                --speaker)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                -s)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                --kind)
                    COMPREPLY=($(compgen -W "talk training discussion session" -- "${cur}"))
                    return 0
                    ;;
                -k)
                    COMPREPLY=($(compgen -W "talk training discussion session" -- "${cur}"))
                    return 0
                    ;;
                --has)
                    COMPREPLY=($(compgen -W "summary slides abstract coverage" -- "${cur}"))
                    return 0
                    ;;
                --output)
                    local oldifs
                    if [ -n "${IFS+x}" ]; then
                        oldifs="$IFS"
                    fi
                    IFS=$'\n'
                    COMPREPLY=($(compgen -f "${cur}"))
                    if [ -n "${oldifs+x}" ]; then
                        IFS="$oldifs"
                    fi
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o filenames
                    fi
                    return 0
                    ;;
                -o)
                    local oldifs
                    if [ -n "${IFS+x}" ]; then
                        oldifs="$IFS"
                    fi
                    IFS=$'\n'
                    COMPREPLY=($(compgen -f "${cur}"))
                    if [ -n "${oldifs+x}" ]; then
                        IFS="$oldifs"
                    fi
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o filenames
                    fi
                    return 0
                    ;;
                --split)
                    COMPREPLY=()
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o plusdirs
                    fi
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "ics json csv md bib" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "ics json csv md bib" -- "${cur}"))
                    return 0
                    ;;
                --plan)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                --every)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                --duration)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                --dataset)
                    local oldifs
                    if [ -n "${IFS+x}" ]; then
                        oldifs="$IFS"
                    fi
                    IFS=$'\n'
                    COMPREPLY=($(compgen -f "${cur}"))
                    if [ -n "${oldifs+x}" ]; then
                        IFS="$oldifs"
                    fi
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o filenames
                    fi
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help)
            opts="list show search export speakers editions open completions man help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__completions)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__editions)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__export)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__help)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__list)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__man)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__open)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__search)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__show)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__help__subcmd__speakers)
            opts=""
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__list)
            opts="-e -s -k -f -n -h --color --edition --speaker --kind --has --format --json --dataset --sort --reverse --max-count --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --edition)
                    COMPREPLY=($(compgen -W "2021 2022 2023 2024 2025 2026 latest all" -- "${cur}"))
                    return 0
                    ;;
                -e)
                    COMPREPLY=($(compgen -W "2021 2022 2023 2024 2025 2026 latest all" -- "${cur}"))
                    return 0
                    ;;
                --speaker)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                -s)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                --kind)
                    COMPREPLY=($(compgen -W "talk training discussion session" -- "${cur}"))
                    return 0
                    ;;
                -k)
                    COMPREPLY=($(compgen -W "talk training discussion session" -- "${cur}"))
                    return 0
                    ;;
                --has)
                    COMPREPLY=($(compgen -W "summary slides abstract coverage" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table tsv json jsonl ids" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table tsv json jsonl ids" -- "${cur}"))
                    return 0
                    ;;
                --dataset)
                    local oldifs
                    if [ -n "${IFS+x}" ]; then
                        oldifs="$IFS"
                    fi
                    IFS=$'\n'
                    COMPREPLY=($(compgen -f "${cur}"))
                    if [ -n "${oldifs+x}" ]; then
                        IFS="$oldifs"
                    fi
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o filenames
                    fi
                    return 0
                    ;;
                --sort)
                    COMPREPLY=($(compgen -W "programme title speaker" -- "${cur}"))
                    return 0
                    ;;
                --max-count)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                -n)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__man)
            opts="-h --color --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__open)
            opts="-h --color --slides --article --page --print --dataset --help overview verification rust-concepts lessons rustc-codegen-gcc rust-gcc nvme 9p safe-pinned-init pinned-structs kernel-report lto android vmbus pin-init rcu klint coccinelle pointer-zap proc-macros v4l2 tarfs puzzlefs kent-overstreet filesystems other-topics safety-standard error-handling guidance learning nova pci coccinelle-2024 smart-pointers tracepoints bindgen ffi oota lkmm klint-2025 pointer-zap-2025 clippy language-features field-projections in-place-init spinlocks debugfs gccrs nova-2025 coccinelle-2025 charon project-goals"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --dataset)
                    local oldifs
                    if [ -n "${IFS+x}" ]; then
                        oldifs="$IFS"
                    fi
                    IFS=$'\n'
                    COMPREPLY=($(compgen -f "${cur}"))
                    if [ -n "${oldifs+x}" ]; then
                        IFS="$oldifs"
                    fi
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o filenames
                    fi
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__search)
            opts="-e -s -k -f -n -h --color --edition --speaker --kind --has --format --json --dataset --max-count --exact --help title: speaker: has:summary has:slides has:abstract has:coverage kind:talk kind:training kind:discussion kind:session year:2021 year:2022 year:2023 year:2024 year:2025 year:2026"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --edition)
                    COMPREPLY=($(compgen -W "2021 2022 2023 2024 2025 2026 latest all" -- "${cur}"))
                    return 0
                    ;;
                -e)
                    COMPREPLY=($(compgen -W "2021 2022 2023 2024 2025 2026 latest all" -- "${cur}"))
                    return 0
                    ;;
                --speaker)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                -s)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                --kind)
                    COMPREPLY=($(compgen -W "talk training discussion session" -- "${cur}"))
                    return 0
                    ;;
                -k)
                    COMPREPLY=($(compgen -W "talk training discussion session" -- "${cur}"))
                    return 0
                    ;;
                --has)
                    COMPREPLY=($(compgen -W "summary slides abstract coverage" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table tsv json jsonl ids" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table tsv json jsonl ids" -- "${cur}"))
                    return 0
                    ;;
                --dataset)
                    local oldifs
                    if [ -n "${IFS+x}" ]; then
                        oldifs="$IFS"
                    fi
                    IFS=$'\n'
                    COMPREPLY=($(compgen -f "${cur}"))
                    if [ -n "${oldifs+x}" ]; then
                        IFS="$oldifs"
                    fi
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o filenames
                    fi
                    return 0
                    ;;
                --max-count)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                -n)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__show)
            opts="-f -h --color --thread --format --json --dataset --help overview verification rust-concepts lessons rustc-codegen-gcc rust-gcc nvme 9p safe-pinned-init pinned-structs kernel-report lto android vmbus pin-init rcu klint coccinelle pointer-zap proc-macros v4l2 tarfs puzzlefs kent-overstreet filesystems other-topics safety-standard error-handling guidance learning nova pci coccinelle-2024 smart-pointers tracepoints bindgen ffi oota lkmm klint-2025 pointer-zap-2025 clippy language-features field-projections in-place-init spinlocks debugfs gccrs nova-2025 coccinelle-2025 charon project-goals"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "text json markdown" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "text json markdown" -- "${cur}"))
                    return 0
                    ;;
                --dataset)
                    local oldifs
                    if [ -n "${IFS+x}" ]; then
                        oldifs="$IFS"
                    fi
                    IFS=$'\n'
                    COMPREPLY=($(compgen -f "${cur}"))
                    if [ -n "${oldifs+x}" ]; then
                        IFS="$oldifs"
                    fi
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o filenames
                    fi
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        kangrejos__subcmd__speakers)
            opts="-e -s -k -f -h --color --edition --speaker --kind --has --format --json --dataset --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --edition)
                    COMPREPLY=($(compgen -W "2021 2022 2023 2024 2025 2026 latest all" -- "${cur}"))
                    return 0
                    ;;
                -e)
                    COMPREPLY=($(compgen -W "2021 2022 2023 2024 2025 2026 latest all" -- "${cur}"))
                    return 0
                    ;;
                --speaker)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                -s)
                    COMPREPLY=("${cur}")
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o nospace
                    fi
                    return 0
                    ;;
                --kind)
                    COMPREPLY=($(compgen -W "talk training discussion session" -- "${cur}"))
                    return 0
                    ;;
                -k)
                    COMPREPLY=($(compgen -W "talk training discussion session" -- "${cur}"))
                    return 0
                    ;;
                --has)
                    COMPREPLY=($(compgen -W "summary slides abstract coverage" -- "${cur}"))
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table tsv json jsonl ids" -- "${cur}"))
                    return 0
                    ;;
                -f)
                    COMPREPLY=($(compgen -W "table tsv json jsonl ids" -- "${cur}"))
                    return 0
                    ;;
                --dataset)
                    local oldifs
                    if [ -n "${IFS+x}" ]; then
                        oldifs="$IFS"
                    fi
                    IFS=$'\n'
                    COMPREPLY=($(compgen -f "${cur}"))
                    if [ -n "${oldifs+x}" ]; then
                        IFS="$oldifs"
                    fi
                    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
                        compopt -o filenames
                    fi
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
    esac
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _kangrejos -o nosort -o bashdefault -o default kangrejos
else
    complete -F _kangrejos -o bashdefault -o default kangrejos
fi

# Completes values with spaces or colons, at which bash splits words.
_kangrejos_values() {
    local value values=() restore line="${COMP_LINE:0:COMP_POINT}"
    # The typed text, and the part of it that bash replaces.
    local typed="${line##* }" word="$2"
    if [[ "$3" == -s || "$3" == --speaker ]]; then
        typed="${word//\\/}"
        word="$typed"
        values=('Alastair Reid' 'Alejandra González' 'Alice Ryhl' 'Andreas Hindborg' 'Antoni Boucher' 'Ariel Miculas' 'Arthur Cohen' 'Benno Lossin' 'Boqun Feng' 'Carlos Bilbao' 'Carlos Llamas' 'Daniel Almeida' 'Danilo Krummrich' 'Dirk Behme' 'Gary Guo' 'John Baublitz' 'Julia Lawall' 'Kent Overstreet' 'Matthew Maurer' 'Miguel Ojeda' 'Paul E. McKenney' 'Philip Herron' 'Pierre-Emmanuel Patry' 'Tathagata Roy' 'Tomáš Sedovič' 'Tyler Mandry' 'Vincenzo Palazzo' 'Wedson Almeida Filho' 'Xiangfei Ding')
        compopt -o filenames 2>/dev/null
    elif [[ "$typed" == *:* && " ${COMP_WORDS[*]} " == *" search "* ]]; then
        values=(title: speaker: has:summary has:slides has:abstract has:coverage kind:talk kind:training kind:discussion kind:session year:2021 year:2022 year:2023 year:2024 year:2025 year:2026)
    else
        _kangrejos "$@"
        return
    fi
    restore="$(shopt -p nocasematch)"
    shopt -s nocasematch
    for value in "${values[@]}"; do
        [[ "$value" == "$typed"* ]] && COMPREPLY+=("${value:${#typed}-${#word}}")
    done
    $restore
}

complete -F _kangrejos_values -o bashdefault kangrejos
