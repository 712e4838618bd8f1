namespace PowerIntegration.Domain.Documents.Protection;

/// <summary>A change of a document that someone asks for.</summary>
public sealed record DocumentChange
{
    /// <summary>Groups of the columns that would change.</summary>
    public required DocumentColumns Columns { get; init; }

    /// <summary>State before the change.</summary>
    public required DocumentState StateBefore { get; init; }

    /// <summary>State that is asked for; null where the state is not among the columns.</summary>
    public DocumentState? StateAfter { get; init; }

    /// <summary>True where the change comes from inside one of this product's own custom APIs.</summary>
    public required bool IsFromOwnApi { get; init; }
}
