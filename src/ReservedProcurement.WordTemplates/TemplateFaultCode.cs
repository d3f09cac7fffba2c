namespace ReservedProcurement.WordTemplates;

/// <summary>What is wrong with a template, or with the values given to it.</summary>
public enum TemplateFaultCode
{
    /// <summary>The file is not a zip package.</summary>
    NotAZip,

    /// <summary>The file is a document in Word's format from before 2007.</summary>
    LegacyWordFile,

    /// <summary>The file is protected by a password.</summary>
    EncryptedFile,

    /// <summary>The zip package is damaged or cut off.</summary>
    BrokenZip,

    /// <summary>A name in the package points outside it or is there twice.</summary>
    UnsafeEntryName,

    /// <summary>The package has too many parts, or unpacks to too much; or a part has too many fields.</summary>
    TooLarge,

    /// <summary>The package is not a Word document.</summary>
    NotAWordDocument,

    /// <summary>A part is not readable XML.</summary>
    BrokenPart,

    /// <summary>A part is nested too deep.</summary>
    TooDeepNesting,

    /// <summary>The document has macros.</summary>
    Macros,

    /// <summary>The document fetches content from outside itself.</summary>
    ExternalContent,

    /// <summary>The document has an embedded file or object.</summary>
    EmbeddedObject,

    /// <summary>The document has an ActiveX control or an add-in.</summary>
    ActiveControl,

    /// <summary>The document imports another document.</summary>
    ImportedDocument,

    /// <summary>A Word field code runs or fetches something.</summary>
    ActiveFieldCode,

    /// <summary>The document is digitally signed; filling would break the signature.</summary>
    SignedFile,

    /// <summary>A field starts but does not end within its paragraph.</summary>
    UnclosedTag,

    /// <summary>A field ends without a start.</summary>
    StrayEndOfTag,

    /// <summary>The text between the braces is not a field.</summary>
    MalformedTag,

    /// <summary>The format after the bar does not exist.</summary>
    UnknownFormat,

    /// <summary>A section starts but never ends.</summary>
    UnclosedSection,

    /// <summary>A section ends but never started.</summary>
    UnopenedSection,

    /// <summary>Two sections overlap.</summary>
    CrossedSections,

    /// <summary>A section starts and ends in places that cannot be repeated together.</summary>
    SectionCrossesStructure,

    /// <summary>A section over several paragraphs has text before its start or after its end.</summary>
    SectionNotAtEdge,

    /// <summary>A section stands where only values can stand, or a field where nothing can be filled.</summary>
    FieldNotAllowedHere,

    /// <summary>Sections are nested too deep.</summary>
    TooDeepSections,

    /// <summary>A list is repeated inside itself, so that each item would bring all of them once more.</summary>
    ListInsideItself,

    /// <summary>The sections repeat more often than a document can hold.</summary>
    TooManyRepetitions,

    /// <summary>A counter is used outside a repeated section.</summary>
    CounterOutsideList,

    /// <summary>A field stands in text that is deleted by a tracked change.</summary>
    FieldInDeletedText,

    /// <summary>A field stands inside a Word field code.</summary>
    FieldInFieldCode,

    /// <summary>The tag of an answer control becomes longer than Word allows.</summary>
    AnswerTagTooLong,

    /// <summary>No field has this name.</summary>
    UnknownField,

    /// <summary>The field belongs to a list and is used outside it.</summary>
    FieldOutsideList,

    /// <summary>A list is used as a single value.</summary>
    ListUsedAsValue,

    /// <summary>A group of fields is used as a single value.</summary>
    GroupUsedAsValue,

    /// <summary>A picture is used where only text can stand.</summary>
    ImageUsedAsText,

    /// <summary>A place for a picture is given something else.</summary>
    ImageExpected,

    /// <summary>The picture is not PNG, JPEG or GIF.</summary>
    UnsupportedImage,

    /// <summary>The picture is larger than ten megabytes.</summary>
    ImageTooLarge,

    /// <summary>The format cannot show a value of this kind.</summary>
    FormatDoesNotFit,

    /// <summary>The value was not given.</summary>
    MissingValue,

    /// <summary>A link's target is not a web or mail address.</summary>
    UnsafeLink,

    /// <summary>A link in the template leads to something that is not a web, mail or telephone address, such as a file or a script.</summary>
    LinkNotAllowed,
}
