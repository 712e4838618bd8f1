using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Approvals;

/// <summary>What is to be approved, as far as it decides who may approve it.</summary>
public sealed record ApprovalSubject
{
    /// <summary>How sentences name the document.</summary>
    public required string Name { get; init; }

    /// <summary>What limits are compared with: the absolute amount of the document and of what belongs to it.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO code of the currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Who created and who submitted the document in the source system.</summary>
    public required IReadOnlyList<SourcePerson> Requesters { get; init; }

    /// <summary>Who entered or changed a version of the configuration that the document used.</summary>
    public required IReadOnlyList<Person> Contributors { get; init; }
}
