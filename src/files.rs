//! Atomic file writes: a temporary file next to the target is written, synced and renamed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::{Message, describe};
use crate::escape::escaped_path;
use crate::phrase::list;

/// The size of the write buffer, in bytes.
const BUFFER_SIZE: usize = 65_536;

/// The number of links to follow before a path is considered a loop, as on Linux.
const MAX_LINKS: usize = 40;

/// What an output path refers to.
#[derive(Debug)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// An existing file that cannot be replaced: a device, a pipe or an open descriptor.
    Direct(PathBuf),
    /// A regular file to replace, or a new one; links are followed.
    Regular(PathBuf),
}

impl Target {
    /// Determines what `path` refers to, following links. `-` is standard output, and so is every
    /// path that leads to its descriptor.
    pub fn find(path: &Path) -> io::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::Stdout);
        }
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
            // Open descriptors: /dev/fd, /proc/<process>/fd.
            if directory == Path::new("/dev/fd")
                || (directory.starts_with("/proc") && directory.ends_with("fd"))
            {
                let is_own = fs::canonicalize("/dev/fd").is_ok_and(|own| own == directory);
                return Ok(if is_own && name == "1" { Self::Stdout } else { Self::Direct(whole) });
            }
            let metadata = match fs::symlink_metadata(&whole) {
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    return Ok(Self::Regular(whole));
                }
                metadata => metadata?,
            };
            if metadata.is_file() {
                // A rename needs only the directory's permission, so this checks that of the file.
                OpenOptions::new().write(true).open(&whole)?;
                return Ok(Self::Regular(whole));
            }
            if metadata.is_dir() {
                return Err(ErrorKind::IsADirectory.into());
            }
            if !metadata.is_symlink() {
                return Ok(Self::Direct(whole));
            }
            path = directory.join(fs::read_link(&whole)?);
        }
        Err(io::Error::other("too many levels of symbolic links"))
    }
}

/// Returns a function that turns an error of writing `path` into a message.
pub fn cannot_write(path: &Path) -> impl Fn(io::Error) -> Message {
    move |error| {
        Message::new(format!("cannot write \"{}\": {}", escaped_path(path), describe(&error)))
    }
}

/// Writes the output of `contents` to `path`, which refers to `target`.
///
/// A replaced file keeps its owner, group and mode if that is permitted and gives nobody more
/// access; a new file gets its mode from the umask. On an error, the old file is unchanged and no
/// temporary file remains.
pub fn write_file(
    path: &Path,
    target: Target,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Message> {
    let is_renamed = matches!(target, Target::Regular(_));
    let write = || match target {
        Target::Regular(path) => {
            write_draft(&path, contents)?.persist(&path)?;
            sync_directory(directory_of(&path))
        }
        Target::Direct(path) => write_directly(&path, contents),
        Target::Stdout => write_directly(path, contents),
    };
    write().map_err(|error| {
        let kind = error.kind();
        let message = cannot_write(path)(error);
        match kind {
            ErrorKind::ResourceBusy | ErrorKind::CrossesDevices if is_renamed => {
                message.with_tip(format!("use > \"{}\" to write it in place", escaped_path(path)))
            }
            _ => message,
        }
    })
}

/// Writes a file into `directory` for each of `names`, with the output of `contents` for that name;
/// creates the directory if needed. No file is renamed into place before all of them are written.
/// On an error, new directories are removed if they are empty.
pub fn write_files(
    directory: &Path,
    names: &[String],
    contents: impl FnMut(usize, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Message> {
    let is_missing =
        |path: &&Path| fs::symlink_metadata(path).is_err_and(|e| e.kind() == ErrorKind::NotFound);
    let missing: Vec<&Path> = directory.ancestors().take_while(is_missing).collect();
    let result = write_all(directory, names, contents);
    if result.is_err() {
        for directory in missing {
            // Fails if the directory is not empty.
            let _ = fs::remove_dir(directory);
        }
    }
    result
}

fn write_all(
    directory: &Path,
    names: &[String],
    mut contents: impl FnMut(usize, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Message> {
    let created = fs::create_dir_all(directory).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => ErrorKind::NotADirectory.into(),
        _ => error,
    });
    created.map_err(cannot_write(directory))?;
    let mut targets = Vec::new();
    for name in names {
        let path = directory.join(name);
        let target = Target::find(&path).and_then(|target| match target {
            Target::Regular(target) if target.exists() || !path.is_symlink() => Ok(target),
            _ => Err(io::Error::new(ErrorKind::InvalidInput, "not a regular file")),
        });
        let target = target.map_err(cannot_write(&path))?;
        targets.push((path, target));
    }
    let mut drafts = Vec::new();
    for (n, (path, target)) in targets.iter().enumerate() {
        let draft = write_draft(target, |out| contents(n, out));
        drafts.push(draft.map_err(cannot_write(path))?);
    }
    for (n, (draft, (path, target))) in drafts.into_iter().zip(&targets).enumerate() {
        draft.persist(target).map_err(|failure| {
            let message = cannot_write(path)(failure.error);
            if n == 0 {
                return message;
            }
            let (replaced, others) = (list(&names[..n]), list(&names[n..]));
            message.with_tip(format!("replaced {replaced}, but not {others}"))
        })?;
    }
    sync_directory(directory).map_err(cannot_write(directory))
}

fn directory_of(path: &Path) -> &Path {
    path.parent().filter(|directory| !directory.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes a temporary file next to `target`, with the access of an existing file there. It is
/// removed when dropped, unless it has been renamed.
fn write_draft(
    target: &Path,
    contents: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<TempPath> {
    let is_replaced = target.try_exists()?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if is_replaced {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    let mut builder = tempfile::Builder::new();
    let builder = builder.prefix(".kangrejos-");
    let draft = builder.make_in(directory_of(target), |path| options.open(path))?;
    let mut out = BufWriter::with_capacity(BUFFER_SIZE, draft.as_file());
    contents(&mut out)?;
    out.flush()?;
    drop(out);
    if is_replaced {
        keep_access(draft.as_file(), target)?;
    }
    // Without this, a crash, or a full disk detected only on write-back, could leave an empty file.
    draft.as_file().sync_all()?;
    Ok(draft.into_temp_path())
}

/// Writes to a file that cannot be replaced, appending if it has contents. A closed pipe is not an
/// error.
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

/// Syncs a directory's entries to the disk.
fn sync_directory(directory: &Path) -> io::Result<()> {
    use ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    match File::open(directory).and_then(|directory| directory.sync_all()) {
        // Some directories cannot be opened (on Windows, none can), and some network file systems
        // cannot sync them.
        Err(error) if matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported) => {
            Ok(())
        }
        result => result,
    }
}

/// Gives `file` the owner, group and mode of the old file at `path`, if that is permitted and gives
/// nobody more access.
fn keep_access(file: &File, path: &Path) -> io::Result<()> {
    let old = fs::metadata(path)?;
    #[cfg(not(unix))]
    let permissions = old.permissions();
    #[cfg(unix)]
    let permissions = {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
        // Failure is not an error: only root may change the owner.
        let _ = fchown(file, None, Some(old.gid()));
        let _ = fchown(file, Some(old.uid()), None);
        let new = file.metadata()?;
        let mut mode = old.mode() & 0o7777;
        if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
            mode &= 0o1777;
        }
        if new.gid() != old.gid() {
            // So far, members of the new group had the permissions of "others".
            mode &= 0o7707 | (mode << 3 & 0o070);
        }
        #[cfg(target_os = "linux")]
        if rustix::fs::getxattr(path, "system.posix_acl_access", &mut [0_u8; 0]).is_ok() {
            // The group bits were the ACL's mask, and "others" may include users whom the ACL
            // excluded.
            mode &= 0o7700;
        }
        fs::Permissions::from_mode(mode)
    };
    file.set_permissions(permissions)
}

#[cfg(test)]
mod tests;
