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

# Runs the benchmarks, or with --check only those that other load does not change
bench *ARGS:
    cargo bench --locked -- {{ ARGS }}

# Runs everything that CI runs, or with `full` everything that a release must pass
ci *ARGS:
    .ci/run {{ ARGS }}

# Tests the tests with one shard of all mutants, e.g. `just mutants 3/45`
mutants SHARD:
    cargo mutants --shard {{ SHARD }} --sharding round-robin --test-tool nextest
