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
    /// <summary>Completes a decision.</summary>
    /// <param name="snapshot">The document.</param>
    /// <param name="decided">What the controller decided.</param>
    /// <param name="caller">The controller.</param>
    public DecidedText(CommitmentSnapshot snapshot, BillingDecisions decided, Person caller)
    {
        var again = decided.PostAgain is { } decision ? decision with { CanceledNumbers = snapshot.Standing.CanceledNumbers } : null;
        if (decided.IsPostAgainOnly && snapshot.Document.Text(DocumentTable.Decisions) is { Length: > 0 } stored)
        {
            // What was decided before stays, in the name of who decided it.
            var reader = new FieldReader();
            Decisions = JsonText.Read("Decisions", stored, reader, DecisionsText.Stored)! with { PostAgain = again };
            Invariant.Require(reader.Problems.Count == 0, string.Join(" ", reader.Problems));
            Text = DecisionsText.Write(DecisionsText.DecidedBy(stored), Decisions);
            return;
        }

        Decisions = decided with { OracleVariances = Variances(snapshot, decided), PostAgain = again };
        Text = DecisionsText.Write(caller, Decisions);
    }

    /// <summary>The decisions as they hold from now on.</summary>
    public BillingDecisions Decisions { get; }

    /// <summary>The same as the document's row stores them.</summary>
    public string Text { get; }

    // Who decides about the base decides about what Oracle shows now. Where Oracle shows something else later, the decision does not cover it.
    private static IReadOnlyList<OracleVariance> Variances(CommitmentSnapshot snapshot, BillingDecisions decided) =>
        decided.IsAboutBase ? OracleVariancesText.Read(snapshot.Document.Text(DocumentTable.OracleVariances)) : [];
}
