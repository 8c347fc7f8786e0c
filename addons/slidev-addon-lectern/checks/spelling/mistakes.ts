const LIST = `
  abouta about a|accidently accidentally|adn and|ahve have|alledge allege|alledged alleged|alot a lot|aswell as well
  atleast at least|cannister canister|debateable debatable|dependance dependence|dependancy dependency
  dependancies dependencies|develope develop|everthing everything|exemple example|foreward forward|frist first|fourty forty
  heros heroes|hinderance hindrance|hte the|infact in fact|informations information|inspite in spite|layed laid
  mistery mystery|noone no one|nto not|octohedron octahedron|persue pursue|persued pursued|persuing pursuing
  positon position|programable programmable|publically publicly|rasing raising|recuring recurring|resistent resistant
  seldomly seldom|softwares software|splitted split|stong strong|substract subtract|substracted subtracted
  substracting subtracting|substracts subtracts|supercede supersede|surprize surprise|taht that|teh the|thsi this
  todays today's|untill until|unwieldly unwieldy|wether whether|wich which|wiht with|woudl would|yuo you`

/**
 * Common mistakes, in lower case, with their corrections. Those that a dictionary does not find by itself: short words,
 * two words in one, and words that rare ones are written like.
 */
export const mistakes: ReadonlyMap<string, string> = new Map(
  LIST.trim()
    .split(/\||\n\s*/)
    .map((entry): [string, string] => {
      const [wrong = '', ...right] = entry.split(' ')
      return [wrong, right.join(' ')]
    }),
)
