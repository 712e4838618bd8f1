using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Submission;

/// <summary>
/// What one kind of content needs to get into its system. Each verb acts once at most, and none decides what follows: that is written once, in
/// <see cref="TargetSending"/>.
/// </summary>
internal interface ITarget
{
    /// <summary>Code and title if a created record is not there.</summary>
    ProblemKind Missing { get; }

    /// <summary>Code and title where the system did not answer.</summary>
    ProblemKind Unavailable { get; }

    /// <summary>True where documents of the kind are sent there.</summary>
    bool Takes(DocumentKind kind);

    /// <summary>The parts of what the document froze, in the order in which they are sent; refuses content that is not what was hashed.</summary>
    IReadOnlyList<TargetPart> PartsOf(SendableDocument document);

    /// <summary>
    /// Looks, before a document is sent for the first time, for records of the same payee and amount near its date, as
    /// <see cref="Domain.Duplicates.FoundPayables"/> writes them; null where there are none, or where nothing of the kind is paid.
    /// </summary>
    Task<string?> AlikeAsync(SendableDocument document, IReadOnlyList<TargetPart> parts, CallBudget budget, CancellationToken cancellationToken);

    /// <summary>Looks for the record of a part; null where the system shows none.</summary>
    Task<Found?> FindAsync(ClaimedDocument document, TargetPart part, CallBudget budget, CancellationToken cancellationToken);

    /// <summary>Makes the record, or acts on it.</summary>
    Task<Applied> ApplyAsync(ClaimedDocument document, TargetPart part, CallBudget budget, CancellationToken cancellationToken);

    /// <summary>Has the system finish a record that was made: holds its payment where it has to wait, then validates it.</summary>
    Task<WriteAnswer> FinishAsync(TargetPart part, CallBudget budget, CancellationToken cancellationToken);

    /// <summary>The files that are attached to a record that was made, by its id; null where the system shows no such record.</summary>
    Task<TargetFiles?> FilesAsync(string recordId, CallBudget budget, CancellationToken cancellationToken);

    /// <summary>The same, for a record that <see cref="FilesAsync"/> found.</summary>
    Task<IReadOnlyList<TargetFile>> FilesOfAsync(string record, CallBudget budget, CancellationToken cancellationToken);

    /// <summary>Attaches a file to such a record.</summary>
    Task<WriteAnswer> AttachAsync(string record, OutgoingFile file, CallBudget budget, CancellationToken cancellationToken);
}
