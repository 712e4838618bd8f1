using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>Says that a document was approved in Teams and in Procore: it takes effect once, and one of the two was asked for nothing.</summary>
internal static class ApprovedTwice
{
    /// <summary>Reports it where Procore shows an approval too.</summary>
    /// <param name="service">Writes.</param>
    /// <param name="file">The document.</param>
    /// <param name="approved">Who approved it in Teams, as a sentence.</param>
    /// <param name="now">Now.</param>
    public static void Report(IOrganizationService service, ApprovalFile file, string approved, DateTime now)
    {
        var who = file.Document.Text(DocumentTable.ApproverName);
        if (!ApprovalDecision.IsApproved(file.Document.Text(DocumentTable.ProcoreStatus)) || string.IsNullOrEmpty(who))
        {
            return;
        }

        new FindingWriter(service, now).Seen(
            new Finding
            {
                Kind = FindingKind.ApprovedTwice,
                Severity = FindingSeverity.Warning,
                Owner = OwnerRole.Controller,
                Sentence = Sentence.Of($"{file.Name} was approved twice: {approved.TrimEnd('.')} in Teams, and {who} approved it in Procore."),
                NextStep =
                    "Decide where such documents are approved: name Procore in the ownership rule, or take the approval step out of "
                    + "Procore's workflow.",
            },
            file.Subject
        );
    }
}
