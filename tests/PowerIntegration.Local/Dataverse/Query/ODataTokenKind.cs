namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>Kinds of token in an OData expression.</summary>
internal enum ODataTokenKind
{
    /// <summary>A word: name, path, operator, number, date, identifier, alias.</summary>
    Word,

    /// <summary>A quoted string.</summary>
    Text,

    /// <summary>A parenthesis or comma.</summary>
    Mark,

    /// <summary>Nothing more.</summary>
    End,
}
