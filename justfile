# Lists the recipes
default:
    @just --list

# Checks formatting and lints
check:
    cargo fmt --check
    cargo clippy --all-targets --locked -- -D warnings

# Runs the tests
test *ARGS:
    cargo test --locked {{ ARGS }}

# Rewrites the expected files of the tests, the pictures and the completions
update:
    UPDATE_EXPECTED=1 cargo test --locked

# Runs the benchmarks, or with --check only checks the limits
bench *ARGS:
    cargo bench --locked -- {{ ARGS }}

# Runs everything that CI runs
ci:
    .ci/run

# Tests the tests with one shard of all mutants, e.g. `just mutants 3/45`
mutants SHARD:
    cargo mutants --shard {{ SHARD }} --sharding round-robin --test-tool nextest
