using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Callers;

/// <summary>Reads the id of a Dataverse row from a request.</summary>
internal static class RowId
{
    /// <summary>The id, or a refusal that names the field.</summary>
    public static Guid Parse(string field, string? value) =>
        Guid.TryParse(value, out var id) && id != Guid.Empty
            ? id
            : throw new IntegrationException(
                ProblemCatalog.RequestUnreadable,
                $"{char.ToLowerInvariant(field[0])}{field[1..]} is '{value}', which is not a row ID. Use the ID of the row in Dataverse."
            );
}
