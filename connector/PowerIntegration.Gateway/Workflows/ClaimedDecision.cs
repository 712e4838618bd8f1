using PowerIntegration.Gateway.Intake;

namespace PowerIntegration.Gateway.Workflows;

/// <summary>A recorded decision that is to be passed on.</summary>
/// <param name="ApprovalId">The request for approval.</param>
/// <param name="IsApproved">What was decided.</param>
/// <param name="DecidedOn">When, UTC.</param>
/// <param name="Comment">Who decided what and when, as Procore shows it.</param>
/// <param name="DocumentType">Value of the choice <c>pint_documenttype</c>.</param>
/// <param name="Project">Project of the record.</param>
/// <param name="RecordId">Procore's id of the record.</param>
/// <param name="SourceHash">Hash of the record that was decided about.</param>
internal sealed record ClaimedDecision(
    Guid ApprovalId,
    bool IsApproved,
    DateTimeOffset DecidedOn,
    string Comment,
    int DocumentType,
    SourceProject Project,
    string RecordId,
    string SourceHash
);
