using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Submission;

/// <summary>
/// Brings the documents of one preparation into Oracle, one after the other: look, create, validate, read back; or look, cancel, read back. Oracle
/// has no idempotency key, so every way into the create goes through a look-up, and whatever leaves its outcome open is followed by one.
/// </summary>
internal sealed class InvoiceSending(OracleInvoices oracle, DocumentClaims claims, EvidenceLog evidence, IDataverseStore store)
{
    private const string Unpaid = "Unpaid";

    /// <summary>Runs the steps as far as the budget allows. The caller holds the claim.</summary>
    public async Task<SendResult> SendAsync(
        SendableDocument document,
        PreparedInvoice prepared,
        string claim,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var taken = new List<OracleInvoiceWire>();
        string? remark = null;
        foreach (var part in prepared.Documents)
        {
            switch (await SendAsync(new Sending(document, prepared, part, claim, budget, cancellationToken)))
            {
                case SendResult.InOracle inOracle:
                    taken.AddRange(inOracle.Invoices);
                    remark ??= inOracle.Remark;
                    if (part.Action == PayablesAction.Create && !inOracle.Invoices.All(invoice => IsOurs(document, part, invoice)))
                    {
                        // The number is taken; nothing further of the document is sent until it has another one.
                        return new SendResult.InOracle(taken, remark);
                    }

                    break;
                case SendResult.Refused refused:
                    return refused with { Taken = taken };
                case SendResult.TurnedAway turnedAway when taken.Count > 0:
                    return new SendResult.Pending(turnedAway.Kind.Code, turnedAway.Sentence, MayBeOnItsWay: false);
                case var open:
                    return open;
            }
        }

        return new SendResult.InOracle(taken, remark);
    }

    private async Task<SendResult> SendAsync(Sending sending)
    {
        var mayBeOnItsWay = false;
        try
        {
            var found = await FindAsync(sending);
            if (sending.Part.Action == PayablesAction.Cancel)
            {
                return await CancelAsync(sending, found);
            }

            if (found is null)
            {
                if (sending.Document.State == DocumentState.Submitted)
                {
                    throw Missing(sending);
                }

                if (sending.Budget.Exhausted)
                {
                    return Spent(mayBeOnItsWay);
                }

                var payload = InvoicePayload.Of(sending.Prepared, sending.Part, RecordMark.Of(sending.Document.Key, sending.Part.Number));
                await evidence.AddAsync(sending.Document, EvidenceKindChoice.Payload, payload, sending.Claim, sending.CancellationToken);
                await claims.MarkSentAsync(sending.Document, sending.CancellationToken);
                mayBeOnItsWay = true;
                var created = await CreateAsync(sending, payload);
                if (created is not SendResult.InOracle inOracle)
                {
                    return created;
                }

                found = inOracle.Invoices[0];
            }

            // Once Oracle shows it, every later call finds it, so that nothing of ours can make a second one.
            mayBeOnItsWay = false;
            return await ValidateAsync(sending, found);
        }
        catch (IntegrationException failure) when (mayBeOnItsWay || IsOracleOutage(failure))
        {
            return new SendResult.Pending(failure.Kind.Code, failure.Message, mayBeOnItsWay);
        }
    }

    private static bool IsOurs(SendableDocument document, PayablesInvoice part, OracleInvoiceWire found) =>
        FoundInvoices.IsOurs(document.Key, part, RecordIds.Read(document.OracleInvoiceId), found.InvoiceId, found.Description);

    private Task<OracleInvoiceWire?> FindAsync(Sending sending) =>
        oracle.FindAsync(sending.Prepared, sending.Part, sending.Budget, sending.CancellationToken);

    private async Task<SendResult> CreateAsync(Sending sending, string payload)
    {
        var answer = await oracle.CreateAsync(payload, sending.Budget, sending.CancellationToken);
        await evidence.AddAsync(sending.Document, EvidenceKindChoice.Response, Said(answer), sending.Claim, sending.CancellationToken);
        if (answer is WriteAnswer.TurnedAway turnedAway)
        {
            return new SendResult.TurnedAway(turnedAway.Kind, turnedAway.Sentence);
        }

        if (answer is WriteAnswer.Unknown && sending.Budget.Exhausted)
        {
            return Spent(mayBeOnItsWay: true);
        }

        // Done, refused or unknown: what Oracle has now is what counts. A refusal may be the echo of a creation whose answer was lost.
        var found = await FindAsync(sending);
        return (found, answer) switch
        {
            ({ } invoice, _) => new SendResult.InOracle([invoice], null),
            (null, WriteAnswer.Refused refused) => new SendResult.Refused(refused.Sentence, sending.Part.InvoiceNumber, []),
            (null, WriteAnswer.Unknown unknown) => new SendResult.Pending(
                ProblemCatalog.OracleUnavailable.Code,
                unknown.Sentence,
                MayBeOnItsWay: true
            ),
            _ => new SendResult.Pending(
                ProblemCatalog.OracleInvoiceMissing.Code,
                $"Oracle says it created invoice {sending.Part.InvoiceNumber} and does not show it. "
                    + "Check that the integration user may see the business unit.",
                MayBeOnItsWay: true
            ),
        };
    }

    // An invoice that is not the prepared one is not ours to validate; the plug-in compares again and holds the document.
    private async Task<SendResult> ValidateAsync(Sending sending, OracleInvoiceWire found)
    {
        if (
            !IsOurs(sending.Document, sending.Part, found)
            || OracleReading.IsDone(sending.Part, found)
            || !OracleReading.IsAsPrepared(sending.Prepared, sending.Part, found)
        )
        {
            return new SendResult.InOracle([found], null);
        }

        if (sending.Budget.Exhausted)
        {
            return Spent(mayBeOnItsWay: false);
        }

        var remark = Remark(await oracle.ValidateAsync(sending.Prepared, sending.Part, sending.Budget, sending.CancellationToken));
        return await ReadBackAsync(sending, remark);
    }

    // What is paid cannot be cancelled. The posted document learns that it is paid, so that the reversal, prepared again, becomes a credit.
    private async Task<SendResult> CancelAsync(Sending sending, OracleInvoiceWire? found)
    {
        if (found is null)
        {
            throw Missing(sending);
        }

        if (OracleReading.IsDone(sending.Part, found))
        {
            return new SendResult.InOracle([found], null);
        }

        if (found.PaidStatus != Unpaid)
        {
            await NotePaidAsync(sending, found.PaidStatus);
            return new SendResult.Refused(
                $"it is {found.PaidStatus} and cannot be cancelled; it is credited instead.",
                sending.Part.InvoiceNumber,
                []
            );
        }

        if (sending.Budget.Exhausted)
        {
            return Spent(mayBeOnItsWay: false);
        }

        await claims.MarkSentAsync(sending.Document, sending.CancellationToken);
        var answer = await oracle.CancelAsync(sending.Prepared, sending.Part, sending.Budget, sending.CancellationToken);
        await evidence.AddAsync(sending.Document, EvidenceKindChoice.Response, Said(answer), sending.Claim, sending.CancellationToken);
        if (answer is WriteAnswer.Refused refused)
        {
            return new SendResult.Refused(refused.Sentence, sending.Part.InvoiceNumber, []);
        }

        if (answer is WriteAnswer.TurnedAway turnedAway)
        {
            return new SendResult.TurnedAway(turnedAway.Kind, turnedAway.Sentence);
        }

        return await ReadBackAsync(sending, Remark(answer));
    }

    private Task NotePaidAsync(Sending sending, string? paidStatus) =>
        sending.Document.ReversedId is { } original
            ? store.UpdateAsync(
                new Entity(DocumentTable.LogicalName, original) { [DocumentTable.PaidStatus] = paidStatus },
                sending.CancellationToken
            )
            : Task.CompletedTask;

    private async Task<SendResult> ReadBackAsync(Sending sending, string? remark)
    {
        if (sending.Budget.Exhausted)
        {
            return Spent(mayBeOnItsWay: false);
        }

        return await FindAsync(sending) is { } readBack
            ? new SendResult.InOracle([readBack], remark)
            : new SendResult.Pending(
                ProblemCatalog.OracleInvoiceMissing.Code,
                $"Oracle no longer shows invoice {sending.Part.InvoiceNumber}, which it had a moment ago. Submit again; "
                    + "if it stays so, look in Payables.",
                MayBeOnItsWay: false
            );
    }

    private static string? Remark(WriteAnswer answer) =>
        answer switch
        {
            WriteAnswer.Refused refused => refused.Sentence,
            WriteAnswer.Unknown unknown => unknown.Sentence,
            WriteAnswer.TurnedAway turnedAway => turnedAway.Sentence,
            _ => null,
        };

    private static SendResult.Pending Spent(bool mayBeOnItsWay) =>
        new(
            ProblemCatalog.BudgetSpent.Code,
            $"The {CallBudget.Operation.TotalSeconds:0} seconds of one call were spent before the outcome was known. "
                + "Submit the document again later; Oracle is asked first.",
            mayBeOnItsWay
        );

    private static string Said(WriteAnswer answer) =>
        answer switch
        {
            WriteAnswer.Done done => done.Body,
            WriteAnswer.Refused refused => $"{refused.Status}\n{refused.Body}",
            WriteAnswer.TurnedAway turnedAway => $"{turnedAway.Kind.Code}\n{turnedAway.Sentence}",
            WriteAnswer.Unknown unknown => $"unknown\n{unknown.Sentence}",
            _ => "",
        };

    private static bool IsOracleOutage(IntegrationException failure) =>
        failure is RemoteUnavailableException or RemoteThrottledException
        && (failure.Kind == ProblemCatalog.OracleUnavailable || failure.Kind == ProblemCatalog.OracleThrottled);

    private static IntegrationException Missing(Sending sending) =>
        new(
            ProblemCatalog.OracleInvoiceMissing,
            $"Document {sending.Document.Id} ({sending.Document.Name}) was sent, and Oracle has no invoice "
                + $"{sending.Part.InvoiceNumber} of {sending.Prepared.VendorName} any more. It is not "
                + "sent a second time: find out in Payables what became of it."
        );

    /// <summary>One document of a preparation on its way.</summary>
    private sealed record Sending(
        SendableDocument Document,
        PreparedInvoice Prepared,
        PayablesInvoice Part,
        string Claim,
        CallBudget Budget,
        CancellationToken CancellationToken
    );
}
