//! What we stand on: `Cargo.toml` and `docs/dependencies.md` say the same, licences are allowed, nothing occurs twice unannounced.
//!
//! In: `cargo metadata`, offline, for this machine's target. Out: nothing; a difference fails a test.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde::Deserialize;

use crate::readers::repository;

/// Licences that may be needed; alternatives joined with OR need one of them, AND needs all.
const ALLOWED: [&str; 5] = ["MIT", "Apache-2.0", "Unicode-3.0", "BSD-3-Clause", "Zlib"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
    root: String,
}

#[derive(Deserialize)]
struct Node {
    id: String,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    req: String,
    kind: Option<String>,
    features: Vec<String>,
    uses_default_features: bool,
}

/// The packages that a build on this machine takes, our own first.
fn packages() -> Vec<Package> {
    let cargo = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO"))
            .current_dir(repository())
            .args(arguments)
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "cargo {arguments:?}: {stderr}");
        output.stdout
    };
    let about = String::from_utf8(cargo(&["--version", "--verbose"])).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let metadata = cargo(&[
        "metadata",
        "--locked",
        "--offline",
        "--format-version=1",
        "--filter-platform",
        host.unwrap(),
    ]);
    let metadata: Metadata = serde_json::from_slice(&metadata).unwrap();
    let taken: BTreeSet<String> = metadata
        .resolve
        .nodes
        .into_iter()
        .map(|node| node.id)
        .collect();
    let mut packages = metadata.packages;
    packages.retain(|package| taken.contains(&package.id));
    packages.sort_by_key(|package| package.id != metadata.resolve.root);
    assert!(packages.len() > 100, "only {} packages", packages.len());
    packages
}

/// A row of a table in `docs/dependencies.md`: the crate, then what the manifest says of it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    name: String,
    version: String,
    features: String,
    licence: String,
}

/// The rows below a heading of `docs/dependencies.md`: crate, need, version, features, licence, trap.
fn rows(heading: &str) -> BTreeSet<Row> {
    let page = std::fs::read_to_string(repository().join("docs/dependencies.md")).unwrap();
    let section = page.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let mut rows = BTreeSet::new();
    for line in section.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [name, need, version, features, licence, trap] = cells[..] else {
            panic!("not six cells: {line}");
        };
        assert!(!need.is_empty() && !trap.is_empty(), "{line}");
        rows.insert(Row {
            name: name.trim_matches('`').to_owned(),
            version: version.to_owned(),
            features: features.to_owned(),
            licence: licence.to_owned(),
        });
    }
    rows
}

#[test]
fn the_manifest_and_the_page_on_dependencies_say_the_same() {
    let packages = packages();
    for (heading, kind) in [("In the program", None), ("In tests only", Some("dev"))] {
        let ours = packages[0].dependencies.iter();
        let manifest: BTreeSet<Row> = ours
            .filter(|dependency| dependency.kind.as_deref() == kind)
            .map(|dependency| {
                let is_it = |package: &&Package| {
                    package.name == dependency.name && satisfies(&package.version, &dependency.req)
                };
                let package = packages.iter().find(is_it).unwrap();
                let mut features: Vec<String> = dependency
                    .features
                    .iter()
                    .map(|name| format!("`{name}`"))
                    .collect();
                features.sort();
                features.insert(
                    0,
                    if dependency.uses_default_features {
                        "default"
                    } else {
                        "none"
                    }
                    .to_owned(),
                );
                Row {
                    name: dependency.name.clone(),
                    version: dependency.req.trim_start_matches('^').to_owned(),
                    features: features.join(" + "),
                    licence: package.license.clone().unwrap(),
                }
            })
            .collect();
        assert!(manifest.len() >= 3, "{heading}: {manifest:?}");
        let page = rows(heading);
        let missing: Vec<&Row> = manifest.difference(&page).collect();
        let extra: Vec<&Row> = page.difference(&manifest).collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{heading}: only in Cargo.toml {missing:#?}, only on the page {extra:#?}"
        );
    }
}

/// Whether a version can be meant by a requirement: they begin alike, as in 0.47.0 and ^0.47.
fn satisfies(version: &str, requirement: &str) -> bool {
    let wanted: Vec<&str> = requirement.trim_start_matches('^').split('.').collect();
    let has: Vec<&str> = version.split('.').collect();
    let counted = if wanted[0] == "0" { 2 } else { 1 };
    wanted.iter().zip(&has).take(counted).all(|(a, b)| a == b)
}

/// Whether a licence expression (SPDX, or the older "MIT/Apache-2.0") can be met with the allowed ones.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let allowed = any_of(&words, &mut at);
    assert_eq!(at, words.len(), "not a licence expression: {expression}");
    allowed
}

fn any_of(words: &[&str], at: &mut usize) -> bool {
    let mut allowed = all_of(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        allowed |= all_of(words, at);
    }
    allowed
}

fn all_of(words: &[&str], at: &mut usize) -> bool {
    let mut allowed = licence(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        allowed &= licence(words, at);
    }
    allowed
}

fn licence(words: &[&str], at: &mut usize) -> bool {
    let word = words.get(*at).copied().unwrap_or_default();
    *at += 1;
    if word == "(" {
        let allowed = any_of(words, at);
        assert_eq!(words.get(*at), Some(&")"), "{words:?}");
        *at += 1;
        return allowed;
    }
    // An exception only ever grants more.
    if words.get(*at) == Some(&"WITH") {
        *at += 2;
    }
    ALLOWED.contains(&word)
}

#[test]
fn licence_expressions_are_understood() {
    let table = [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("Unlicense/MIT", true),
        ("MIT AND GPL-3.0", false),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND MPL-2.0", false),
        ("MIT OR GPL-3.0 AND MPL-2.0", true),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
    ];
    for (expression, expected) in table {
        assert_eq!(is_allowed(expression), expected, "{expression}");
    }
}

#[test]
fn every_package_has_an_allowed_licence_and_comes_from_the_registry() {
    let packages = packages();
    let (own, others) = packages.split_first().unwrap();
    assert_eq!(own.license.as_deref(), Some("MIT OR Apache-2.0"));
    for package in others {
        let shown = format!("{} {}", package.name, package.version);
        let licence = package.license.as_deref().unwrap_or("(none)");
        assert!(is_allowed(licence), "{shown} has licence {licence}");
        let source = package.source.as_deref().unwrap_or("(a path)");
        let is_registry = source == "registry+https://github.com/rust-lang/crates.io-index";
        assert!(is_registry, "{shown} comes from {source}");
        assert!(!package.version.contains('-'), "{shown} is a pre-release");
    }
}

#[test]
fn only_the_crates_named_on_the_page_occur_in_two_versions() {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages() {
        versions
            .entry(package.name)
            .or_default()
            .insert(package.version);
    }
    let twice: BTreeMap<String, BTreeSet<String>> = versions
        .into_iter()
        .filter(|(_, versions)| versions.len() > 1)
        .collect();
    let page = std::fs::read_to_string(repository().join("docs/dependencies.md")).unwrap();
    let section = page
        .split("\n## Twice\n")
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    let listed: BTreeSet<&str> = section
        .lines()
        .filter(|line| line.starts_with("- "))
        .collect();
    let expected: Vec<String> = twice
        .iter()
        .map(|(name, versions)| {
            let minors: Vec<&str> = versions
                .iter()
                .map(|version| version.rsplit_once('.').unwrap().0)
                .collect();
            format!("- `{name}` {}: ", minors.join(" and "))
        })
        .collect();
    assert_eq!(
        listed.len(),
        expected.len(),
        "the page: {listed:?}; the build: {expected:?}"
    );
    for start in expected {
        assert!(
            listed.iter().any(|line| line.starts_with(&start)),
            "not on the page: {start}"
        );
    }
}
