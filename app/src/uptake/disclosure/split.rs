//! Which parts of a whole are shown, and whether the whole is: the rules of [`super`], for one figure and one level of the tree at a time.

/// A group as one figure sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// Whom the figure is about.
    pub people: i64,
    /// How many of them did it.
    pub yes: i64,
    /// Withheld for another reason already.
    pub is_held: bool,
}

/// A site with its teams.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub teams: Vec<Part>,
    pub is_held: bool,
}

/// What a figure demands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub minimum: i64,
    pub margin: i64,
    /// Whether nearly all or nearly none is withheld.
    pub is_balanced: bool,
}

/// What is shown, in the order of what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decision {
    pub sites: Vec<SiteDecision>,
    /// The organisation as a whole.
    pub is_shown: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SiteDecision {
    pub teams: Vec<bool>,
    pub is_shown: bool,
}

impl Part {
    /// Whether there is anything to withhold. A held part may have no people for this figure, which nobody must see from what happens.
    fn is_there(self) -> bool {
        self.people > 0 || self.is_held
    }
}

impl Rule {
    fn is_closed(self, part: Part) -> bool {
        part.is_held || part.people < self.minimum
    }

    fn is_unbalanced(self, part: Part) -> bool {
        self.is_balanced && (part.yes < self.margin || part.people - part.yes < self.margin)
    }

    /// Whether parts that are withheld may stand together as a rest.
    fn is_company(self, count: usize, rest: Part) -> bool {
        count >= 2 && rest.people >= self.minimum + self.margin
    }

    /// Whether a whole made of these parts can never be shown, by sizes alone.
    fn closes_whole(self, parts: &[Part]) -> bool {
        let there: Vec<Part> = parts.iter().copied().filter(|part| part.is_there()).collect();
        let whole = sum(&there);
        let is_company = self.is_company(there.len(), whole);
        whole.people < self.minimum || (there.iter().any(|part| self.is_closed(*part)) && !is_company)
    }
}

/// Decides on teams, sites and organisation.
pub(super) fn decide(sites: &[Site], rule: Rule) -> Decision {
    let wholes: Vec<Part> = sites.iter().map(|site| whole(site, rule)).collect();
    let (are_shown, is_shown) = split(&wholes, rule);
    let decisions = sites.iter().zip(are_shown).map(|(site, is_shown)| {
        // A site is withheld with all its teams: any of them would be subtracted from the rest.
        let teams = if is_shown { split(&site.teams, rule).0 } else { vec![false; site.teams.len()] };
        SiteDecision { teams, is_shown }
    });
    Decision { sites: decisions.collect(), is_shown }
}

/// A site as a part of the organisation.
fn whole(site: &Site, rule: Rule) -> Part {
    let is_there = site.teams.iter().any(|team| team.is_there());
    Part { is_held: is_there && (site.is_held || rule.closes_whole(&site.teams)), ..sum(&site.teams) }
}

/// Which parts are shown, and whether the whole is.
fn split(parts: &[Part], rule: Rule) -> (Vec<bool>, bool) {
    let nothing = (vec![false; parts.len()], false);
    if rule.closes_whole(parts) {
        return nothing;
    }
    let (mut rest, open) = settle_by_size(parts, rule);
    let is_unbalanced = |place: &usize| rule.is_unbalanced(parts[*place]);
    let (withheld, shown): (Vec<_>, Vec<_>) =
        blocks(&open).into_iter().partition(|block| block.iter().any(is_unbalanced));
    rest.extend(withheld.into_iter().flatten());
    let mut shown = shown.into_iter();
    while !rest.is_empty() && rule.is_unbalanced(sum_at(parts, &rest)) {
        match shown.next() {
            Some(block) => rest.extend(block),
            // The rest is the whole.
            None => return nothing,
        }
    }
    let mut are_shown = vec![false; parts.len()];
    shown.flatten().for_each(|place| are_shown[place] = true);
    (are_shown, true)
}

/// The places of parts that are withheld whatever their figures are, and of the others by size. Called for a whole that is not closed, so
/// that there is company enough.
fn settle_by_size(parts: &[Part], rule: Rule) -> (Vec<usize>, Vec<usize>) {
    let mut places: Vec<usize> = (0..parts.len()).filter(|place| parts[*place].is_there()).collect();
    // A stable sort: equals stay in the order of their ids.
    places.sort_by_key(|place| parts[*place].people);
    let (mut rest, open): (Vec<usize>, Vec<usize>) =
        places.into_iter().partition(|place| rule.is_closed(parts[*place]));
    let mut open = open.into_iter();
    while !rest.is_empty() && !rule.is_company(rest.len(), sum_at(parts, &rest)) {
        match open.next() {
            Some(place) => rest.push(place),
            None => break,
        }
    }
    (rest, open.collect())
}

/// Neighbours by size in twos, the last ones in threes where they do not come out even. A single one stands alone: it is the whole, or
/// there is a rest beside it, which takes it along when unbalanced.
fn blocks(open: &[usize]) -> Vec<Vec<usize>> {
    let mut blocks: Vec<Vec<usize>> = open.chunks(2).map(<[usize]>::to_vec).collect();
    if blocks.len() > 1 && open.len() % 2 == 1 {
        let last = blocks.pop().unwrap_or_default();
        blocks.last_mut().into_iter().for_each(|block| block.extend(&last));
    }
    blocks
}

fn sum(parts: &[Part]) -> Part {
    parts.iter().fold(Part::default(), |sum, part| Part {
        people: sum.people + part.people,
        yes: sum.yes + part.yes,
        is_held: false,
    })
}

fn sum_at(parts: &[Part], places: &[usize]) -> Part {
    sum(&places.iter().map(|place| parts[*place]).collect::<Vec<_>>())
}
