using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Intake;

/// <summary>One record as Procore showed it, and what Dataverse has of it.</summary>
internal interface ISourceRecord
{
    /// <summary>Hash of what counts: another hash is another revision.</summary>
    string Hash { get; }

    /// <summary>Procore's time of the newest change that was read, or null where Procore named none.</summary>
    DateTimeOffset? UpdatedOn { get; }

    /// <summary>
    /// Where the record belongs, and its newest revision there, or null; asked again for each attempt to store. The row has revision, source hash,
    /// state, name, the time of the source's change and its row version.
    /// </summary>
    Task<Entity?> NewestAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Notes that are stored with every read, such as the current state in Oracle. Never fails because Oracle cannot be asked.
    /// </summary>
    Task<RecordNotes> NotesAsync(CallBudget budget, CancellationToken cancellationToken);

    /// <summary>The document's own columns and lines; the caller adds what every document has.</summary>
    Entity Row(string key, int revision);

    /// <summary>Its files; they make no revision.</summary>
    IReadOnlyList<SourceFile> Files => [];

    /// <summary>Earlier records that the document needs and Dataverse does not have, or null; asked after <see cref="NewestAsync"/>.</summary>
    MissingRecords? Missing { get; }
}
