using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Statuses;

/// <summary>Records of one target system whose statuses change after they were posted: somebody approves or pays them there.</summary>
internal interface IFollowedRecords
{
    /// <summary>True where documents of the kind make such records.</summary>
    bool Takes(DocumentKind kind);

    /// <summary>The statuses of records, by id; what the system does not show is left out.</summary>
    /// <param name="records">Ids of records, each with the row id of its document.</param>
    /// <param name="budget">Time that is left.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<TargetStatus>> StatusesAsync(
        IReadOnlyDictionary<string, Guid> records,
        CallBudget budget,
        CancellationToken cancellationToken
    );
}
