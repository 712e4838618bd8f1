using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Holds;

/// <summary>The payment holds of one kind of document in its target system.</summary>
internal interface IHeldPayments
{
    /// <summary>True where documents of the kind have such holds.</summary>
    bool Takes(DocumentKind kind);

    /// <summary>Looks the holds up, and releases the open ones where that is asked for; refuses content that is not what was hashed.</summary>
    /// <param name="document">The document.</param>
    /// <param name="release">Why they are released; null to look only.</param>
    /// <param name="budget">Time that is left.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<HoldLook> LookAsync(SendableDocument document, string? release, CallBudget budget, CancellationToken cancellationToken);
}
