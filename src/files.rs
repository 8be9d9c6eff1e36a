//! Output files. Regular files are replaced as a whole, by temporary files that are written, synced
//! and renamed; devices and pipes are written directly.

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, ErrorKind, Write};
#[cfg(unix)]
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::{Message, describe};
use crate::escape::escaped_path;

/// A function that writes the contents of the file with a number.
pub type Contents<'c> = dyn Fn(usize, &mut dyn Write) -> io::Result<()> + 'c;

/// Whether `path` is standard output. If that is a file, opening it again would not move the
/// position at which other programs continue to write.
pub fn is_stdout(path: &Path) -> bool {
    let names = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
    names.iter().any(|name| path.as_os_str() == *name)
}

/// Returns the name of a file without its extension, with an underscore if Windows reserves it for a
/// device.
pub fn portable(stem: String) -> String {
    let is_device = match stem.strip_prefix("com").or(stem.strip_prefix("lpt")) {
        Some(number) => number.len() == 1 && number.starts_with(|c: char| c.is_ascii_digit()),
        None => ["aux", "con", "nul", "prn"].contains(&&*stem),
    };
    if is_device { stem + "_" } else { stem }
}

/// Creates a directory for output files and its parents, unless they exist.
pub fn create_directory(directory: &Path) -> Result<(), Message> {
    let created = fs::create_dir_all(directory).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => ErrorKind::NotADirectory.into(),
        _ => error,
    });
    created.map_err(cannot_write(directory))
}

/// Writes regular files, or a single file of any kind; links are followed. Refuses the files of the
/// dataset, because an export is no replacement for them.
///
/// No regular file is replaced before all are written. On an error before that, the old files are
/// unchanged, and no temporary file remains.
pub fn write(paths: &[PathBuf], dataset: &[PathBuf], contents: &Contents) -> Result<(), Message> {
    refuse_shared(paths, dataset)?;
    let mut drafts = Vec::new();
    for (n, path) in paths.iter().enumerate() {
        let is_only = paths.len() == 1;
        match follow(path).map_err(cannot_write(path))? {
            // Until a file exists, it is unknown which links lead to the same one.
            Some(target) if is_only || target.exists() || !path.is_symlink() => {
                let draft = write_draft(&target, n, contents).map_err(cannot_write(path))?;
                drafts.push((draft, target));
            }
            None if is_only => return append(path, contents).map_err(cannot_write(path)),
            _ => return Err(cannot_write(path)(io::Error::other("not a regular file"))),
        }
    }
    rename(paths, drafts)
}

/// Renames drafts of `paths` to the files that these lead to, and syncs the directories.
fn rename(paths: &[PathBuf], drafts: Vec<(TempPath, PathBuf)>) -> Result<(), Message> {
    use ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    // Opened first, because an error after the renames would come too late. Some directories cannot
    // be opened (on Windows, none can), and some file systems cannot sync them.
    let directories: BTreeSet<&Path> = drafts.iter().map(|draft| directory_of(&draft.1)).collect();
    let opened: io::Result<Vec<File>> = directories
        .into_iter()
        .map(File::open)
        .filter(|file| file.as_ref().err().map(io::Error::kind) != Some(PermissionDenied))
        .collect();
    let opened = opened.map_err(cannot_write(&paths[0]))?;
    for (n, (draft, target)) in drafts.into_iter().enumerate() {
        draft.persist(target).map_err(|failure| {
            let message = cannot_write(&paths[n])(failure.error);
            let tip = format!("replaced {n} of {} files", paths.len());
            if n == 0 { message } else { message.with_tip(tip) }
        })?;
    }
    for directory in opened {
        if let Err(error) = directory.sync_all()
            && !matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported)
        {
            let (path, reason) = (escaped_path(&paths[0]), describe(&error));
            let text = format!("\"{path}\" was written, but its directory could not be synced");
            return Err(Message::new(format!("{text}: {reason}")));
        }
    }
    Ok(())
}

/// Refuses a path that leads to a file of the dataset, or to the same file as another path, because
/// one of the two would be lost.
fn refuse_shared(paths: &[PathBuf], dataset: &[PathBuf]) -> Result<(), Message> {
    let files = dataset.iter().filter_map(|path| identity(path));
    let mut known: HashMap<_, _> = files.map(|file| (file, "the dataset".to_owned())).collect();
    for path in paths {
        let name = format!("\"{}\"", escaped_path(path));
        if let Some(other) = identity(path).and_then(|file| known.insert(file, name)) {
            let error = io::Error::other(format!("it is also {other}"));
            return Err(cannot_write(path)(error).with_tip("write to another file"));
        }
    }
    Ok(())
}

/// Returns what a regular file has in common with the links to it, and with no other file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    let metadata = fs::metadata(path).ok().filter(Metadata::is_file)?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

/// Follows links to the regular file that `path` leads to or would create. Returns `None` if it
/// leads to something else.
fn follow(path: &Path) -> io::Result<Option<PathBuf>> {
    // Open descriptors look like links to regular files. /dev/shm is a directory like others.
    let is_special =
        path.starts_with("/proc") || path.starts_with("/dev") && !path.starts_with("/dev/shm");
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => return Err(ErrorKind::IsADirectory.into()),
        Ok(metadata) if !metadata.is_file() || is_special => return Ok(None),
        // A rename needs only the directory's permission, so this checks that of the file.
        Ok(_) => drop(File::options().append(true).open(path)?),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        Err(_) if directory_of(path).is_dir() => {}
        Err(_) => return Err(io::Error::other("no such directory")),
    }
    if let Ok(link) = fs::read_link(path) {
        return follow(&directory_of(path).join(link));
    }
    // `file_name` ignores a slash or dot at the end, which means a directory.
    let bytes = path.as_os_str().as_encoded_bytes();
    let name = path.file_name().filter(|name| bytes.ends_with(name.as_encoded_bytes()));
    Ok(Some(path.with_file_name(name.ok_or(ErrorKind::NotADirectory)?)))
}

fn directory_of(path: &Path) -> &Path {
    path.parent().filter(|directory| !directory.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes to the end of a file that cannot be replaced. A closed pipe is not an error.
fn append(path: &Path, contents: &Contents) -> io::Result<()> {
    let mut out = BufWriter::new(File::options().append(true).open(path)?);
    match contents(0, &mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes a temporary file next to `target`. It is removed when dropped, unless it was renamed.
fn write_draft(target: &Path, n: usize, contents: &Contents) -> io::Result<TempPath> {
    let old = fs::metadata(target).ok();
    let mut builder = tempfile::Builder::new();
    builder.prefix(".kangrejos-");
    #[cfg(unix)]
    if old.is_none() {
        // What the umask leaves of it; by default, only the owner has access.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let draft = builder.tempfile_in(directory_of(target))?;
    let mut out = BufWriter::new(draft.as_file());
    contents(n, &mut out)?;
    out.flush()?;
    drop(out);
    if let Some(old) = old {
        keep_access(draft.as_file(), &old)?;
    }
    // Without this, a crash, or a full disk detected only on write-back, could leave an empty file.
    draft.as_file().sync_all()?;
    Ok(draft.into_temp_path())
}

/// Gives `file` the permissions of the old one, and if possible its group and owner.
fn keep_access(file: &File, old: &Metadata) -> io::Result<()> {
    let permissions = old.permissions();
    #[cfg(unix)]
    let permissions = {
        // Only root may change the owner. Another group gets no more access than others have.
        let has_group = fchown(file, None, Some(old.gid())).is_ok();
        let _ = fchown(file, Some(old.uid()), None);
        let mode = permissions.mode() & 0o777;
        fs::Permissions::from_mode(if has_group { mode } else { mode & (0o707 | mode << 3) })
    };
    file.set_permissions(permissions)
}

/// Returns a function that turns an error of writing `path` into a message.
fn cannot_write(path: &Path) -> impl Fn(io::Error) -> Message {
    move |error| {
        use ErrorKind::{CrossesDevices, PermissionDenied, ResourceBusy};
        let name = escaped_path(path);
        let message = Message::new(format!("cannot write \"{name}\": {}", describe(&error)));
        let is_fixed = matches!(error.kind(), CrossesDevices | PermissionDenied | ResourceBusy);
        if is_fixed && File::options().append(true).open(path).is_ok() {
            return message.with_tip(format!("use > \"{name}\" to write it in place"));
        }
        message
    }
}
