//! Files written atomically: a temporary file beside the target, synced, takes its place.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::Error;
use crate::phrase::list;

/// Bytes written at a time.
const BUFFER_SIZE: usize = 1 << 16;

/// Links followed before a path counts as a loop, as on Linux.
const MAX_LINKS: usize = 40;

/// What an output path stands for.
#[derive(Debug)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// A file that is there and cannot be replaced: a device, a pipe, an open descriptor.
    Direct(PathBuf),
    /// A regular file to replace, or a new one; links are followed.
    Regular(PathBuf, Option<Metadata>),
}

impl Target {
    /// Returns what `path` stands for. `-` is standard output, and so is each path that leads to
    /// its descriptor.
    pub fn find(path: &Path) -> Result<Self, Error> {
        if path == Path::new("-") {
            return Ok(Self::Stdout);
        }
        follow(path).map_err(|error| Error::write(path.to_owned(), error))
    }
}

/// Writes what `contents` writes to `path`, whose target is `target`.
///
/// The new file has the old one's owner, group and mode as far as that is allowed and gives nobody
/// more access, or what the umask gives. On an error the old file stays as it was, and no
/// temporary file is left.
pub fn write_file(
    path: &Path,
    target: Target,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    let write = || match target {
        Target::Regular(path, old) => {
            let draft = Draft::write(path, old.as_ref(), contents)?;
            let target = draft.publish()?;
            sync_directory(directory_of(&target))
        }
        Target::Direct(path) => write_directly(&path, contents),
        Target::Stdout => write_directly(path, contents),
    };
    write().map_err(|error| Error::write(path.to_owned(), error))
}

/// Writes files into `directory`, creating it if needed: each of `names`, and what `contents`
/// writes for it. No file takes its place before all of them are written.
pub fn write_files(
    directory: &Path,
    names: &[String],
    mut contents: impl FnMut(usize, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::write(path, error)
    };
    let _created = NewDirectory::create(directory).map_err(at(directory))?;
    let mut targets = Vec::new();
    for name in names {
        let path = directory.join(name);
        match follow(&path).map_err(at(&path))? {
            Target::Regular(target, old) if old.is_some() || !path.is_symlink() => {
                targets.push((path, target, old));
            }
            _ => {
                let error = io::Error::new(ErrorKind::InvalidInput, "not a regular file");
                return Err(at(&path)(error));
            }
        }
    }
    let mut drafts = Vec::new();
    for (n, (path, target, old)) in targets.into_iter().enumerate() {
        let draft = Draft::write(target, old.as_ref(), |out| contents(n, out));
        drafts.push((draft.map_err(at(&path))?, path));
    }
    for (n, (draft, path)) in drafts.into_iter().enumerate() {
        draft.publish().map_err(|error| Error::Write {
            path,
            error,
            tip: (n > 0).then(|| {
                let (replaced, others) = (list(&names[..n]), list(&names[n..]));
                format!("replaced {replaced}, but not {others}")
            }),
        })?;
    }
    sync_directory(directory).map_err(at(directory))
}

/// Follows links to what `path` stands for, as far as there is something.
fn follow(path: &Path) -> io::Result<Target> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        if path.as_os_str().as_encoded_bytes().ends_with(b"/") && !path.is_dir() {
            return Err(ErrorKind::NotADirectory.into());
        }
        let Some(name) = path.file_name() else {
            return Err(ErrorKind::IsADirectory.into());
        };
        let directory = directory_of(&path);
        let directory = fs::canonicalize(directory).map_err(|error| match error.kind() {
            ErrorKind::NotFound => io::Error::new(ErrorKind::NotFound, "no such directory"),
            _ => error,
        })?;
        let whole = directory.join(name);
        if is_descriptors(&directory) {
            let is_own = fs::canonicalize("/dev/fd").is_ok_and(|own| own == directory);
            return Ok(if is_own && name == "1" { Target::Stdout } else { Target::Direct(whole) });
        }
        match fs::symlink_metadata(&whole) {
            Ok(metadata) if metadata.is_symlink() => path = directory.join(fs::read_link(&whole)?),
            Ok(metadata) if metadata.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Ok(metadata) if !metadata.is_file() => return Ok(Target::Direct(whole)),
            Ok(metadata) => {
                // A rename asks the directory alone; a file that may not be written stays.
                OpenOptions::new().write(true).open(&whole)?;
                return Ok(Target::Regular(whole, Some(metadata)));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Target::Regular(whole, None));
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("too many levels of symbolic links"))
}

/// Whether a directory holds open descriptors: `/dev/fd`, `/proc/<process>/fd`.
fn is_descriptors(directory: &Path) -> bool {
    directory == Path::new("/dev/fd")
        || (directory.starts_with("/proc") && directory.file_name().is_some_and(|n| n == "fd"))
}

fn directory_of(path: &Path) -> &Path {
    path.parent().filter(|directory| !directory.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file written beside its target; removed unless it is published.
struct Draft {
    file: TempPath,
    target: PathBuf,
}

impl Draft {
    fn write(
        target: PathBuf,
        old: Option<&Metadata>,
        contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".kangrejos-");
        if old.is_none() {
            set_usual_mode(&mut builder);
        }
        let file = builder.tempfile_in(directory_of(&target)).map_err(without_path)?;
        let mut out = BufWriter::with_capacity(BUFFER_SIZE, file.as_file());
        contents(&mut out)?;
        out.flush()?;
        drop(out);
        if let Some(old) = old {
            keep_access(file.as_file(), &target, old)?;
        }
        // Without it a crash, or a disk that is full only when it writes back, leaves an empty file.
        file.as_file().sync_all()?;
        Ok(Self { file: file.into_temp_path(), target })
    }

    /// Puts the file into its place, and returns that.
    fn publish(self) -> io::Result<PathBuf> {
        self.file.persist(&self.target).map_err(|failure| failure.error)?;
        Ok(self.target)
    }
}

/// The directories created for a set of files; those that end up empty are removed.
struct NewDirectory(Vec<PathBuf>);

impl NewDirectory {
    fn create(directory: &Path) -> io::Result<Self> {
        let is_missing = |path: &&Path| {
            !path.as_os_str().is_empty()
                && fs::symlink_metadata(path)
                    .is_err_and(|error| error.kind() == ErrorKind::NotFound)
        };
        let missing = directory.ancestors().take_while(is_missing);
        let created = Self(missing.map(Path::to_owned).collect());
        fs::create_dir_all(directory).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => ErrorKind::NotADirectory.into(),
            _ => error,
        })?;
        Ok(created)
    }
}

impl Drop for NewDirectory {
    fn drop(&mut self) {
        for directory in &self.0 {
            // Fails if there is a file in it, as there is after a success.
            let _ = fs::remove_dir(directory);
        }
    }
}

/// Writes to what cannot be replaced, after what is there. A reader that goes away has read enough.
fn write_directly(
    path: &Path,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let file = OpenOptions::new().append(true).open(path)?;
    let mut out = BufWriter::with_capacity(BUFFER_SIZE, file);
    match contents(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes a directory's entries to the disk.
#[cfg(unix)]
fn sync_directory(directory: &Path) -> io::Result<()> {
    match File::open(directory).and_then(|directory| directory.sync_all()) {
        // Some network file systems cannot sync a directory, and some directories may not be read.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        result => result,
    }
}

#[cfg(not(unix))]
fn sync_directory(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Returns the system's error alone: `tempfile` adds the random name of the file it could not
/// create, and hands out the error in no other form than its text.
fn without_path(error: io::Error) -> io::Error {
    match error.to_string().rsplit_once(" at path ") {
        Some((system, _)) => io::Error::new(error.kind(), system),
        None => error,
    }
}

/// Gives a new file what the umask leaves of the usual mode.
#[cfg(unix)]
fn set_usual_mode(builder: &mut tempfile::Builder) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn set_usual_mode(_: &mut tempfile::Builder) {}

/// Gives `file` the owner, group and mode that the old file at `path` has, as far as that is allowed
/// and gives nobody more access.
#[cfg(unix)]
fn keep_access(file: &File, path: &Path, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    // A refusal is no error: only root may give files away.
    let _ = fchown(file, None, Some(old.gid()));
    let _ = fchown(file, Some(old.uid()), None);
    let new = file.metadata()?;
    let mut mode = old.mode() & 0o7777;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        mode &= 0o1777;
    }
    if new.gid() != old.gid() {
        // Members of the new group had the access of others.
        mode &= 0o7707 | (mode << 3 & 0o070);
    }
    if has_acl(path) {
        // The group's bits were a mask, and others may include people the list shut out.
        mode &= 0o7700;
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn keep_access(file: &File, _: &Path, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

/// Whether the file at `path` has an access control list.
#[cfg(target_os = "linux")]
fn has_acl(path: &Path) -> bool {
    let mut too_short = [0_u8; 1];
    let attribute = rustix::fs::getxattr(path, "system.posix_acl_access", &mut too_short);
    matches!(attribute, Ok(_) | Err(rustix::io::Errno::RANGE))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn has_acl(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests;
