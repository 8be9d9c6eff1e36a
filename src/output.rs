//! A file written whole or not at all.

use std::fs::{self, Metadata, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes `contents` to `path` by way of a temporary file beside it that takes its place.
///
/// A symbolic link is followed. The new file has the old one's mode, or what the umask gives. A
/// target that is there and is no regular file, such as `/dev/null`, is written directly. On an
/// error the old file stays as it was, and no temporary file is left.
pub fn write_file(path: &Path, contents: &[u8]) -> io::Result<()> {
    let target = followed(path)?;
    let old = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(metadata) if !metadata.is_file() => {
            return fs::OpenOptions::new()
                .write(true)
                .open(&target)?
                .write_all(contents);
        }
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let folder = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::Builder::new()
        .prefix(".kangrejos-")
        .permissions(permissions(old.as_ref()))
        .tempfile_in(folder.unwrap_or(Path::new(".")))
        .map_err(without_path)?;
    if let Some(old) = old {
        // The umask may have taken bits that the old file has.
        file.as_file().set_permissions(old.permissions())?;
    }
    file.write_all(contents)?;
    file.persist(&target).map_err(|failure| failure.error)?;
    Ok(())
}

/// The system's error alone: `tempfile` adds the random name of the file it could not make, and
/// hands the error out in no other form than its text.
fn without_path(error: io::Error) -> io::Error {
    match error.to_string().rsplit_once(" at path ") {
        Some((system, _)) => io::Error::new(error.kind(), system),
        None => error,
    }
}

/// The mode a new file is opened with, before the umask.
#[cfg(unix)]
fn permissions(old: Option<&Metadata>) -> Permissions {
    use std::os::unix::fs::PermissionsExt;
    old.map_or(Permissions::from_mode(0o666), Metadata::permissions)
}

/// The file a symbolic link leads to, also where that is not there yet.
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
