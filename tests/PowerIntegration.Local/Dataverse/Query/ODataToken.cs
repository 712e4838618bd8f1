namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>One token of an OData expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; a string without its quotes.</param>
internal readonly record struct ODataToken(ODataTokenKind Kind, string Text);
