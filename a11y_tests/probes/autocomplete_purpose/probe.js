// Fields whose label asks for data about the user: no autocomplete value, or one that means something else (F107).
cc => {
  const KINDS = [
    ["email", /^e ?mail( address| adresse)?$|^adresse e ?mail$|^correo( electronico)?$|^courriel$/, "email"],
    ["name", /^(full |complete )?name$|^nom complet$|^nombre completo$|^vollstandiger name$/, "name"],
    ["given-name", /^(first|given|fore) ?names?$|^forename$|^vorname$|^prenom$|^nombre$/, "name"],
    ["family-name", /^(last|family|sur) ?name$|^nachname$|^familienname$|^nom( de famille)?$|^apellidos?$/, "name"],
    ["tel", /^(mobile |home |work |daytime |cell |contact )?(tele)?phone( number| no)?$|^(mobile|cell)( number)?$|^telefon(nummer)?$|^handynummer$|^(numero de )?telephone$|^telefono( movil)?$/, "tel"],
    ["postal-code", /^(post ?code|zip( code)?|postal code|postcode or zip( code)?|postleitzahl|plz|code postal|codigo postal)$/, "address"],
    ["street-address", /^(street( address)?|address( line 1)?|home address|postal address|strasse( und hausnummer)?|straße( und hausnummer)?|adresse|direccion)$/, "address"],
    ["address-level2", /^(city|town|town or city|city or town|ort|stadt|wohnort|ville|ciudad)$/, "address"],
    ["country-name", /^(country|land|pays|pais)$/, "country"],
    ["bday", /^(date of birth|birth ?date|birthday|dob|geburtsdatum|date de naissance|fecha de nacimiento)$/, "bday"],
    ["username", /^(user ?name|user id|login name|benutzername|nom d utilisateur|nombre de usuario)$/, "login"],
    ["current-password", /^(password|passwort|kennwort|mot de passe|contrasena)$/, "login"],
    ["organization", /^(company( name)?|organi[sz]ation( name)?|firma|entreprise|empresa)$/, "organization"],
    ["cc-number", /^((credit |debit |bank )?card number|kartennummer|numero de carte)$/, "card"],
    ["cc-name", /^(name on card|cardholder( s)? name|card holder)$/, "card"],
    ["cc-csc", /^(cvv|cvc|csc|card security code|security code)$/, "card"],
    ["cc-exp", /^(expiry date|expiration date|card expiry)$/, "card"],
  ];
  // What a value is about: "shipping work tel-national" is about a telephone.
  const FAMILY = [[/^(name|honorific|given|additional-name|family|nickname)/, "name"], [/^(street|address|country|postal)/, "address"], [/^tel/, "tel"],
    [/^email$/, "email"], [/^bday/, "bday"], [/^(username|new-password|current-password|one-time)/, "login"], [/^(cc-|transaction)/, "card"],
    [/^organization/, "organization"], [/^(url|photo|impp|language|sex)$/, "other"]];
  const YOUR = /\b(your|my|dein|deine|ihr|ihre|mein|meine|votre|vos|ton|mon|ma|tu|su|mi)\b/;
  const OTHERS = /\b(recipient|friend|guest|child|contact person|emergency|their|his|her|someone|colleague|event|project|company|bank|file|pet|product|team|group|server|host|repository|channel)\b/;
  const kindOf = field => {
    const label = cc.bareLabel(cc.name(field)).replace(/^(please )?(enter|type|provide|give us) /, "");
    const bare = cc.squeeze(label.replace(YOUR, " "));
    const known = KINDS.find(([, pattern]) => pattern.test(bare));
    // “Address” beside a field for mail is the address of that.
    if (field.type === "email" && known?.[2] === "address") return KINDS[0];
    if (!known && field.type === "email" && /^e ?mail/.test(bare)) return KINDS[0];
    return known;
  };
  const valueOf = field => (field.getAttribute("autocomplete") ?? "").trim().toLowerCase().split(/\s+/).filter(token => token !== "webauthn").at(-1) ?? "";
  const familyOf = value => FAMILY.find(([pattern]) => pattern.test(value))?.[1];
  const fields = cc.fields().filter(field => field.matches("input,select,textarea") && (cc.isTextField(field) || field.localName === "select") &&
    cc.seen(field) && !cc.isDisabled(field) && !field.readOnly && field.type !== "search");
  const scope = field => field.form ?? document.body;
  const kinds = new Map(fields.map(field => [field, kindOf(field)]));
  const personal = place => new Set(fields.filter(field => scope(field) === place).map(field => kinds.get(field)?.[2]).filter(Boolean));
  return fields.flatMap(field => {
    const kind = kinds.get(field);
    if (!kind) return [];
    const [purpose, , family] = kind, value = valueOf(field);
    const words = cc.quoted(cc.name(field));
    if (value && value !== "on" && value !== "off") {
      const says = familyOf(value);
      const isClose = !says || says === family || says === "other" ||
        [["country", "address"], ["login", "email"], ["login", "name"], ["login", "tel"], ["card", "name"], ["address", "country"], ["email", "login"], ["name", "organization"], ["name", "login"], ["name", "card"], ["tel", "login"]].some(([a, b]) => a === family && b === says);
      return isClose ? [] : [cc.found(field, `field ${words} has the autocomplete value “${value}”, which is for something else; “${purpose}” fits its label`)];
    }
    const families = personal(scope(field));
    const isAboutUser = !OTHERS.test(cc.plain(cc.name(field))) && !OTHERS.test(cc.plain(cc.group(field) ? cc.name(cc.group(field)) : ""));
    // A form that asks for three and more things of a person; a lone name or address may be anybody's.
    const isSure = isAboutUser && family !== "country" && family !== "organization" &&
      [...families].filter(other => !["country", "organization"].includes(other)).length >= 3 && (families.has("name") || families.has("address"));
    return [isSure ? cc.found(field, `field ${words} does not say its purpose: autocomplete="${purpose}" is missing, so the browser cannot fill it in`)
      : cc.found(field, `Does the field ${words} ask for data about the user? Then it needs autocomplete="${purpose}".`, { level: "review" })];
  });
}
