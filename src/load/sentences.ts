import { type Blanks, fillIn, type Text } from '../words/text.ts';

type Values<F extends string, E extends string> = Readonly<Record<Blanks<F> | Blanks<E>, string | number | Text>>;

/** A sentence with its blanks still to fill; one without blanks is called with nothing. */
function say<const F extends string, const E extends string>(fr: F, en: E) {
  return (...given: Blanks<F> | Blanks<E> extends never ? [] : [values: Values<F, E>]): Text => {
    const [values] = given;
    return values ? fillIn({ fr, en }, values) : { fr, en };
  };
}

/** All that reading a text may say, in an author’s words; no sentence of a library ever shows. */
export const sentences = {
  tropLong: say(
    'le fichier pèse {taille} Mo : au-delà de {limite} Mo il n’est pas lu',
    'the file is {taille} MB: beyond {limite} MB it is not read',
  ),
  utf16: say(
    'le fichier est en UTF-16 (« Unicode » de Windows) : enregistrez le fichier en UTF-8',
    'the file is in UTF-16 (“Unicode” in Windows): save the file as UTF-8',
  ),
  pasUnTexte: say(
    'ce n’est pas un fichier texte : ouvrez-le pour voir ce qu’il est, ou retirez-le du dossier',
    'this is not a text file: open it to see what it is, or take it out of the dossier',
  ),
  pasUtf8: say(
    'l’octet {octet} (« {lettre} » dans un vieux codage de Windows) n’est pas de l’UTF-8 : enregistrez le fichier en UTF-8',
    'byte {octet} (“{lettre}” in an old Windows encoding) is not UTF-8: save the file as UTF-8',
  ),
  caractere: say(
    'le caractère invisible {code} ne peut pas figurer dans un dossier ({nombre} dans ce fichier) : supprimez-le',
    'the invisible character {code} may not be in a dossier ({nombre} in this file): delete it',
  ),
  conflit: say(
    'une fusion git a laissé ses marques (<<<<<<<, =======, >>>>>>>) : choisissez une version et supprimez les marques',
    'a git merge left its markers (<<<<<<<, =======, >>>>>>>): choose one version and delete the markers',
  ),

  enTeteAbsent: say(
    'il manque l’en-tête : la première ligne est « --- », puis les clés (titre: …), puis « --- » et le texte',
    'the front matter is missing: the first line is “---”, then the keys (titre: …), then “---” and the text',
  ),
  enTeteDecale: say(
    '« --- » doit être au tout début du fichier : supprimez ce qui le précède',
    '“---” must be at the very start of the file: delete what stands before it',
  ),
  enTeteTiret: say(
    'l’en-tête s’ouvre et se ferme par trois tirets seuls sur leur ligne : écrivez « --- »',
    'front matter opens and closes with three hyphens alone on their line: write “---”',
  ),
  enTeteOuvert: say(
    'l’en-tête n’est pas fermé : ajoutez une ligne « --- » après la dernière clé',
    'the front matter is not closed: add a line “---” after the last key',
  ),

  deuxPoints: say(
    '« : » coupe le texte : entourez le texte de guillemets',
    '“:” cuts the text: put the text between quotation marks',
  ),
  deuxPointsCoupe: say(
    '« : » coupe {quoi} : entourez le texte de guillemets',
    '“:” cuts {quoi}: put the text between quotation marks',
  ),
  deuxPointsColle: say('il manque une espace après « {cle}: »', 'a space is missing after “{cle}:”'),
  cleInsecable: say(
    'une espace insécable colle à la clé « {cle} » : écrivez « {cle}: », puis une espace ordinaire',
    'a no-break space sticks to the key “{cle}”: write “{cle}:”, then an ordinary space',
  ),
  retraitInsecable: say(
    'une espace insécable sert de retrait : remplacez-la par une espace ordinaire',
    'a no-break space is used to indent: replace it by an ordinary space',
  ),
  dieseAvale: say(
    '« # » ouvre un commentaire : « {mots} » ne fait pas partie du texte ; entourez le tout de guillemets, ou mettez deux espaces devant un vrai commentaire',
    '“#” opens a comment: “{mots}” is not part of the text; quote the whole, or put two spaces before a real comment',
  ),
  apostrophe: say(
    'le signe {signe} au début ouvre une citation que le texte referme trop tôt : entourez tout le texte d’autres guillemets',
    'the {signe} at the start opens a quotation that the text closes too soon: put the whole text between other quotation marks',
  ),
  apostropheOuverte: say(
    'le signe {signe} au début ouvre une citation qui ne se referme pas : fermez-la à la fin du texte',
    'the {signe} at the start opens a quotation that never closes: close it at the end of the text',
  ),
  barreInverse: say(
    'entre guillemets doubles, « {signe} » n’a pas de sens : écrivez « \\\\ » pour une barre inverse, ou des guillemets simples',
    'between double quotation marks, “{signe}” means nothing: write “\\\\” for a backslash, or use single quotation marks',
  ),
  signe: say(
    'un texte ne peut pas commencer par « {signe} » sans guillemets : entourez le texte de guillemets',
    'a text cannot start with “{signe}” without quotation marks: put the text between quotation marks',
  ),
  crochetOuvert: say(
    '« {signe} » ouvre une liste ou un bloc qui n’est pas refermé : ajoutez « {fin} », ou des guillemets si c’est un texte',
    '“{signe}” opens a list or block that is not closed: add “{fin}”, or quotation marks if it is a text',
  ),
  crochetFerme: say(
    '« {signe} » referme une liste ou un bloc qui n’est pas ouvert',
    '“{signe}” closes a list or block that is not open',
  ),
  virgule: say(
    'entre crochets ou accolades, une virgule sépare deux éléments : il en manque une ici',
    'between brackets or braces a comma separates two items: one is missing here',
  ),
  virguleSeule: say(
    'entre crochets ou accolades, il n’y a rien à lire avant cette virgule : supprimez-la',
    'between brackets or braces there is nothing to read before this comma: delete it',
  ),
  tabulation: say(
    'une tabulation sert de retrait : remplacez-la par des espaces',
    'a tab is used to indent: replace it by spaces',
  ),
  doublon: say(
    'la clé « {cle} » est déjà donnée ligne {ligne} : gardez une seule des deux',
    'the key “{cle}” is already given on line {ligne}: keep one of the two',
  ),
  doublonAutre: say('« {cle} » une première fois', '“{cle}” for the first time'),
  documents: say(
    'un seul document par fichier : cette ligne « {marque} » en commence un autre, supprimez-la',
    'one document per file: this line “{marque}” starts another, delete it',
  ),
  ancre: say(
    '« {mot} » (renvoi de YAML) ne se lit pas dans un dossier : recopiez le texte, ou entourez-le de guillemets',
    '“{mot}” (a YAML reference) is not read in a dossier: copy the text, or put it between quotation marks',
  ),
  fusion: say(
    '« << » (fusion de YAML) ne se lit pas dans un dossier : recopiez les clés',
    '“<<” (YAML merge) is not read in a dossier: copy the keys',
  ),
  etiquette: say(
    '« {mot} » (étiquette de YAML) ne se lit pas dans un dossier : supprimez-la, ou entourez le texte de guillemets',
    '“{mot}” (a YAML tag) is not read in a dossier: delete it, or put the text between quotation marks',
  ),
  directive: say(
    '« {mot} » (directive de YAML) ne se lit pas dans un dossier : supprimez cette ligne',
    '“{mot}” (a YAML directive) is not read in a dossier: delete this line',
  ),
  elementVide: say(
    'cet élément de la liste est vide : complétez-le ou supprimez-le',
    'this item of the list is empty: fill it in or delete it',
  ),
  sansDeuxPoints: say(
    '« {cle} » n’a pas de valeur : entre accolades, écrivez « clé: valeur », et une virgule entre deux',
    '“{cle}” has no value: between braces write “key: value”, and a comma between two',
  ),
  cleSansValeur: say(
    '« {cle} » est vide : cette clé est obligatoire, complétez-la',
    '“{cle}” is empty: this key is required, fill it in',
  ),
  nomInconnu: say(
    '« {cle} » n’est pas un code connu, et n’a pas de valeur ; les codes sont : {noms}',
    '“{cle}” is not a known code, and has no value; the codes are: {noms}',
  ),
  pointVirgule: say(
    'une virgule sépare deux éléments, pas un point-virgule : écrivez « , »',
    'a comma separates two items, not a semicolon: write “,”',
  ),
  listeAttendue: say('une liste est attendue : écrivez « {bon} »', 'a list is expected: write “{bon}”'),
  uneSeule: say(
    'une seule valeur est attendue, pas une liste : écrivez « {bon} »',
    'a single value is expected, not a list: write “{bon}”',
  ),
  totalAttendu: say(
    'un nombre par public est attendu : écrivez « {bon} » si c’est le total',
    'a number for each audience is expected: write “{bon}” if this is the total',
  ),
  cleVide: say('il manque une clé devant « : »', 'a key is missing before “:”'),
  cleComplexe: say(
    'une clé est un mot ou quelques mots, pas une liste ni un bloc : entourez le texte de guillemets',
    'a key is a word or a few, not a list nor a block: put the text between quotation marks',
  ),
  profondeur: say('plus de {limite} niveaux imbriqués', 'more than {limite} nested levels'),
  retrait: say(
    'le retrait de cette ligne n’est celui d’aucune ligne au-dessus : alignez-la sur les clés du même niveau',
    'this line is indented like no line above: align it with the keys of the same level',
  ),
  retraitSousTexte: say(
    '« {cle} » est en retrait sous une ligne qui a déjà un texte : alignez-la sur la clé du dessus',
    '“{cle}” is indented below a line that already has a text: align it with the key above',
  ),
  milliers: say(
    '« {typed} » se lit {lu} : pour des milliers, écrivez {milliers}',
    '“{typed}” reads as {lu}: for thousands, write {milliers}',
  ),
  tiretColle: say('il manque une espace après le tiret de la liste', 'a space is missing after the hyphen of the list'),
  tiretSurLaLigne: say(
    'une liste commence à la ligne suivante ; si ce tiret fait partie du texte, entourez le texte de guillemets',
    'a list starts on the next line; if this hyphen is part of the text, put the text between quotation marks',
  ),
  sansCle: say(
    'cette ligne n’a pas de clé : écrivez « clé: valeur », ou mettez-la en retrait si elle continue le texte du dessus',
    'this line has no key: write “key: value”, or indent it if it continues the text above',
  ),
  illisible: say(
    'cette ligne n’est pas lisible : un texte entre guillemets et un retrait régulier l’aident à l’être',
    'this line cannot be read: a text between quotation marks and a regular indent help',
  ),
} as const;
