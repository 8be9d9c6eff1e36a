//! Signals that arrive while files are written.

use std::fs;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use signal_hook::flag;
use signal_hook::low_level::signal_name;

/// Signals that arrive while files are written: they are failures, so that temporary files go.
pub struct Signals {
    /// The signal that has arrived, or 0.
    caught: &'static AtomicUsize,
    /// Whether the handlers are registered; there is one of this struct at a time.
    _registered: MutexGuard<'static, bool>,
}

/// Whether signals have their usual effect.
static IDLE: AtomicBool = AtomicBool::new(true);

/// The signals that ask a program to end.
#[cfg(unix)]
const ENDING: [i32; 3] = [
    signal_hook::consts::SIGINT,
    signal_hook::consts::SIGTERM,
    signal_hook::consts::SIGHUP,
];
#[cfg(not(unix))]
const ENDING: [i32; 2] = [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM];

/// Keeps a file that outgrows the limit from ending the program: the write that did so fails by
/// itself, so nobody asks for the flag.
#[cfg(unix)]
fn watch_file_size() -> io::Result<()> {
    static OUTGROWN: AtomicBool = AtomicBool::new(false);
    flag::register(signal_hook::consts::SIGXFSZ, &OUTGROWN)?;
    Ok(())
}

#[cfg(not(unix))]
fn watch_file_size() -> io::Result<()> {
    Ok(())
}

impl Signals {
    /// Takes note of signals until the value is dropped; then they have their usual effect again.
    pub fn watch() -> io::Result<Self> {
        static REGISTERED: Mutex<bool> = Mutex::new(false);
        static CAUGHT: AtomicUsize = AtomicUsize::new(0);
        let mut registered = REGISTERED.lock().unwrap_or_else(PoisonError::into_inner);
        CAUGHT.store(0, Ordering::SeqCst);
        IDLE.store(false, Ordering::SeqCst);
        if !*registered {
            let ignored = ignored();
            for signal in ENDING {
                // What the caller turned off, as nohup does, stays off.
                if ignored & (1 << (signal - 1)) == 0 {
                    flag::register_conditional_default(signal, &IDLE)?;
                    let number = usize::try_from(signal).map_err(io::Error::other)?;
                    flag::register_usize(signal, &CAUGHT, number)?;
                }
            }
            watch_file_size()?;
            *registered = true;
        }
        Ok(Self {
            caught: &CAUGHT,
            _registered: registered,
        })
    }

    /// Fails if a signal has arrived.
    pub fn check(&self) -> io::Result<()> {
        let caught = i32::try_from(self.caught.load(Ordering::SeqCst)).unwrap_or(0);
        match caught {
            0 => Ok(()),
            signal => {
                let name = signal_name(signal).unwrap_or("a signal");
                // Not `ErrorKind::Interrupted`, which asks for another try.
                Err(io::Error::other(format!("interrupted by {name}")))
            }
        }
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        IDLE.store(true, Ordering::SeqCst);
    }
}

/// The signals this program was started with turned off, a bit each (`man 5 proc_pid_status`); none
/// where the system does not say.
pub fn ignored() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    line.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .unwrap_or(0)
}
