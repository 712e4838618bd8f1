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

        var known = OracleHolds.KnownOf(document);
        var shown = await ShownAsync(prepared, known, budget, cancellationToken);
        var answers = new List<string>();
        string? remark = null;
        if (release is not null && prepared.PaymentHold is { } frozen)
        {
            var reason = Sentence.Fit(release, PaymentHold.ReasonMax);
            foreach (var there in shown.Where(there => IsOpen(there) && known.IsOurs(frozen, there.HoldId, there.HoldName)))
            {
                var answer = await oracle.ReleaseAsync(there.HoldId ?? "", known.ReleasedAs(frozen), reason, budget, cancellationToken);
                answers.Add(answer is WriteAnswer.Done done ? done.Body : answer.ToString());
                remark ??= RemarkOf(answer);
            }

            shown = answers.Count == 0 ? shown : await ShownAsync(prepared, known, budget, cancellationToken);
        }

        return new HoldLook(
            JsonText.WriteList(shown.Select(hold => ReadBackText.Write(OracleHolds.WordsOf(hold)))),
            answers.Count == 0 ? null : string.Join("\n\n", answers),
            remark
        );
    }

    // By name as the document was posted, and by id whatever was renamed since: a hold that a person placed again is found by its name only.
    private async Task<List<OracleHoldWire>> ShownAsync(
        PreparedInvoice prepared,
        KnownHolds known,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var shown = new List<OracleHoldWire>();
        foreach (var invoice in prepared.Documents.Where(invoice => prepared.HoldOf(invoice) is not null))
        {
            shown.AddRange(await oracle.ListAsync(prepared, invoice, budget, cancellationToken));
        }

        foreach (var id in known.Ids.Where(id => !shown.Exists(there => there.HoldId == id)).ToList())
        {
            shown.Add(await oracle.FindAsync(id, budget, cancellationToken));
        }

        return shown;
    }

    private static bool IsOpen(OracleHoldWire hold) => string.IsNullOrEmpty(hold.ReleaseName);

    private static string? RemarkOf(WriteAnswer answer) =>
        answer switch
        {
            WriteAnswer.Refused refused => refused.Sentence,
            WriteAnswer.Unknown unknown => unknown.Sentence,
            WriteAnswer.TurnedAway turnedAway => turnedAway.Sentence,
            _ => null,
        };
}
