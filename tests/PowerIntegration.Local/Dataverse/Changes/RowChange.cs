using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Dataverse.Changes;

/// <summary>A committed change of one row.</summary>
public sealed record RowChange
{
    /// <summary>Create, Update or Delete.</summary>
    public required string Message { get; init; }

    /// <summary>Logical name of the table.</summary>
    public required string EntityLogicalName { get; init; }

    /// <summary>Name of the entity set.</summary>
    public required string EntitySetName { get; init; }

    /// <summary>Id of the row.</summary>
    public required Guid Id { get; init; }

    /// <summary>Columns the request named.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid UserId { get; init; }

    /// <summary>
    /// The row after the change in the Web API's form, with shown values; for a delete its id alone. Each handler gets its own copy.
    /// </summary>
    public required JsonObject Body { get; init; }
}
