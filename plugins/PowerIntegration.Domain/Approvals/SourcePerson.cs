namespace PowerIntegration.Domain.Approvals;

/// <summary>A person as the source system names them.</summary>
/// <param name="Id">The source's id of the person; null where it gave none.</param>
/// <param name="Name">The name it shows; null where it gave none.</param>
public sealed record SourcePerson(string? Id, string? Name)
{
    /// <summary>
    /// True where both are one person: by id where both have one, else by name. Two people of one name without ids count as one: a second look costs
    /// less than a payment that its own submitter approved.
    /// </summary>
    public bool IsSame(SourcePerson other)
    {
        if (Known(Id) is { } id && Known(other.Id) is { } otherId)
        {
            return id == otherId;
        }

        return Known(Name) is { } name && string.Equals(name, Known(other.Name), StringComparison.OrdinalIgnoreCase);
    }

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();
}
