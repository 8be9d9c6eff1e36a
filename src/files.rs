//! Files written atomically: a temporary file beside the target, synced, takes its place.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::{Message, describe};
use crate::escape::escaped_path;
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
    Regular(PathBuf),
}

impl Target {
    /// Returns what `path` stands for, following links. `-` is standard output, and so is each path that
    /// leads to its descriptor.
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
                // A rename asks the directory alone; a file that may not be written stays.
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

/// Returns what makes a message of the error of writing `path`, with a tip if the file can only be
/// written in place.
pub fn cannot_write(path: &Path) -> impl Fn(io::Error) -> Message {
    move |error| {
        let path = escaped_path(path);
        let message = Message::new(format!("cannot write \"{path}\": {}", describe(&error)));
        match error.kind() {
            ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => {
                message.with_tip(format!("use > \"{path}\" to write it in place"))
            }
            _ => message,
        }
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
) -> Result<(), Message> {
    let write = || match target {
        Target::Regular(path) => {
            write_draft(&path, contents)?.persist(&path)?;
            sync_directory(directory_of(&path))
        }
        Target::Direct(path) => write_directly(&path, contents),
        Target::Stdout => write_directly(path, contents),
    };
    write().map_err(cannot_write(path))
}

/// Writes files into `directory`, creating it if needed: each of `names`, and what `contents`
/// writes for it. No file takes its place before all of them are written; on an error, directories
/// that were created and are empty are removed.
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
            // Fails if there is a file in it.
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

/// Writes a temporary file beside `target`, which replaces the file there, if any. It is removed unless
/// it is put into its place.
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
    // Without it a crash, or a disk that is full only when it writes back, leaves an empty file.
    draft.as_file().sync_all()?;
    Ok(draft.into_temp_path())
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
fn sync_directory(directory: &Path) -> io::Result<()> {
    use ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    match File::open(directory).and_then(|directory| directory.sync_all()) {
        // Some directories may not be read, as on Windows none, and some network file systems cannot
        // sync them.
        Err(error) if matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported) => {
            Ok(())
        }
        result => result,
    }
}

/// Gives `file` the owner, group and mode that the old file at `path` has, as far as that is allowed
/// and gives nobody more access.
fn keep_access(file: &File, path: &Path) -> io::Result<()> {
    let old = fs::metadata(path)?;
    #[cfg(not(unix))]
    let permissions = old.permissions();
    #[cfg(unix)]
    let permissions = {
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
        #[cfg(target_os = "linux")]
        if rustix::fs::getxattr(path, "system.posix_acl_access", &mut [0_u8; 0]).is_ok() {
            // The group's bits were a mask, and others may include people the list shut out.
            mode &= 0o7700;
        }
        fs::Permissions::from_mode(mode)
    };
    file.set_permissions(permissions)
}

#[cfg(test)]
mod tests;
