"""Which column is which, by its name in English, French or Spanish."""

import re

from uadesk.domain.folding import fold

NAMES: dict[str, tuple[str, ...]] = {
    "name": ("name", "full name", "member", "member name", "nom", "nom complet", "nom et prenom", "prenom et nom",
             "nombre completo", "nombre y apellidos", "nombre y apellido", "membre", "miembro", "display name"),
    "first_name": ("first name", "firstname", "given name", "given names", "forename", "prenom", "prenoms", "nombre",
                   "nombres", "nombre de pila", "first", "vorname", "vornamen"),
    "last_name": ("last name", "lastname", "surname", "family name", "nom de famille", "apellido", "apellidos",
                  "last", "primer apellido", "nachname", "familienname", "zuname"),
    "address": ("address", "postal address", "mailing address", "full address", "home address", "adresse",
                "adresse postale", "adresse complete", "direccion", "direccion postal", "domicilio", "addresse",
                "anschrift", "postanschrift"),
    "street": ("street", "street address", "address 1", "address line 1", "address1", "addr1", "rue", "adresse 1",
               "no et rue", "numero et rue", "calle", "calle y numero", "direccion 1", "voie",
               "strasse", "strasse und hausnummer", "strasse und nr"),
    "street_2": ("address 2", "address line 2", "address2", "apartment", "apt", "unit", "suite", "adresse 2",
                 "appartement", "complement d'adresse", "complement", "direccion 2", "piso", "departamento"),
    "city": ("city", "town", "city/town", "city town", "municipality", "ville", "localite", "commune", "municipalite",
             "ciudad", "localidad", "poblacion", "municipio", "ort", "stadt", "wohnort"),
    "province": ("province", "state", "province/state", "state/province", "province or state", "state or province",
                 "prov", "region", "county", "etat", "departement", "provincia", "estado", "etat/province"),
    "postal_code": ("postal code", "postcode", "post code", "postalcode", "zip", "zip code", "zipcode",
                    "zip/postal code", "postal/zip code", "postal code/zip", "code postal", "cp",
                    "codigo postal", "c p", "c.p.", "zip/postcode", "plz", "postleitzahl"),
    "country": ("country", "country/region", "pays", "pais", "land"),
    "email": ("email", "e-mail", "email address", "e-mail address", "mail", "courriel", "adresse courriel",
              "adresse electronique", "adresse e-mail", "adresse email", "correo", "correo electronico", "correo-e",
              "e-mail 1 - value", "email 1"),
    "phone": ("phone", "telephone", "phone number", "tel", "mobile", "cell", "cell phone", "home phone",
              "telephone number", "numero de telephone", "portable", "cellulaire", "telefono", "movil",
              "numero de telefono", "celular", "telefon", "telefonnummer", "handy", "mobil"),
    "about": ("about", "about me", "note", "notes", "remark", "remarks", "comment", "comments", "a propos",
              "a propos de moi", "remarque", "remarques", "commentaires", "sobre mi", "acerca de", "acerca de mi",
              "notas", "comentarios", "bemerkung", "bemerkungen", "notiz", "notizen"),
}  # fmt: skip
"""Fields of a person and the folded names of their columns."""

_FIELDS = {name: field for field, names in NAMES.items() for name in names}


def field_of(header: str) -> str | None:
    """The field that a column of this name holds; None where nobody knows it.

    >>> field_of("Code postal :")
    'postal_code'
    """
    plain = fold(header.replace("’", "'")).strip(" .:*#\"'")
    plain = re.sub(r"\s*/\s*", "/", plain.replace("_", " "))
    return _FIELDS.get(plain) or _FIELDS.get(plain.replace("-", " ")) or _FIELDS.get(re.sub(r"\s*\(.*\)$", "", plain))


def fields_of(headers: list[str]) -> list[str | None]:
    """The field of each column; a field that comes again is unknown the second time.

    "Nom" and "Nombre" are a whole name alone, but the family or given name beside the other half.
    """
    fields = [field_of(header) for header in headers]
    plain = [fold(header).strip(" .:*") for header in headers]
    if "first_name" in fields and "name" in fields and "last_name" not in fields:
        fields = ["last_name" if name == "nom" else field for name, field in zip(plain, fields, strict=True)]
    if "first_name" in fields and not {"last_name", "name"} & set(fields):
        fields = ["name" if name == "nombre" else field for name, field in zip(plain, fields, strict=True)]
    seen: set[str] = set()
    kept: list[str | None] = []
    for each in fields:
        kept.append(None if each is None or each in seen else each)
        seen.add(each or "")
    return kept
