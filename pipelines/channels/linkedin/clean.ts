/** What stands in an article and has no place in a post: talk about the page, advertising, throat clearing. */

const ofThePage =
  /(?<![\p{L}\p{N}])(?:(?:in |on )?this (?:guide|article|post|page|blog|piece|section|chapter|series|tutorial)|(?:as |we )?(?:mentioned|described|discussed|explained|shown|noted|seen|listed) (?:above|below|earlier|before|later|in the)|see (?:above|below|also|the (?:table|figure|picture|section))|(?:above|below|following) (?:table|figure|chart|picture|section|list)|(?:table|figure|chart|section|list|picture) (?:above|below)|everything (?:above|below)|read (?:on|more|our)|if you are researching|people ask|common question|keep reading|table of contents|scroll|frequently asked)(?![\p{L}\p{N}])/iu
/** Promises something that a post may not have. */
const pointsAhead =
  /^(?:here|these|this) (?:is|are) (?:the (?:things|steps|questions|rules|points|list)|one (?:of|that)|some|a few|what|how|an example|ours?)(?![\p{L}])/iu
/** `The red dots …`: readers of the post do not see the picture. */
const ofThePicture =
  /(?<![\p{L}])the (?:(?:red|green|blue|yellow|orange|purple|grey|gray|black|dashed|dotted) (?:group|lines?|curves?|bars?|dots?|columns?|areas?)|(?:chart|graph|diagram|curve)(?= (?:is|shows?|says?|tells?|falls?|rises?|fell|rose|bends?)))(?![\p{L}])/iu
const ofAnother =
  /^the (?:term|article|guide|page|glossary|chapter)(?= )[^.]* (?:explains|shows|describes|tells|lists)(?![\p{L}])/iu
const seeOnly = /^(?:see|compare|read)\s[^.]{1,80}\.$/iu
const ofOurProfile = /^our (?:profile|page|guide|glossary|article|list|template)/iu
const advertising =
  /(?<![\p{L}\p{N}])(?:click|sign up|subscribe|download (?:our|the|your)|book (?:a|your) (?:call|demo|slot)|get in touch|contact us|learn more|find out more|free trial|buy now|order now|our (?:module|course|product|platform|service|workshop|training|newsletter)|(?:the|this) module|learners|built for exactly that|we (?:offer|specialise|specialize)|join us|get started|start (?:a|your) (?:search|trial))(?![\p{L}\p{N}])/iu
const salutation =
  /^(?:hi|hello|hey|dear|welcome|greetings|good (?:morning|afternoon|evening)|bonjour|salut|hola|hallo|guten (?:tag|morgen)|ciao|olá)(?![\p{L}\p{N}])/iu
const throatClearing =
  /^(?:thanks|thank you|i['’]?m (?:excited|thrilled|happy|proud)|that is (?:exactly )?why|this is why|that['’]s why|this is especially useful|simply put|now (?:the|for|to|comes|let))(?![\p{L}\p{N}])/iu
const leadIn =
  /^(?:(?:and|but|because|so)\s+)?(?:here['’]s (?:the (?:truth|thing|catch|problem|point|reality|secret)|why|what)|here is (?:the (?:truth|thing|catch|problem|point)|why)|the (?:truth|thing|point|bottom line|reality|good news|bad news|catch|short answer|short version)(?: is)?|bottom line|long story short|in short|in other words|to be clear|spoiler)\s*(?:[:–—]|\s-\s)\s+(?=\S)/iu

/** A longer sentence that begins with `Welcome` says more than welcome. */
const SALUTATION_UNITS = 60

/** Without a phrase at its start that only announces its own end (`Because here's the truth: …`). */
export function withoutLeadInPhrase(sentence: string): string {
  const rest = sentence.replace(leadIn, '')
  return rest === sentence ? sentence : rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** True for what is left out wherever it stands. `names`: headings of calls to action. */
export function isOutOfPlace(sentence: string, names: readonly string[]): boolean {
  const isGreeting = salutation.test(sentence) && sentence.length <= SALUTATION_UNITS
  if (pointsAhead.test(sentence) && !/[:：]$/.test(sentence)) return true
  const words = sentence.toLowerCase()
  return (
    isGreeting ||
    throatClearing.test(sentence) ||
    ofThePage.test(sentence) ||
    ofThePicture.test(sentence) ||
    seeOnly.test(sentence) ||
    ofOurProfile.test(sentence) ||
    ofAnother.test(sentence) ||
    advertising.test(sentence) ||
    names.some((name) => words.includes(name.toLowerCase()))
  )
}

/** Greetings and self-talk, which no first line may be. */
export function isGreeting(sentence: string): boolean {
  return salutation.test(sentence) || throatClearing.test(sentence)
}
