using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Intake;

/// <summary>
/// One record type that comes in from Procore: where its changed records are listed, and how one of them is read. Everything else, from the poll to
/// the stored document, exists once.
/// </summary>
internal interface ISource
{
    /// <summary>What is polled, and what it is called.</summary>
    PolledRecords Records { get; }

    /// <summary>Whether a document of the type needs the project's WBS codes.</summary>
    bool NeedsCodes { get; }

    /// <summary>How Procore's workflows name the tool of the records; null where they have no workflow.</summary>
    string? WorkflowTool { get; }

    /// <summary>Fields of a row of the list that tell a change from another one within the same second.</summary>
    IReadOnlyList<string> ShownFields { get; }

    /// <summary>Address of the list of records that changed in a span of time, both ends included; instants are UTC.</summary>
    string ChangesOf(string projectId, DateTimeOffset from, DateTimeOffset to);

    /// <summary>The problem that <see cref="ReadAsync"/> raises where Procore has no such record, or does not show it.</summary>
    ProblemKind Unknown { get; }

    /// <summary>Address of the list of all records of a project.</summary>
    string AllOf(string projectId);

    /// <summary>Reads the record of an event from Procore; what cannot be read is refused by name.</summary>
    Task<ISourceRecord> ReadAsync(InboundRecord inbound, CallBudget budget, CancellationToken cancellationToken);

    /// <summary>Hash of a record as Procore shows it now, as <see cref="ISourceRecord.Hash"/> would have it.</summary>
    Task<string> HashAsync(SourceProject project, string recordId, CallBudget budget, CancellationToken cancellationToken);

    /// <summary>The files of a record with links that work now.</summary>
    Task<IReadOnlyList<SourceFile>> FilesAsync(string projectId, string recordId, CallBudget budget, CancellationToken cancellationToken);
}
