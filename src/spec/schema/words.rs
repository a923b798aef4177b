//! "Did you mean": the nearest of the words that were possible.
//!
//! In: a word and the words that were possible. Out: the one that was probably meant, if one is near enough. Never: decides anything.

/// The nearest word: equal but for case and hyphens, or a few letters away.
pub(crate) fn nearest<'w>(
    written: &str,
    possible: impl IntoIterator<Item = &'w str>,
) -> Option<&'w str> {
    let written = plain(written);
    let most = match written.len() {
        0..=2 => 0,
        3..=4 => 1,
        5..=7 => 2,
        _ => 3,
    };
    let candidates = possible.into_iter().map(|word| (plain(word), word));
    let near = candidates
        .filter(|(letters, _)| letters.len().abs_diff(written.len()) <= most)
        .map(|(letters, word)| (distance(&written, &letters), word))
        .filter(|(far, _)| *far <= most);
    near.min_by_key(|(far, _)| *far).map(|(_, word)| word)
}

/// The first letters of a word, without case and signs; longer words are not compared.
fn plain(word: &str) -> Vec<char> {
    let letters = word.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).take(40).collect()
}

/// Letters to put in, take out, change, or swap with their neighbour (optimal string alignment).
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let at =
                |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
            let change = at(&last, column) + usize::from(letter != other);
            let mut best = change
                .min(at(&last, column + 1) + 1)
                .min(at(&current, column) + 1);
            let is_swap = row > 0
                && column > 0
                && from.get(row - 1) == Some(other)
                && to.get(column - 1) == Some(letter);
            if is_swap {
                best = best.min(at(&before_last, column - 1) + 1);
            }
            current.push(best);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_word_is_found_by_few_letters_and_never_by_many() {
        let keys = ["title", "text", "file", "shortName", "markingPoints", "id"];
        let table = [
            ("titel", Some("title")),
            ("Title", Some("title")),
            ("short_name", Some("shortName")),
            ("markingpoint", Some("markingPoints")),
            ("tex", Some("text")),
            ("ID", Some("id")),
            ("colour", None),
            ("ix", None),
            ("", None),
        ];
        for (written, expected) in table {
            assert_eq!(nearest(written, keys), expected, "{written}");
        }
    }
}
