//! Files written whole or not at all.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::Error;
use crate::signals::Signals;

/// What is written to the disk at a time, between two looks at the signals.
const BLOCK: usize = 1 << 16;

/// Writes what `contents` writes to `path`, by way of a temporary file beside it that takes its
/// place.
///
/// A symbolic link is followed. The new file has the old one's mode, or what the umask gives. A
/// target that is there and is no regular file, such as `/dev/null`, is written directly. On an
/// error, which a signal and a limit on the size of files are too, the old file stays as it was and
/// no temporary file is left.
pub fn write_file(
    path: &Path,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    let write = || {
        let Some(target) = Target::of(path)? else {
            return write_directly(path, contents);
        };
        let signals = Signals::watch()?;
        let draft = Draft::write(target, &signals, contents)?;
        signals.check()?;
        draft.publish()
    };
    write().map_err(failure(path))
}

/// Writes files into `folder`, which is made if it is missing: each of `names` and what `contents`
/// writes for it.
///
/// As [`write_file`] does, but no file takes its place before all of them are written.
pub fn write_files<N: AsRef<Path>>(
    folder: &Path,
    names: impl IntoIterator<Item = N>,
    mut contents: impl FnMut(usize, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    let signals = Signals::watch().map_err(failure(folder))?;
    let _made = NewFolder::make(folder).map_err(failure(folder))?;
    let mut drafts = Vec::new();
    for (n, name) in names.into_iter().enumerate() {
        let path = folder.join(name);
        let mut write = || {
            let target = Target::of(&path)?.ok_or(ErrorKind::InvalidInput)?;
            let draft = Draft::write(target, &signals, |out| contents(n, out))?;
            signals.check().map(|()| draft)
        };
        drafts.push((write().map_err(failure(&path))?, path));
    }
    for (draft, path) in drafts {
        // A signal that arrives from here on comes too late to undo anything: what is left is done.
        draft.publish().map_err(failure(&path))?;
    }
    Ok(())
}

/// Makes a failure to write `path` of its cause.
fn failure(path: &Path) -> impl FnOnce(io::Error) -> Error {
    |error| Error::File(path.to_owned(), explained(error))
}

/// Where a file will be.
struct Target {
    path: PathBuf,
    /// The file that is there.
    old: Option<Metadata>,
}

impl Target {
    /// The target that `path` names; `None` where that is there and is no regular file.
    fn of(path: &Path) -> io::Result<Option<Self>> {
        let (path, old) = match fs::metadata(path) {
            Ok(old) if old.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Ok(old) if !old.is_file() => return Ok(None),
            Ok(old) => (fs::canonicalize(path)?, Some(old)),
            Err(error) if error.kind() == ErrorKind::NotFound => (followed(path)?, None),
            Err(error) => return Err(error),
        };
        if old.is_some() {
            // A rename asks the folder alone: a file that may not be written is not replaced either.
            OpenOptions::new().write(true).open(&path)?;
        }
        Ok(Some(Self { path, old }))
    }
}

/// A file written beside its target; removed unless it is published.
struct Draft {
    file: TempPath,
    target: PathBuf,
}

impl Draft {
    fn write(
        target: Target,
        signals: &Signals,
        contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<Self> {
        let folder = target
            .path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let mut builder = tempfile::Builder::new();
        builder.prefix(".kangrejos-");
        set_mode(&mut builder, target.old.as_ref());
        let file = builder
            .tempfile_in(folder.unwrap_or(Path::new(".")))
            .map_err(without_path)?;
        if let Some(old) = target.old {
            // The umask may have taken bits that the old file has.
            file.as_file().set_permissions(old.permissions())?;
        }
        let watched = Watched {
            out: file.as_file(),
            signals,
        };
        let mut out = BufWriter::with_capacity(BLOCK, watched);
        contents(&mut out)?;
        out.flush()?;
        drop(out);
        Ok(Self {
            file: file.into_temp_path(),
            target: target.path,
        })
    }

    fn publish(self) -> io::Result<()> {
        self.file
            .persist(&self.target)
            .map_err(|failure| failure.error)
    }
}

/// The folders that had to be made for the files of one; those that end up empty are removed.
struct NewFolder(Vec<PathBuf>);

impl NewFolder {
    fn make(folder: &Path) -> io::Result<Self> {
        let missing = folder
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && fs::metadata(folder).is_err())
            .map(Path::to_owned);
        let made = Self(missing.collect());
        fs::create_dir_all(folder)?;
        Ok(made)
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        for folder in &self.0 {
            // Fails where there is a file in it, as there is after a success.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A file that is written block by block until a signal arrives.
struct Watched<'w> {
    out: &'w File,
    signals: &'w Signals,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.signals.check()?;
        self.out.write(&bytes[..bytes.len().min(BLOCK)])
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes to what is no regular file. A reader that goes away has read enough.
fn write_directly(
    path: &Path,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let file = OpenOptions::new().write(true).open(path)?;
    let mut out = BufWriter::with_capacity(BLOCK, file);
    match contents(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// The error in words that say how to mend it, where there is something to say.
fn explained(error: io::Error) -> io::Error {
    let text = match error.kind() {
        ErrorKind::IsADirectory => "it is a folder; name a file in it",
        ErrorKind::NotFound => "there is no such folder; make it first",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            "a file is where a folder should be; name another"
        }
        ErrorKind::PermissionDenied => "permission denied; it and its folder must be writable",
        ErrorKind::ReadOnlyFilesystem => "the file system is read-only; name a file elsewhere",
        ErrorKind::StorageFull => "no space is left; make room, or name a file elsewhere",
        ErrorKind::FileTooLarge => "it would be larger than files may be here; see ulimit -f",
        _ => return error,
    };
    io::Error::new(error.kind(), text)
}

/// The system's error alone: `tempfile` adds the random name of the file it could not make, and
/// hands the error out in no other form than its text.
fn without_path(error: io::Error) -> io::Error {
    match error.to_string().rsplit_once(" at path ") {
        Some((system, _)) => io::Error::new(error.kind(), system),
        None => error,
    }
}

/// Gives a new file the mode of the old one, or what the umask leaves of the usual one.
#[cfg(unix)]
fn set_mode(builder: &mut tempfile::Builder, old: Option<&Metadata>) {
    use std::os::unix::fs::PermissionsExt;
    let usual = fs::Permissions::from_mode(0o666);
    builder.permissions(old.map_or(usual, Metadata::permissions));
}

/// Elsewhere a file has no mode to be opened with.
#[cfg(not(unix))]
fn set_mode(_: &mut tempfile::Builder, _: Option<&Metadata>) {}

/// The file a symbolic link leads to that leads to none yet.
fn followed(path: &Path) -> io::Result<PathBuf> {
    /// As many links as Linux follows (`man 7 path_resolution`).
    const MOST: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST {
        match fs::read_link(&target) {
            Ok(link) => target = target.parent().unwrap_or(Path::new("")).join(link),
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("too many levels of symbolic links"))
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use pretty_assertions::assert_eq;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::low_level::raise;

    use super::*;

    /// The names in `folder` with what their files hold, sorted.
    fn files(folder: &Path) -> Vec<(String, String)> {
        let entries = fs::read_dir(folder).expect("a folder");
        let mut files: Vec<_> = entries
            .map(|entry| entry.expect("an entry").path())
            .map(|path| {
                let name = path.strip_prefix(folder).expect("a name");
                let contents = fs::read_to_string(&path).unwrap_or_default();
                (name.to_string_lossy().into_owned(), contents)
            })
            .collect();
        files.sort();
        files
    }

    fn file(name: &str, contents: &str) -> (String, String) {
        (name.to_owned(), contents.to_owned())
    }

    /// More than a block, then whatever `then` does, then some more.
    fn in_the_middle(
        then: impl FnOnce() -> io::Result<()>,
    ) -> impl FnOnce(&mut dyn Write) -> io::Result<()> {
        |out| {
            out.write_all(&vec![b'x'; BLOCK + 1])?;
            then()?;
            out.write_all(b"and the rest")
        }
    }

    fn reason(result: Result<(), Error>) -> String {
        match result {
            Err(Error::File(_, error)) => error.to_string(),
            other => panic!("{other:?} is no failure to write a file"),
        }
    }

    #[test]
    fn a_failure_in_the_middle_leaves_everything_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("old.ics");
        fs::write(&path, "old").expect("written");
        for (then, expected) in [
            (
                (|| Err(ErrorKind::StorageFull.into())) as fn() -> io::Result<()>,
                "no space is left; make room, or name a file elsewhere",
            ),
            (|| raise(SIGINT), "interrupted by SIGINT"),
            (|| raise(SIGTERM), "interrupted by SIGTERM"),
            (|| raise(SIGHUP), "interrupted by SIGHUP"),
        ] {
            // Started by nohup, the test cannot raise what does nothing.
            if expected.ends_with("SIGHUP") && crate::signals::ignored() & 1 != 0 {
                continue;
            }
            assert_eq!(reason(write_file(&path, in_the_middle(then))), expected);
            assert_eq!(files(folder.path()), [file("old.ics", "old")]);
            let new = folder.path().join("new.ics");
            assert_eq!(reason(write_file(&new, in_the_middle(then))), expected);
            assert_eq!(files(folder.path()), [file("old.ics", "old")]);
        }
        write_file(&path, |out| out.write_all(b"new")).expect("written");
        assert_eq!(files(folder.path()), [file("old.ics", "new")]);
    }

    #[test]
    fn a_failure_in_one_of_several_files_leaves_all_as_they_were() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("a/b");
        let failing = |n: usize, out: &mut dyn Write| {
            write!(out, "{n}")?;
            if n == 2 { raise(SIGTERM) } else { Ok(()) }
        };
        let result = write_files(&deep, ["0", "1", "2"], failing);
        assert_eq!(reason(result), "interrupted by SIGTERM");
        assert_eq!(files(folder.path()), []);
        fs::write(folder.path().join("0"), "old").expect("written");
        fs::write(folder.path().join("other"), "other").expect("written");
        let result = write_files(folder.path(), ["0", "1", "2"], failing);
        assert_eq!(reason(result), "interrupted by SIGTERM");
        let before = [file("0", "old"), file("other", "other")];
        assert_eq!(files(folder.path()), before);
        write_files(folder.path(), ["0", "1"], failing).expect("written");
        assert_eq!(
            files(folder.path()),
            [file("0", "0"), file("1", "1"), file("other", "other")]
        );
        write_files(&deep, ["0"], failing).expect("written");
        assert_eq!(files(&deep), [file("0", "0")]);
    }

    #[test]
    fn links_are_followed_and_modes_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).expect("made");
        fs::write(at("sub/old"), "old").expect("written");
        fs::set_permissions(at("sub/old"), Permissions::from_mode(0o606)).expect("set");
        symlink("sub/old", at("link")).expect("linked");
        symlink("link", at("link to a link")).expect("linked");
        symlink("sub/new", at("dangling")).expect("linked");
        symlink("loop", at("loop")).expect("linked");
        for name in ["link to a link", "dangling"] {
            write_file(&at(name), |out| out.write_all(b"new")).expect(name);
            assert!(at(name).is_symlink(), "{name}");
        }
        assert_eq!(files(&at("sub")), [file("new", "new"), file("old", "new")]);
        let mode = |name| fs::metadata(at(name)).expect(name).permissions().mode() & 0o7777;
        assert_eq!(mode("sub/old"), 0o606);
        fs::write(at("plain"), "").expect("written");
        assert_eq!(mode("sub/new"), mode("plain"), "what the umask gives");
        assert!(write_file(&at("loop"), |_| Ok(())).is_err());
        assert!(at("loop").is_symlink());
    }
}
