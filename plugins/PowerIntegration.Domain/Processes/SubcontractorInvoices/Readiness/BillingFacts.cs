using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;

/// <summary>What the invoices of a project need.</summary>
public sealed record BillingFacts
{
    /// <summary>True where the project is active.</summary>
    public required bool IsProjectActive { get; init; }

    /// <summary>The setup of its business unit; null where the project names none.</summary>
    public required PayablesReadiness? Payables { get; init; }

    /// <summary>Its active commitments.</summary>
    public required IReadOnlyList<CommitmentReadiness> Commitments { get; init; }

    /// <summary>Commitments that are drafts, by row id; a document can name one.</summary>
    public required IReadOnlyDictionary<Guid, WaitingDraft> DraftCommitments { get; init; }

    /// <summary>The other drafts: terms, and new versions of project, setup and commitments.</summary>
    public required IReadOnlyList<WaitingDraft> Drafts { get; init; }

    /// <summary>Active rules of law of every place that terms name.</summary>
    public required IReadOnlyList<JurisdictionRule> Rules { get; init; }

    /// <summary>Why the rules of law cannot be used; null where they can.</summary>
    public required Refusal? RulesProblem { get; init; }

    /// <summary>The list of commitments.</summary>
    public required RecordPlace CommitmentsPlace { get; init; }

    /// <summary>The list of terms.</summary>
    public required RecordPlace TermsPlace { get; init; }

    /// <summary>The list of rules of law.</summary>
    public required RecordPlace RulesPlace { get; init; }
}
