namespace PowerIntegration.Local.Dataverse.Changes;

/// <summary>What a flow trigger "When a row is added, modified or deleted" asks for; the numbers are those of its definition.</summary>
public sealed record RowChangeSubscription
{
    /// <summary>1 added, 2 deleted, 3 modified, 4 added or modified, 5 added or deleted, 6 modified or deleted, 7 any.</summary>
    public required int Message { get; init; }

    /// <summary>Logical name of the table.</summary>
    public required string EntityLogicalName { get; init; }

    /// <summary>4, the organization. Narrower scopes are refused: there is one business unit.</summary>
    public int Scope { get; init; } = 4;

    /// <summary>Columns, comma-separated, one of which an update must name; empty means any. Other messages ignore it.</summary>
    public string? FilteringAttributes { get; init; }

    /// <summary>An OData filter that the row must meet after the change; empty means any. A delete is not filtered: its row is gone.</summary>
    public string? FilterExpression { get; init; }
}
