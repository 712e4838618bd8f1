using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Gateway.Holds;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>The payment holds of a posted invoice in Oracle Payables.</summary>
internal sealed class PayablesHolds(OracleHolds oracle) : IHeldPayments
{
    public bool Takes(DocumentKind kind) => kind != DocumentKind.OwnerInvoice;

    public async Task<HoldLook> LookAsync(SendableDocument document, string? release, CallBudget budget, CancellationToken cancellationToken)
    {
        var prepared = PreparedInvoiceContent.Read(
            $"Document {document.Id} ({document.Name})",
            document.FrozenContent,
            document.FrozenHash,
            out var changed
        );
        if (prepared is null || !document.OwnsPreparation)
        {
            throw SendableDocuments.Changed(document, changed);
        }

        var shown = new List<OracleHoldWire>();
        var answers = new List<string>();
        string? remark = null;
        foreach (var invoice in prepared.Documents)
        {
            if (prepared.HoldOf(invoice) is not { } hold)
            {
                continue;
            }

            var found = await oracle.ListAsync(prepared, invoice, budget, cancellationToken);
            var open = release is null
                ? []
                : found.Where(there => there.HoldName == hold.HoldName && string.IsNullOrEmpty(there.ReleaseName)).ToList();
            foreach (var there in open)
            {
                var reason = Sentence.Fit(release!, PaymentHold.ReasonMax);
                var answer = await oracle.ReleaseAsync(there.HoldId ?? "", hold.ReleaseName, reason, budget, cancellationToken);
                answers.Add(answer is WriteAnswer.Done done ? done.Body : answer.ToString());
                remark ??= RemarkOf(answer);
            }

            shown.AddRange(open.Count == 0 ? found : await oracle.ListAsync(prepared, invoice, budget, cancellationToken));
        }

        return new HoldLook(
            JsonText.WriteList(shown.Select(hold => ReadBackText.Write(OracleHolds.WordsOf(hold)))),
            answers.Count == 0 ? null : string.Join("\n\n", answers),
            remark
        );
    }

    private static string? RemarkOf(WriteAnswer answer) =>
        answer switch
        {
            WriteAnswer.Refused refused => refused.Sentence,
            WriteAnswer.Unknown unknown => unknown.Sentence,
            WriteAnswer.TurnedAway turnedAway => turnedAway.Sentence,
            _ => null,
        };
}
