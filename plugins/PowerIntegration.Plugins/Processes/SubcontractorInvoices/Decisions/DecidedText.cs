using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Decisions;

/// <summary>What is stored when a controller decides about a document: the decision, completed by what it is about.</summary>
internal sealed class DecidedText
{
    private readonly decimal deductedBefore;

    /// <summary>Completes a decision.</summary>
    /// <param name="snapshot">The document.</param>
    /// <param name="decided">What the controller decided.</param>
    /// <param name="caller">The controller.</param>
    public DecidedText(CommitmentSnapshot snapshot, BillingDecisions decided, Person caller)
    {
        var before = snapshot.Document.Text(DocumentTable.Decisions) is { Length: > 0 } known ? Stored(known) : new BillingDecisions();
        deductedBefore = before.Deducted;
        var again = decided.PostAgain is { } decision
            ? decision with
            {
                CanceledNumbers = snapshot.Summary.CanceledNumbers,
                DecidedBy = caller.Name,
            }
            : null;
        Guid[] different = [.. before.DiffersFrom.Union(decided.DiffersFrom)];
        string[] differentInOracle = [.. before.DiffersFromOracle.Union(decided.DiffersFromOracle)];
        if (decided.IsAdditionOnly && snapshot.Document.Text(DocumentTable.Decisions) is { Length: > 0 } stored)
        {
            // What was decided before stays, in the name of who decided it.
            Decisions = before with
            {
                PostAgain = again ?? before.PostAgain,
                DiffersFrom = different,
                DiffersFromOracle = differentInOracle,
            };
            Text = DecisionsText.Write(DecisionsText.DecidedBy(stored), Decisions);
            return;
        }

        Decisions = decided with
        {
            OracleVariances = Variances(snapshot, decided),
            PostAgain = again,
            DiffersFrom = different,
            DiffersFromOracle = differentInOracle,
        };
        Text = DecisionsText.Write(caller, Decisions);
    }

    /// <summary>The decisions as they hold from now on.</summary>
    public BillingDecisions Decisions { get; }

    /// <summary>What the document pays now, as far as that is known before it is prepared again; null where it is not.</summary>
    public decimal? PayableOf(CommitmentSnapshot snapshot)
    {
        if (Decisions.Release is RetainageRelease.Total release && snapshot.Summary.Type == DocumentKind.RetainageRelease)
        {
            return release.Amount - Decisions.Deducted;
        }

        if (snapshot.Document.Amount(DocumentTable.PayableAmount) is { } payable)
        {
            return payable + deductedBefore - Decisions.Deducted;
        }

        var isCorrection = snapshot.Others.Any(other =>
            other.Type == snapshot.Summary.Type && other.ProcoreId == snapshot.Summary.ProcoreId && other.State == DocumentState.Posted
        );
        return isCorrection ? null : snapshot.Document.Amount(DocumentTable.CertifiedPayment) - Decisions.Deducted;
    }

    /// <summary>The same as the document's row stores them.</summary>
    public string Text { get; }

    private static BillingDecisions Stored(string text)
    {
        var reader = new FieldReader();
        var decisions = JsonText.Read("Decisions", text, reader, DecisionsText.Stored);
        Invariant.Require(decisions is not null && reader.Problems.Count == 0, string.Join(" ", reader.Problems));
        return decisions;
    }

    // Who decides about the base decides about what Oracle shows now. Where Oracle shows something else later, the decision does not cover it.
    private static IReadOnlyList<OracleVariance> Variances(CommitmentSnapshot snapshot, BillingDecisions decided) =>
        decided.IsAboutBase ? OracleVariancesText.Read(snapshot.Document.Text(DocumentTable.OracleVariances)) : [];
}
