using System.Threading;
using System.Threading.Tasks;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Resilience;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Gateway.Submission;

/// <summary>
/// Brings one frozen invoice into Oracle: look, create, validate, read back. Oracle has no idempotency key, so every way into the create goes through a
/// look-up, and whatever leaves its outcome open is followed by one.
/// </summary>
internal sealed class InvoiceSending(OracleInvoices oracle, DocumentClaims claims, EvidenceLog evidence)
{
    /// <summary>Runs the steps as far as the budget allows. The caller holds the claim.</summary>
    public async Task<SendResult> SendAsync(
        SendableDocument document, PreparedInvoice prepared, string claim, CallBudget budget, CancellationToken cancellationToken)
    {
        var mayBeOnItsWay = false;
        try
        {
            var found = await oracle.FindAsync(prepared, budget, cancellationToken);
            if (found is null)
            {
                if (document.State == DocumentState.Submitted) throw Missing(document, prepared);
                if (budget.Exhausted) return Spent(mayBeOnItsWay);
                var payload = InvoicePayload.Of(prepared);
                await evidence.AddAsync(document, EvidenceKindChoice.Payload, payload, claim, cancellationToken);
                await claims.MarkSentAsync(document, cancellationToken);
                mayBeOnItsWay = true;
                var created = await CreateAsync(document, prepared, payload, claim, budget, cancellationToken);
                if (created is not SendResult.InOracle inOracle) return created;
                found = inOracle.Invoice;
            }

            // Once Oracle shows it, every later call finds it, so that nothing of ours can make a second one.
            mayBeOnItsWay = false;
            return await ValidateAsync(prepared, found, budget, cancellationToken);
        }
        catch (IntegrationException failure) when (mayBeOnItsWay || IsOracleOutage(failure))
        {
            return new SendResult.Pending(failure.Kind.Code, failure.Message, mayBeOnItsWay);
        }
    }

    private async Task<SendResult> CreateAsync(
        SendableDocument document, PreparedInvoice prepared, string payload, string claim, CallBudget budget, CancellationToken cancellationToken)
    {
        var answer = await oracle.CreateAsync(payload, budget, cancellationToken);
        await evidence.AddAsync(document, EvidenceKindChoice.Response, Said(answer), claim, cancellationToken);
        if (answer is WriteAnswer.TurnedAway turnedAway) return new SendResult.TurnedAway(turnedAway.Kind, turnedAway.Sentence);
        if (answer is WriteAnswer.Unknown && budget.Exhausted) return Spent(mayBeOnItsWay: true);

        // Done, refused or unknown: what Oracle has now is what counts. A refusal may be the echo of a creation whose answer was lost.
        var found = await oracle.FindAsync(prepared, budget, cancellationToken);
        return (found, answer) switch
        {
            ({ } invoice, _) => new SendResult.InOracle(invoice, null),
            (null, WriteAnswer.Refused refused) => new SendResult.Refused(refused.Sentence),
            (null, WriteAnswer.Unknown unknown) => new SendResult.Pending(ProblemCatalog.OracleUnavailable.Code, unknown.Sentence, MayBeOnItsWay: true),
            _ => new SendResult.Pending(ProblemCatalog.OracleInvoiceMissing.Code,
                $"Oracle says it created invoice {prepared.InvoiceNumber} and does not show it. Check that the integration user may see the business unit.",
                MayBeOnItsWay: true),
        };
    }

    // An invoice that is not the prepared one is not ours to validate; the plug-in compares again and holds the document.
    private async Task<SendResult> ValidateAsync(
        PreparedInvoice prepared, OracleInvoiceWire found, CallBudget budget, CancellationToken cancellationToken)
    {
        if (OracleReading.IsValidated(found) || !OracleReading.IsAsPrepared(prepared, found)) return new SendResult.InOracle(found, null);
        if (budget.Exhausted) return Spent(mayBeOnItsWay: false);
        var remark = await oracle.ValidateAsync(prepared, budget, cancellationToken) switch
        {
            WriteAnswer.Refused refused => refused.Sentence,
            WriteAnswer.Unknown unknown => unknown.Sentence,
            WriteAnswer.TurnedAway turnedAway => turnedAway.Sentence,
            _ => null,
        };
        if (budget.Exhausted) return Spent(mayBeOnItsWay: false);
        return await oracle.FindAsync(prepared, budget, cancellationToken) is { } readBack
            ? new SendResult.InOracle(readBack, remark)
            : new SendResult.Pending(ProblemCatalog.OracleInvoiceMissing.Code,
                $"Oracle no longer shows invoice {prepared.InvoiceNumber}, which it had a moment ago. Submit again; if it stays so, look in Payables.", MayBeOnItsWay: false);
    }

    private static SendResult.Pending Spent(bool mayBeOnItsWay) => new(ProblemCatalog.BudgetSpent.Code,
        $"The {CallBudget.Operation.TotalSeconds:0} seconds of one call were spent before the outcome was known. Submit the document again later; Oracle is asked first.",
        mayBeOnItsWay);

    private static string Said(WriteAnswer answer) => answer switch
    {
        WriteAnswer.Done done => done.Body,
        WriteAnswer.Refused refused => $"{refused.Status}\n{refused.Body}",
        WriteAnswer.TurnedAway turnedAway => $"{turnedAway.Kind.Code}\n{turnedAway.Sentence}",
        WriteAnswer.Unknown unknown => $"unknown\n{unknown.Sentence}",
        _ => "",
    };

    private static bool IsOracleOutage(IntegrationException failure) => failure is RemoteUnavailableException or RemoteThrottledException
        && (failure.Kind == ProblemCatalog.OracleUnavailable || failure.Kind == ProblemCatalog.OracleThrottled);

    private static IntegrationException Missing(SendableDocument document, PreparedInvoice prepared) => new(ProblemCatalog.OracleInvoiceMissing,
        $"Document {document.Id} ({document.Name}) was sent, and Oracle has no invoice {prepared.InvoiceNumber} of {prepared.SupplierName} any more. It is not "
        + "sent a second time: find out in Payables what became of it.");
}
