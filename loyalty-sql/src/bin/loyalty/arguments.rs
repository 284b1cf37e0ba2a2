//! What is asked on the command line.

use loyalty_sql::StorageConfig;
use loyalty_sql::copy::Verify;

/// How it is asked.
pub(crate) const USAGE: &str = "\
usage: loyalty copy <from> <to> [options]

Makes the second storage hold all that the first holds. Each is sqlite:<path>, mysql://… or postgres://…; an argument
that begins with $ names a variable of the environment that holds it, so that no password stands in a list of processes.
Stopped or killed, the same command goes on where it ended.

  --verify all|<number>|none   after copying, compare every row and verify the books of all customers (as it is unless
                               told otherwise), or compare every row and verify the books of so many, or nothing
  --from-prefix <prefix>       what the names of the source's tables begin with; loyalty_ unless told otherwise
  --to-prefix <prefix>         the same of the target's
  --quiet                      no progress

It ends with 0 when both hold the same, with 1 when something is wrong, with 3 when the source was still in use: then
stop the shop and give the same command once more.";

/// What is asked.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) from: StorageConfig,
    pub(crate) to: StorageConfig,
    pub(crate) verify: Verify,
    pub(crate) quiet: bool,
}

impl Arguments {
    /// What arguments say. What goes wrong never repeats one that may be a URL.
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut arguments = arguments.peekable();
        if arguments.next().as_deref() != Some("copy") {
            return Err("the only command is copy".to_owned());
        }
        let (mut places, mut verify, mut quiet) = (Vec::new(), Verify::All, false);
        let (mut from_prefix, mut to_prefix) = (None, None);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--verify" => verify = verify_of(&value()?)?,
                "--from-prefix" => from_prefix = Some(value()?),
                "--to-prefix" => to_prefix = Some(value()?),
                "--quiet" => quiet = true,
                option if option.starts_with('-') => return Err(format!("there is no option {option}")),
                place => places.push(config(place)?),
            }
        }
        let [mut from, mut to] = <[StorageConfig; 2]>::try_from(places).map_err(|_| "give two storages: from and to".to_owned())?;
        from.prefix = from_prefix.unwrap_or(from.prefix);
        to.prefix = to_prefix.unwrap_or(to.prefix);
        Ok(Arguments { from, to, verify, quiet })
    }
}

fn config(place: &str) -> Result<StorageConfig, String> {
    match place.strip_prefix('$') {
        Some(name) => std::env::var(name).map(StorageConfig::new).map_err(|_| format!("the variable {name} is not set")),
        None => Ok(StorageConfig::new(place)),
    }
}

fn verify_of(text: &str) -> Result<Verify, String> {
    match text {
        "all" => Ok(Verify::All),
        "none" => Ok(Verify::Nothing),
        number => number.parse().map(Verify::Sample).map_err(|_| "--verify takes all, none or a number".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments, String> {
        Arguments::read(line.split(' ').map(str::to_owned))
    }

    #[test]
    fn what_is_said_is_understood() {
        let asked = read("copy sqlite:a.db mysql://u:p@h/x --verify 7 --to-prefix shop_ --quiet").unwrap();
        assert_eq!((asked.from.url.as_str(), asked.from.prefix.as_str()), ("sqlite:a.db", "loyalty_"));
        assert_eq!((asked.to.url.as_str(), asked.to.prefix.as_str()), ("mysql://u:p@h/x", "shop_"));
        assert_eq!((asked.verify, asked.quiet), (Verify::Sample(7), true));
        assert_eq!(read("copy a b").unwrap().verify, Verify::All);
    }

    #[test]
    fn what_is_wrong_is_refused_without_showing_a_password() {
        let lines = ["", "move", "copy", "copy a", "copy a b c", "copy a b --verify", "copy a b --verify x", "copy a b --fast"];
        for line in lines {
            assert!(read(line).is_err(), "{line}");
        }
        let told = read("copy postgres://u:secret@h/x mysql://u:secret@h/x c").unwrap_err();
        assert!(!told.contains("secret"), "{told}");
    }
}
